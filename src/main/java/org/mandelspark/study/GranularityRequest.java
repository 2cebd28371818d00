package org.mandelspark.study;

import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.engine.EngineKind;

/**
 * How a study of task sizes is to be made.
 *
 * @param subject what is computed
 * @param engine what executes the tasks
 * @param workers number of workers, if not the one that the process was given
 * @param grains the sizes, in the order of the table
 * @param settings how often
 */
public record GranularityRequest(
        Subject<?> subject, EngineKind engine, OptionalInt workers, List<Grain> grains, StudySettings settings) {
    /** More tasks than this would take a driver minutes a run. */
    static final int MOST_TASKS = 100_000;

    public GranularityRequest {
        grains = StudySettings.eachOnce("--grains", grains);
        if (grains.size() < 2) {
            throw new IllegalArgumentException("--grains: at least two are needed to compare");
        }
        for (Grain grain : grains) {
            if (grain.workload(subject).rows() > MOST_TASKS && grain.isFinest()) {
                throw new IllegalArgumentException("--grains " + grain.label() + " with " + subject.sizeOptions()
                        + " makes more than " + MOST_TASKS + " tasks: take a smaller --size");
            }
        }
    }
}
