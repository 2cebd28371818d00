package org.mandelspark.study;

import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.workload.Computation;

/**
 * Request for a study of task sizes.
 *
 * @param computation what is computed
 * @param engine what executes the tasks
 * @param workers number of workers, if not the one that the process was given
 * @param grains the sizes, in the order of the table
 * @param settings how often
 */
public record GranularityRequest(
        Computation<?> computation,
        EngineKind engine,
        OptionalInt workers,
        List<Grain> grains,
        StudySettings settings) {
    /** Limit of tasks; more than this would take a driver minutes a run. */
    static final int MOST_TASKS = 100_000;

    public GranularityRequest {
        grains = StudySettings.eachOnce("--grains", grains);
        if (grains.size() < 2) {
            throw new IllegalArgumentException("--grains: at least two are needed to compare");
        }
        for (Grain grain : grains) {
            if (units(computation, grain) > MOST_TASKS && grain.isFinest()) {
                throw new IllegalArgumentException("--grains " + grain.label() + " with "
                        + computation.problem().sizeOptions() + " makes more than " + MOST_TASKS
                        + " tasks: take a smaller --size");
            }
        }
    }

    /** The request of a recorded study. */
    static GranularityRequest of(StudyRecord study) {
        return new GranularityRequest(
                Axis.computation(study),
                study.one(Axis.ENGINE, Axis::engine),
                study.one(Axis.WORKERS, Axis::workers),
                study.distinct(configuration -> Grain.recorded(configuration.text(Axis.GRAIN))),
                StudySettings.of(study));
    }

    /** The record of this request. */
    public StudyRecord record() {
        return settings.record(
                Granularity.NAME,
                computation.problem(),
                grains.stream()
                        .map(grain -> Axis.of(computation, engine)
                                .with(Axis.WORKERS, workers)
                                .with(Axis.GRAIN, grain.label()))
                        .toList());
    }

    /** The same without grains that were not measured. */
    GranularityRequest measuredIn(List<Run> runs) {
        List<Grain> measured = grains.stream()
                .filter(grain -> measured(runs, grain).stream().anyMatch(run -> !run.isVoid()))
                .toList();
        return new GranularityRequest(computation, engine, workers, measured, settings);
    }

    /** The names of all grains. */
    List<String> labels() {
        return grains.stream().map(Grain::label).toList();
    }

    /** The measured runs of one of them, void ones among them. */
    List<Run> measured(List<Run> runs, Grain grain) {
        return runs.stream()
                .filter(run -> run.phase() == Phase.MEASURED
                        && run.schedule().equals(grain.schedule())
                        && run.unit().equals(grain.unit()))
                .toList();
    }

    private static int units(Computation<?> computation, Grain grain) {
        try {
            return computation.workload().inUnits(grain.unit()).units().count();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--grains " + grain.label() + ": " + e.getMessage(), e);
        }
    }
}
