package org.mandelspark.study;

import java.util.List;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.schedule.CostEstimate;

/**
 * What one row cost one thread.
 *
 * @param row index of the row
 * @param iterations what its answer amounts to
 * @param steps what was executed
 * @param kernelNanos time inside the kernel
 */
public record RowCost(int row, long iterations, long steps, long kernelNanos) {
    /** The costs of all rows by a run whose chunks are single rows, in order. */
    static List<RowCost> of(MeasuredRun rowByRow) {
        return rowByRow.chunks().stream()
                .map(chunk -> new RowCost(
                        chunk.rows().first(),
                        chunk.work().iterations(),
                        chunk.work().steps(),
                        chunk.kernelNanos()))
                .toList();
    }

    /** Whether a run tells the cost of each row: one chunk a row, in order. */
    static boolean areIn(MeasuredRun run) {
        for (int i = 0; i < run.chunks().size(); i++) {
            if (run.chunks().get(i).rows().count() != 1
                    || run.chunks().get(i).rows().first() != i) {
                return false;
            }
        }
        return true;
    }

    /** The same as an estimate whose rows add up to so many nanoseconds. */
    static CostEstimate estimate(List<RowCost> rows, double totalNanos, double chunkNanos) {
        double measured = rows.stream().mapToLong(RowCost::kernelNanos).sum();
        return CostEstimate.of(
                rows.stream()
                        .mapToDouble(row -> row.kernelNanos() * totalNanos / Math.max(1, measured))
                        .toArray(),
                chunkNanos);
    }
}
