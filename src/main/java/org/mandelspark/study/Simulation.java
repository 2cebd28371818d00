package org.mandelspark.study;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Bounds;
import org.mandelspark.measure.ClusterModel;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Computation;

/**
 * Replays the rows of a study, or its tiles, under other schedules and on other numbers of workers.
 *
 * <p>Cost by row is taken from the study's run row by row, or tile by tile, scaled so that together they take what the kernel took in
 * its runs on as many workers, or on the most that were measured: cores that work at the same time slow each other
 * down. What the engine adds is the {@link ClusterModel} of its runs, and planning comes before it, as it was measured.
 * Where the study measured the same schedule on the same number of workers, the model's error is shown as well.
 */
public final class Simulation {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final List<Run> recorded;
    private final Unit unit;
    private final List<Schedule> schedules;
    private final List<Integer> workers;
    private final Engine engine;

    /** Engine that is modelled. */
    public enum Engine {
        /** The study's own, with what it adds to its chunks. */
        MEASURED,
        /** One that adds nothing. */
        IDEAL
    }

    /**
     * A simulation that has done nothing yet, of the units that the study measured first.
     *
     * @param recorded all runs of a study folder; or one run of a job, whose chunks then show what its units cost
     * @param schedules the rules, in the order of the table; with none of them, those of the study
     * @param workers numbers of workers, in the order of the table
     * @param engine which engine is modelled
     */
    public Simulation(List<Run> recorded, List<Schedule> schedules, List<Integer> workers, Engine engine) {
        this(recorded, units(recorded).stream().findFirst().orElse(Unit.ROW), schedules, workers, engine);
    }

    /**
     * The same of certain units.
     *
     * @throws IllegalArgumentException if the study measured others
     */
    public Simulation(List<Run> recorded, Unit unit, List<Schedule> schedules, List<Integer> workers, Engine engine) {
        List<Unit> measured = units(recorded);
        if (!measured.isEmpty() && !measured.contains(unit)) {
            throw new IllegalArgumentException("the units of the study are "
                    + measured.stream().map(Unit::label).collect(Collectors.joining(", ")) + ", not " + unit.label());
        }
        this.unit = unit;
        this.engine = engine;
        this.recorded = List.copyOf(recorded);
        this.schedules = StudySettings.eachOnce("--schedules", schedules);
        this.workers = StudySettings.eachOnce("--workers", workers);
    }

    /** The units of which the study measured each, in the order in which it did. */
    private static List<Unit> units(List<Run> recorded) {
        return recorded.stream()
                .filter(run -> run.phase() == Phase.REFERENCE || recorded.size() == 1)
                .map(Run::unit)
                .distinct()
                .toList();
    }

    /**
     * Simulates everything.
     *
     * @throws IllegalArgumentException if the folder does not hold what is needed, with the reason for people
     */
    public SimulationResult execute() {
        Basis basis = basis();
        return new SimulationResult(
                basis.measured().get(0).computation(),
                unit,
                basis.measured().get(0).engine(),
                basis.model(),
                each(basis, (schedule, p) -> row(schedule, p, basis)),
                unplanned(schedules(basis.measured()), basis.measured()));
    }

    /**
     * The same runs chunk by chunk, without the second job of exact views.
     *
     * @throws IllegalArgumentException as {@link #execute} does
     */
    public List<ModelledRun> runs() {
        Basis basis = basis();
        return each(basis, (schedule, p) -> run(schedule, p, basis));
    }

    private <T> List<T> each(Basis basis, BiFunction<Schedule, Integer, T> made) {
        return schedules(basis.measured()).stream()
                .flatMap(schedule -> workers.stream().map(p -> made.apply(schedule, p)))
                .toList();
    }

    private Basis basis() {
        if (recorded.size() == 1) {
            return basis(recorded, List.of(), List.of(), RowCost.spread(recorded.get(0)));
        }
        List<Run> rowByRow = RowCost.passes(recorded, unit);
        if (rowByRow.isEmpty()) {
            throw new IllegalArgumentException("the study has no run row by row: take a folder that scaling or balance"
                    + " has written to its end");
        }
        Computation<?> computation = rowByRow.get(0).computation();
        List<Run> measured = recorded.stream()
                .filter(run ->
                        run.computation().equals(computation) && run.unit().equals(unit))
                .filter(run -> run.phase() == Phase.MEASURED && !run.engine().equals("serial") && !run.isVoid())
                .toList();
        List<Run> empty = Calibration.of(Calibration.EMPTY, recorded);
        List<Run> heavy = Calibration.of(Calibration.HEAVY, recorded);
        if (measured.isEmpty() || empty.isEmpty() || heavy.isEmpty()) {
            throw new IllegalArgumentException(
                    "the study has no measured runs of an engine, or no calibration: it was stopped too early");
        }
        return basis(measured, empty, heavy, RowCost.of(rowByRow));
    }

    private Basis basis(List<Run> measured, List<Run> empty, List<Run> heavy, List<RowCost> rows) {
        return new Basis(
                measured, rows, engine == Engine.IDEAL ? ClusterModel.IDEAL : ClusterModel.of(measured, empty, heavy));
    }

