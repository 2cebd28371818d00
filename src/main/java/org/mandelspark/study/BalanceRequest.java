package org.mandelspark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Unit;
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
 * @param contestants the schedules, in the order of the table
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
    }

    /**
     * A schedule in the table.
     *
     * @param schedule the rule
     * @param factor chunks a worker, where that is what the rule says; {@code static} has 1
     */
    public record Contestant(Schedule schedule, OptionalInt factor) {
        /** A rule with the factor that it says. */
        static Contestant of(Schedule schedule) {
            return new Contestant(schedule, schedule.partitionFactor());
        }
    }

    /**
     * The schedules of some names. {@code over}, {@code balanced}, {@code lpt} and {@code permuted} stand for
     * themselves with each factor: {@code over:K}, {@code balanced:K}, {@code lpt:over:K}, {@code permuted:over:K};
     * all other names are those of {@link Schedule#parse}.
     *
     * @param names at least one
     * @param factors chunks a worker, at least 1 each
     * @throws IllegalArgumentException that lists the known schedules, or says what is wrong with a factor
     */
    public static List<Contestant> contestants(List<String> names, List<Integer> factors) {
        List<Contestant> contestants = new ArrayList<>();
        for (String name : names) {
            if (takesFactors(name)) {
                factors.forEach(k -> contestants.add(Contestant.of(Schedule.parse(FACTORED.get(name) + k))));
            } else {
                contestants.add(Contestant.of(Schedule.parse(name)));
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
                study.distinct(Axis::schedule).stream().map(Contestant::of).toList(),
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
        return contestants.stream()
                .map(contestant -> contestant.schedule().label())
                .toList();
    }

    /** Rule by which rows are cut for one of them. */
    Partitioning partitioning(Contestant contestant) {
        return new Partitioning(contestant.schedule(), virtualWorkers, Unit.ROW);
    }

    /** The measured runs of one of them, void ones among them. */
    List<Run> measured(List<Run> runs, Contestant contestant) {
        return runs.stream()
                .filter(run -> run.phase() == Phase.MEASURED
                        && run.engine().equals(engine.label())
                        && run.schedule().equals(contestant.schedule()))
                .toList();
    }
}
