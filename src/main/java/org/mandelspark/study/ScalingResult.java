package org.mandelspark.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.AmdahlFit;
import org.mandelspark.measure.Cost;
import org.mandelspark.measure.KarpFlatt;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.ScalingPoint;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.measure.UslFit;
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.workload.Problem;

/**
 * Result of a scaling study.
 *
 * @param request what was asked for
 * @param environments the engines' surroundings by number of workers, in the order in which they were started; those of
 *     an earlier sitting are in its records
 * @param serial seconds of the best single thread without Spark, for the rows of one worker
 * @param rows one for each number of workers, ascending
 * @param amdahl fitted to the speedups, strong scaling only
 * @param usl fitted to the speedups, strong scaling with at least four numbers of workers only
 * @param cost smallest number of workers from which on this beats the best single thread, strong scaling only
 * @param rowCosts what each row cost one thread, for the rows of one worker; none if the study was stopped before
 * @param picture what the rows of one worker compute, if that is not too much to be computed once more
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
        Optional<CountsSample> picture,
        List<Run> runs)
        implements StudyResult {
    public ScalingResult {
        environments = List.copyOf(environments);
        rows = List.copyOf(rows);
        rowCosts = List.copyOf(rowCosts);
        runs = List.copyOf(runs);
    }

    @Override
    public String configurationsLabel() {
        return "the single thread and all numbers of workers";
    }

    @Override
    public String configuration(Run run) {
        return isSingleThread(run) ? "the single thread" : Counted.of(run.workers(), "worker");
    }

    @Override
    public Stream<Run> ordered() {
        return runs.stream().sorted(Comparator.comparingInt(run -> isSingleThread(run) ? 0 : run.workers()));
    }

    private static boolean isSingleThread(Run run) {
        return run.engine().equals(EngineKind.SERIAL.label());
    }

    /** Rows of a weak study are not those of more workers. */
    @Override
    public Optional<Measured> measured() {
        return request.mode() == Mode.STRONG
                ? Optional.of(new Measured(
                        request.schedule().label(), rows.get(rows.size() - 1).workers(), Unit.ROW))
                : Optional.empty();
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
            Run median) {
        private static Row of(int workers, int growth, List<Run> runs, double single, double serial) {
            Spread seconds = TimedRun.spread(runs);
            double speedup = growth * single / seconds.median();
            return new Row(
                    workers,
                    seconds,
                    speedup,
                    speedup / workers,
                    growth * serial / seconds.median(),
                    growth == 1 && workers > 1
                            ? KarpFlatt.serialFraction(new ScalingPoint(workers, speedup))
                            : OptionalDouble.empty(),
                    TimedRun.median(runs));
        }

        /** Efficiency against the best single thread. */
        public double efficiencyOverSerial() {
            return speedupOverSerial / workers;
        }
    }

    /**
     * Result of the runs of a study.
     *
     * @param environments the engines' surroundings
     * @param runs every run, in any order
     * @throws StudyException if one of the numbers of workers has no run that can be used
     */
    static ScalingResult of(
            ScalingRequest request, List<Environment> environments, List<Run> runs, Optional<CountsSample> picture) {
        Spread serial = TimedRun.spread(usable(request, measured(runs, EngineKind.SERIAL, 1)));
        SortedMap<Integer, List<Run>> byWorkers = new TreeMap<>();
        for (int workers : request.workers()) {
            byWorkers.put(workers, usable(request, measured(runs, request.engine(), workers)));
        }
        boolean isStrong = request.mode() == Mode.STRONG;
        double single = TimedRun.spread(byWorkers.get(1)).median();
        List<Row> rows = new ArrayList<>();
        byWorkers.forEach((workers, measured) ->
                rows.add(Row.of(workers, isStrong ? 1 : workers, measured, single, serial.median())));
        List<ScalingPoint> points = rows.stream()
                .map(row -> new ScalingPoint(row.workers(), row.speedup()))
                .toList();
        SortedMap<Integer, Spread> times = new TreeMap<>();
        rows.forEach(row -> times.put(row.workers(), row.seconds()));
        return new ScalingResult(
                request,
                environments,
                serial,
                rows,
                isStrong && rows.size() > 1 ? Optional.of(AmdahlFit.of(points)) : Optional.empty(),
                isStrong ? UslFit.of(points) : Optional.empty(),
                isStrong ? Cost.workers(serial, times) : OptionalInt.empty(),
                RowCost.of(RowCost.passes(runs, Unit.ROW)),
                picture,
                runs);
    }

    /** The measured runs of an engine with so many workers, void ones among them. */
    static List<Run> measured(List<Run> runs, EngineKind engine, int workers) {
        return runs.stream()
                .filter(run -> run.phase() == Phase.MEASURED
                        && run.engine().equals(engine.label())
                        && run.workers() == workers)
                .toList();
    }

    private static List<Run> usable(ScalingRequest request, List<Run> runs) {
        List<Run> usable = runs.stream()
                .filter(run -> !run.isVoid())
                .limit(request.settings().repeats())
                .toList();
        if (usable.isEmpty()) {
            throw new StudyException("all runs of a configuration are void: " + TimedRun.WHY_VOID);
        }
        return usable;
    }

    @Override
    public Problem<?> problem() {
        return request.computation().problem();
    }

    /** Seconds of the same engine with one worker. */
    public Spread single() {
        return rows.get(0).seconds();
    }
}
