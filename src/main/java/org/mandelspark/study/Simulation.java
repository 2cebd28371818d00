package org.mandelspark.study;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Bounds;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Schedule;

/**
 * Replays the rows of a study, or its tiles, under other schedules and on other numbers of workers.
 *
 * <p>Rows cost, and the engine adds to them, what the {@link SimulationBasis} says. Where the study measured the same
 * schedule on the same number of workers, the model's error is shown as well.
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
        SimulationBasis basis = SimulationBasis.of(recorded, unit, engine);
        Run first = basis.measured().get(0);
        return new SimulationResult(
                first.computation(),
                unit,
                first.engine(),
                basis.model(),
                each(basis, (schedule, p) -> row(schedule, p, basis)),
                schedules(basis).stream()
                        .filter(schedule -> !basis.knowsPlanOf(schedule))
                        .map(Schedule::label)
                        .toList());
    }

    /**
     * The same runs chunk by chunk, without the second job of exact views.
     *
     * @throws IllegalArgumentException as {@link #execute} does
     */
    public List<ModelledRun> runs() {
        SimulationBasis basis = SimulationBasis.of(recorded, unit, engine);
        return each(basis, (schedule, p) -> run(schedule, p, basis));
    }

    private <T> List<T> each(SimulationBasis basis, BiFunction<Schedule, Integer, T> made) {
        return schedules(basis).stream()
                .flatMap(schedule -> workers.stream().map(p -> made.apply(schedule, p)))
                .toList();
    }

    private List<Schedule> schedules(SimulationBasis basis) {
        return schedules.isEmpty() ? basis.schedules() : schedules;
    }

    private SimulationResult.Row row(Schedule schedule, int p, SimulationBasis basis) {
        ModelledRun run = run(schedule, p, basis);
        double makespan = basis.preparationNanos() + run.planNanos() + run.engineNanos() + basis.restNanos(p);
        return new SimulationResult.Row(
                schedule.label(),
                p,
                run.chunks().size(),
                makespan / NANOS,
                (basis.costs(p).totalNanos() + basis.restWorkNanos()) / (p * makespan),
                Bounds.of(
                                        p,
                                        run.chunkNanos().stream()
                                                .mapToDouble(Double::doubleValue)
                                                .toArray())
                                .lower()
                        / NANOS,
                basis.measuredSeconds(schedule, p));
    }

    private ModelledRun run(Schedule schedule, int p, SimulationBasis basis) {
        CostEstimate costs = basis.costs(p);
        List<RowRange> chunks = schedule.chunks(p, costs);
        double[] chunkNanos = chunks.stream().mapToDouble(costs::costNanos).toArray();
        return new ModelledRun(
                schedule.label(),
                unit,
                chunks,
                chunks.stream().map(basis::iterations).toList(),
                basis.planNanos(schedule),
                basis.model().replay(chunkNanos, p),
                DoubleStream.of(chunkNanos).boxed().toList(),
                basis.model().makespanNanos(chunkNanos, p, basis.resultBytes()));
    }
}