    private List<Schedule> schedules(List<Run> measured) {
        return schedules.isEmpty()
                ? measured.stream()
                        .sorted(Comparator.comparingInt(run -> run.chunks().size()))
                        .filter(run -> run.plannedWorkers() == run.workers())
                        .map(Run::schedule)
                        .distinct()
                        .toList()
                : schedules;
    }

    private SimulationResult.Row row(Schedule schedule, int p, Basis basis) {
        List<Run> measured = basis.measured();
        ModelledRun run = run(schedule, p, basis);
        double makespan = preparationNanos(measured)
                + run.planNanos()
                + run.engineNanos()
                + restNanos(basis.model(), measured, p);
        return new SimulationResult.Row(
                schedule.label(),
                p,
                run.chunks().size(),
                makespan / NANOS,
                (costs(p, basis).totalNanos() + restWorkNanos(measured)) / (p * makespan),
                Bounds.of(
                                        p,
                                        run.chunkNanos().stream()
                                                .mapToDouble(Double::doubleValue)
                                                .toArray())
                                .lower()
                        / NANOS,
                measuredSeconds(schedule, p, measured));
    }

    private ModelledRun run(Schedule schedule, int p, Basis basis) {
        CostEstimate costs = costs(p, basis);
        List<RowRange> chunks = schedule.chunks(p, costs);
        double[] chunkNanos = chunks.stream().mapToDouble(costs::costNanos).toArray();
        double resultBytes = Spread.of(
                        basis.measured().stream().mapToDouble(Run::resultBytes).toArray())
                .median();
        return new ModelledRun(
                schedule.label(),
                unit,
                chunks,
                chunks.stream().map(chunk -> iterations(chunk, basis.rows())).toList(),
                planNanos(schedule, basis.measured()),
                basis.model().replay(chunkNanos, p),
                DoubleStream.of(chunkNanos).boxed().toList(),
                basis.model().makespanNanos(chunkNanos, p, resultBytes));
    }

    private static CostEstimate costs(int p, Basis basis) {
        return RowCost.estimate(
                basis.rows(), kernelNanos(p, basis.measured()), basis.model().taskNanos());
    }

    private static long iterations(RowRange chunk, List<RowCost> rows) {
        return IntStream.range(0, chunk.count())
                .mapToLong(k -> rows.get(chunk.row(k)).iterations())
                .sum();
    }

    /** What exact views take before they are planned, which one worker does while the others wait. */
    private static double preparationNanos(List<Run> measured) {
        return Spread.of(measured.stream()
                        .mapToDouble(run -> run.referenceNanos() + (double) run.tableNanos())
                        .toArray())
                .median();
    }

    /** Core time of that job in its kernel. */
    private static double restWorkNanos(List<Run> measured) {
        return NANOS
                * TimedRun.median(measured).rest().map(TimedRun::workSeconds).orElse(0.0);
    }

    /** The second job of exact views, its pixels dealt out to so many workers. */
    private static double restNanos(ClusterModel model, List<Run> measured, int p) {
        return TimedRun.median(measured)
                .rest()
                .map(rest -> model.makespanNanos(rest.chunkNanos(), p, (double) rest.resultBytes()))
                .orElse(0.0);
    }

    /** Planning as the study measured it: of that schedule, otherwise of those that take a pilot, or none, as it does. */
    private double planNanos(Schedule schedule, List<Run> measured) {
        if (engine == Engine.IDEAL) {
            return 0;
        }
        return Stream.<Predicate<Schedule>>of(
                        other -> other.label().equals(schedule.label()),
                        other -> other.needsEstimate() == schedule.needsEstimate(),
                        other -> schedule.needsEstimate())
                .map(isAlike -> measured.stream()
                        .filter(run -> isAlike.test(run.schedule()))
                        .mapToDouble(Run::planNanos)
                        .toArray())
                .filter(nanos -> nanos.length > 0)
                .mapToDouble(nanos -> Spread.of(nanos).median())
                .findFirst()
                .orElse(0);
    }

    private List<String> unplanned(List<Schedule> schedules, List<Run> measured) {
        return engine == Engine.IDEAL
                ? List.of()
                : schedules.stream()
                        .filter(schedule -> measured.stream()
                                .noneMatch(run -> run.schedule().needsEstimate() == schedule.needsEstimate()))
                        .map(Schedule::label)
                        .toList();
    }

    /** Kernel time of all rows: the median of runs on as many workers, else of those on the most. */
    private static double kernelNanos(int p, List<Run> measured) {
        int most = measured.stream().mapToInt(Run::workers).max().orElseThrow();
        boolean isMeasured = measured.stream().anyMatch(run -> run.workers() == p);
        return NANOS
                * Spread.of(measured.stream()
                                .filter(run -> run.workers() == (isMeasured ? p : most))
                                .mapToDouble(Run::workSeconds)
                                .toArray())
                        .median();
    }

    private static OptionalDouble measuredSeconds(Schedule schedule, int p, List<Run> measured) {
        double[] seconds = measured.stream()
                .filter(run -> run.workers() == p
                        && run.plannedWorkers() == p
                        && run.schedule().equals(schedule))
                .mapToDouble(Run::totalSeconds)
                .toArray();
        return seconds.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Spread.of(seconds).median());
    }

    /** Measurements that a simulation follows from. */
    private record Basis(List<Run> measured, List<RowCost> rows, ClusterModel model) {}
}
