package org.mandelspark.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mandelspark.measure.AmdahlFit;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.UslFit;
import org.mandelspark.output.Environment;

/**
 * What a scaling study gave.
 *
 * @param request what was asked for
 * @param environments the engines' surroundings by number of workers, in the order in which they were started; those of
 *     an earlier sitting are in its records
 * @param serial seconds of the best single thread without Spark, for the rows of one worker
 * @param rows one for each number of workers, ascending
 * @param amdahl fitted to the speedups, strong scaling only
 * @param usl fitted to the speedups, strong scaling with at least four numbers of workers only
 * @param cost smallest number of workers from which on this beats the best single thread, strong scaling only
 * @param rowCosts what each row cost one thread, for the rows of one worker
 * @param runs every run, the reference and warm-ups too
 */
public record ScalingResult(
        ScalingRequest request,
        List<Environment> environments,
        Spread serial,
        List<Row> rows,
        Optional<AmdahlFit> amdahl,
        Optional<UslFit> usl,
        OptionalInt cost,
        List<RowCost> rowCosts,
        List<MeasuredRun> runs) {
    public ScalingResult {
        environments = List.copyOf(environments);
        rows = List.copyOf(rows);
        rowCosts = List.copyOf(rowCosts);
        runs = List.copyOf(runs);
    }

    /**
     * A number of workers and what was measured with it.
     *
     * @param workers p
     * @param seconds from the beginning of planning to the stitched array
     * @param speedup against the same engine with one worker, by medians; for weak scaling the scaled speedup, p times
     *     the efficiency
     * @param efficiency speedup/p
     * @param speedupOverSerial against the best single thread; for weak scaling scaled in the same way
     * @param serialFraction experimentally determined, after Karp and Flatt; nothing for one worker or weak scaling
     * @param median the run in the middle, whose ledger and POP metrics stand for all
     */
    public record Row(
            int workers,
            Spread seconds,
            double speedup,
            double efficiency,
            double speedupOverSerial,
            OptionalDouble serialFraction,
            MeasuredRun median) {
        /** Efficiency against the best single thread. */
        public double efficiencyOverSerial() {
            return speedupOverSerial / workers;
        }
    }

    /** Seconds of the same engine with one worker. */
    public Spread single() {
        return rows.get(0).seconds();
    }
}
