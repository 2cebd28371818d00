package org.mandelspark.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.Units;
import org.mandelspark.measure.Bounds;
import org.mandelspark.measure.Histogram;
import org.mandelspark.measure.HistogramBuilder;
import org.mandelspark.measure.Imbalance;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.Replay;
import org.mandelspark.study.BalanceRequest.Contestant;
import org.mandelspark.workload.Problem;

/**
 * Result of a study of load balance.
 *
 * @param request what was asked for
 * @param environment where the engine ran
 * @param workers chunks computed at once
 * @param workersSource who decided that number
 * @param rows one for each schedule, in the order of the request
 * @param rowCosts what each row, or each tile of {@link #unit}, cost one thread; none if the study was stopped before
 * @param picture what is computed, if that is not too much to be computed once more
 * @param runs every run, the reference and warm-ups too
 */
public record BalanceResult(
        BalanceRequest request,
        Environment environment,
        int workers,
        String workersSource,
        List<Row> rows,
        List<RowCost> rowCosts,
        Optional<CountsSample> picture,
        List<Run> runs)
        implements StudyResult {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    public BalanceResult {
        rows = List.copyOf(rows);
        rowCosts = List.copyOf(rowCosts);
        runs = List.copyOf(runs);
    }

    @Override
    public String configurationsLabel() {
        return "all schedules";
    }

    @Override
    public String configuration(Run run) {
        return run.unit().behind(run.schedule().label());
    }

    @Override
    public Optional<Measured> measured() {
        return Optional.of(new Measured(best().schedule(), workers, unit()));
    }

    /** Origin of a row's times: they were measured, or follow from measured chunks. */
    public enum Origin {
        /** Times of the engine's own execution. */
        MEASURED,
        /** The chunks as measured, replayed on another number of workers. */
        SIMULATED
    }

    /**
     * A schedule and what came of it.
     *
     * @param schedule the rule's name
     * @param unit what the rule deals out
     * @param factor chunks a worker, where that is what the rule says
     * @param workers number of workers, real or virtual
     * @param origin whether measured or simulated
     * @param seconds {@value TimedRun#TIMED_REGION}; if simulated, planning and the replay to the end of its last
     *     chunk
     * @param efficiency time in the kernel over all core time, of the run in the middle
     * @param imbalance λ = max/mean − 1 of the workers' time in the kernel, of the run in the middle
     * @param longestChunkSeconds kernel time of its most expensive chunk
     * @param lowerBoundSeconds what no schedule of its chunks can undercut: max(total/p, longest)
     * @param chunkIterations iterations of its chunks
     * @param median the run in the middle ({@link TimedRun#median}), as the engine executed it
     */
    public record Row(
            String schedule,
            Unit unit,
            OptionalInt factor,
            int workers,
            Origin origin,
            Spread seconds,
            double efficiency,
            double imbalance,
            double longestChunkSeconds,
            double lowerBoundSeconds,
            Histogram chunkIterations,
            Run median) {
        /** Name of the schedule and of the tiles that it deals out; rows need not be named. */
        public String label() {
            return unit.behind(schedule);
        }

        /** Number of chunks. */
        public int chunks() {
            return median.chunks().size();
        }
    }

    /**
     * Result of the runs of a study.
     *
     * @param environment where the engine ran
     * @param workers chunks computed at once
     * @param runs every run, in any order
     * @throws StudyException if a schedule has no run that can be used
     */
    static BalanceResult of(
            BalanceRequest request,
            Environment environment,
            WorkerCount workers,
            List<Run> runs,
            Optional<CountsSample> picture) {
        List<Row> rows = request.contestants().stream()
                .map(contestant -> row(request, contestant, request.measured(runs, contestant)))
                .toList();
        return new BalanceResult(
                request,
                environment,
                workers.count(),
                workers.source(),
                rows,
                RowCost.of(RowCost.passes(runs, best(rows).unit())),
                picture,
                runs);
    }

    /** The unit of the row of least median time. */
    public Unit unit() {
        return best().unit();
    }

    /** The units that {@link #rowCosts} are of, and where they lie. */
    public Units units() {
        return best().median().units();
    }

    /** Units in the singular: {@code row} or {@code tile}. */
    public String unitNoun() {
        return unit().equals(Unit.ROW) ? "row" : "tile";
    }

    /** True if the table has rows of more than one unit. */
    public boolean hasSeveralUnits() {
        return rows.stream().map(Row::unit).distinct().count() > 1;
    }

    /** The part of the result that is of that unit alone. */
    public BalanceResult ofBestUnit() {
        return new BalanceResult(
                request,
                environment,
                workers,
                workersSource,
                rows.stream().filter(row -> row.unit().equals(unit())).toList(),
                rowCosts,
                picture,
                runs);
    }

    /** The row of least median time of each unit, in the order of the request. */
    public List<Row> bestOfUnits() {
        return rows.stream()
                .map(Row::unit)
                .distinct()
                .map(unit -> best(
                        rows.stream().filter(row -> row.unit().equals(unit)).toList()))
                .toList();
    }

    private static Row row(BalanceRequest request, Contestant contestant, List<Run> measured) {
        List<Run> runs = measured.stream().filter(run -> !run.isVoid()).toList();
        if (runs.isEmpty()) {
            throw new StudyException(
                    "all runs of schedule " + contestant.schedule().label() + " are void: " + TimedRun.WHY_VOID);
        }
        if (request.virtualWorkers().isPresent()) {
            return simulated(contestant, request.virtualWorkers().getAsInt(), runs);
        }
        Run median = TimedRun.median(runs);
        return new Row(
                contestant.schedule().label(),
                contestant.unit(),
                contestant.factor(),
                median.workers(),
                Origin.MEASURED,
                TimedRun.spread(runs),
                median.pop().parallelEfficiency(),
                median.imbalance().lambda(),
                Arrays.stream(median.chunkNanos()).max().orElseThrow() / NANOS,
                median.bounds().lower() / NANOS,
                perChunk(median),
                median);
    }

    private static Row simulated(Contestant contestant, int workers, List<Run> runs) {
        Run median = TimedRun.median(runs, run -> run.replay(workers).makespanNanos());
        Replay replay = median.replay(workers);
        return new Row(
                contestant.schedule().label(),
                contestant.unit(),
                contestant.factor(),
                workers,
                Origin.SIMULATED,
                Spread.of(runs.stream()
                        .mapToDouble(run -> run.replay(workers).makespanNanos() / NANOS)
                        .toArray()),
                median.workSeconds() * NANOS / (workers * replay.makespanNanos()),
                Imbalance.of(replay.usefulNanos()).lambda(),
                Arrays.stream(median.chunkNanos()).max().orElseThrow() / NANOS,
                Bounds.of(workers, median.chunkNanos()).lower() / NANOS,
                perChunk(median),
                median);
    }

    private static Histogram perChunk(Run run) {
        HistogramBuilder histogram = HistogramBuilder.powersOfTwo();
        run.chunks().forEach(chunk -> histogram.add(chunk.work().iterations(), 1));
        return histogram.build();
    }

    @Override
    public Problem<?> problem() {
        return request.computation().problem();
    }

    /** The row of least median time; of several the first. */
    public Row best() {
        return best(rows);
    }

    private static Row best(List<Row> rows) {
        return rows.stream()
                .min(Comparator.comparingDouble(row -> row.seconds().median()))
                .orElseThrow();
    }
}
