package org.mandelspark.study;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.measure.Histogram;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Spread;
import org.mandelspark.output.Environment;

/**
 * What a study of load balance gave.
 *
 * @param request what was asked for
 * @param environment where the engine ran
 * @param workers chunks computed at once
 * @param workersSource who decided that number
 * @param rows one for each schedule, in the order of the request
 * @param rowCosts what each row cost one thread
 * @param pixelIterations iterations of the pixels, those that never escape apart
 * @param runs every run, the reference and warm-ups too
 */
public record BalanceResult(
        BalanceRequest request,
        Environment environment,
        int workers,
        String workersSource,
        List<Row> rows,
        List<RowCost> rowCosts,
        Histogram pixelIterations,
        List<MeasuredRun> runs) {
    public BalanceResult {
        rows = List.copyOf(rows);
        rowCosts = List.copyOf(rowCosts);
        runs = List.copyOf(runs);
    }

    /** Whether a row's times were measured or follow from measured chunks. */
    public enum Origin {
        /** As the engine executed it. */
        MEASURED,
        /** The chunks as measured, replayed on another number of workers. */
        SIMULATED
    }

    /**
     * A schedule and what came of it.
     *
     * @param schedule the rule's name
     * @param factor chunks a worker, where that is what the rule says
     * @param workers number of workers, real or virtual
     * @param origin whether measured or simulated
     * @param seconds from the beginning of planning to the stitched array
     * @param efficiency useful core time over all core time, of the run in the middle
     * @param imbalance λ = max/mean − 1 of the workers' useful time, of the run in the middle
     * @param longestChunkSeconds kernel time of its dearest chunk
     * @param lowerBoundSeconds what no schedule of its chunks can undercut: max(total/p, longest)
     * @param chunkIterations iterations of its chunks
     * @param median the run in the middle, as the engine executed it
     */
    public record Row(
            String schedule,
            OptionalInt factor,
            int workers,
            Origin origin,
            Spread seconds,
            double efficiency,
            double imbalance,
            double longestChunkSeconds,
            double lowerBoundSeconds,
            Histogram chunkIterations,
            MeasuredRun median) {
        /** Number of chunks. */
        public int chunks() {
            return median.chunks().size();
        }
    }

    /** The row of least median time; of several the first. */
    public Row best() {
        return rows.stream()
                .min(Comparator.comparingDouble(row -> row.seconds().median()))
                .orElseThrow();
    }
}
