package org.mandelspark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.Units;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Computation;

/**
 * Request for a study of load balance.
 *
 * @param computation what is computed
 * @param engine what executes the chunks
 * @param workers number of workers, if not the one that the process was given
 * @param contestants the schedules, each with each unit, in the order of the table
 * @param virtualWorkers number of workers that schedules cut for and that measured chunks are replayed on, if the real
 *     ones are too few to show anything
 * @param settings how often
 */
public record BalanceRequest(
        Computation<?> computation,
        EngineKind engine,
        OptionalInt workers,
        List<Contestant> contestants,
        OptionalInt virtualWorkers,
        StudySettings settings) {
    /** Names that stand for a schedule with each factor, and what stands before the factor. */
    private static final Map<String, String> FACTORED =
            Map.of("over", "over:", "balanced", "balanced:", "lpt", "lpt:over:", "permuted", "permuted:over:");

    public BalanceRequest {
        if (engine == EngineKind.SERIAL) {
            throw new IllegalArgumentException("--engine serial has one worker: balance needs threads or spark");
        }
        contestants = StudySettings.eachOnce("--schedules", contestants);
        if (contestants.isEmpty()) {
            throw new IllegalArgumentException("at least one of --schedules is needed");
        }
        for (Unit unit : unitsOf(contestants)) {
            if (!unit.equals(Unit.ROW)) {
                requireFewEnough(computation, unit);
            }
        }
        List<Unit> rows = unitsOf(contestants).stream()
                .filter(unit -> computation.workload().inUnits(unit).units().areRows())
                .toList();
        if (rows.size() > 1) {
            throw new IllegalArgumentException("--units: " + rows.get(0).label() + " and "
                    + rows.get(1).label() + " are the same in a picture of this width: name one of them");
        }
    }

    /** Each tile is a chunk of its own once, to measure what it costs, and in the record of that run. */
    private static void requireFewEnough(Computation<?> computation, Unit unit) {
        try {
            Units units = computation.workload().inUnits(unit).units();
            if (!units.areRows() && units.count() > GranularityRequest.MOST_TASKS) {
                throw new IllegalArgumentException(
                        "%s, and at most %,d can each be measured alone: take larger ones, or a smaller --size"
                                .formatted(units.describe(), GranularityRequest.MOST_TASKS));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--units " + unit.label() + ": " + e.getMessage(), e);
        }
    }

    /**
     * A schedule of some units in the table.
     *
     * @param schedule the rule
     * @param factor chunks a worker, where that is what the rule says; {@code static} has 1
     * @param unit what the rule deals out
     */
    public record Contestant(Schedule schedule, OptionalInt factor, Unit unit) {
        /** A rule with the factor that it says. */
        static Contestant of(Schedule schedule, Unit unit) {
            return new Contestant(schedule, schedule.partitionFactor(), unit);
        }

        /** Name among others: rows need not be named. */
        String label() {
            return unit.behind(schedule.label());
        }
    }

    /**
     * The schedules of some names. {@code over}, {@code balanced}, {@code lpt} and {@code permuted} stand for
     * themselves with each factor: {@code over:K}, {@code balanced:K}, {@code lpt:over:K}, {@code permuted:over:K};
     * all other names are those of {@link Schedule#parse}.
     *
     * @param names at least one
     * @param factors chunks a worker, at least 1 each
     * @param units what they deal out, each with all schedules
     * @throws IllegalArgumentException that lists the known schedules, or says what is wrong with a factor
     */
    public static List<Contestant> contestants(List<String> names, List<Integer> factors, List<Unit> units) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("--units: at least one is needed, such as row or 64x64");
        }
        List<Contestant> contestants = new ArrayList<>();
        for (Unit unit : StudySettings.eachOnce("--units", units)) {
            for (String name : names) {
                if (takesFactors(name)) {
                    factors.forEach(k -> contestants.add(Contestant.of(Schedule.parse(FACTORED.get(name) + k), unit)));
                } else {
                    contestants.add(Contestant.of(Schedule.parse(name), unit));
                }
            }
        }
        return contestants;
    }

    /** True if a name stands for a schedule with each factor. */
    public static boolean takesFactors(String name) {
        return FACTORED.containsKey(name);
    }

    /** The request of a recorded study, as far as it was measured. */
    static BalanceRequest of(StudyRecord study) {
        return new BalanceRequest(
                Axis.computation(study),
                study.one(Axis.ENGINE, Axis::engine),
                study.one(Axis.WORKERS, Axis::workers),
                study.distinct(asked -> Contestant.of(Axis.schedule(asked), Axis.unit(asked))),
                study.one(Axis.PLANNED_WORKERS, Axis::plannedWorkers),
                StudySettings.of(study));
    }

    /** The record of this request. */
    public StudyRecord record() {
        return settings.record(
                Balance.NAME,
                computation.problem(),
                contestants.stream()
                        .map(contestant -> Axis.of(computation, engine)
                                .with(Axis.WORKERS, workers)
                                .with(Axis.SCHEDULE, contestant.schedule().label())
                                .with(Axis.UNIT, contestant.unit().label())
                                .with(Axis.PLANNED_WORKERS, virtualWorkers))
                        .toList());
    }

    /** The same without contestants that were not measured. */
    BalanceRequest measuredIn(List<Run> runs) {
        List<Contestant> measured = contestants.stream()
                .filter(contestant -> measured(runs, contestant).stream().anyMatch(run -> !run.isVoid()))
                .toList();
        return new BalanceRequest(computation, engine, workers, measured, virtualWorkers, settings);
    }

    /** The names of all schedules. */
    List<String> labels() {
        return contestants.stream().map(Contestant::label).toList();
    }

    /** The units of all schedules, in the order of the table. */
    public List<Unit> units() {
        return unitsOf(contestants);
    }

    private static List<Unit> unitsOf(List<Contestant> contestants) {
        return contestants.stream().map(Contestant::unit).distinct().toList();
    }

    /** Rule by which units are cut for one of them. */
    Partitioning partitioning(Contestant contestant) {
        return new Partitioning(contestant.schedule(), virtualWorkers, contestant.unit());
    }

    /** The measured runs of one of them, void ones among them. */
    List<Run> measured(List<Run> runs, Contestant contestant) {
        return runs.stream()
                .filter(run -> run.phase() == Phase.MEASURED
                        && run.engine().equals(engine.label())
                        && run.schedule().equals(contestant.schedule())
                        && run.unit().equals(contestant.unit()))
                .toList();
    }
}
