package org.mandelspark.measure.application;

import java.util.List;

/**
 * Everything that an application did, on the driver's clock in milliseconds since it began.
 *
 * @param endMs when it was over, or when its log ends
 * @param executors in the order of their numbers in {@link Tasks}
 * @param jobs in the order in which they were submitted
 * @param stages attempts that ran, in the order of their numbers in {@link Tasks}
 * @param tasks every attempt
 */
public record Application(long endMs, List<Executor> executors, List<Job> jobs, List<Stage> stages, Tasks tasks) {
    public Application {
        executors = List.copyOf(executors);
        jobs = List.copyOf(jobs);
        stages = List.copyOf(stages);
        if (endMs < 0) {
            throw new IllegalArgumentException("an application must end at 0 ms or later, not " + endMs);
        }
        for (int row = 0; row < tasks.count(); row++) {
            if (tasks.stage(row) >= stages.size() || tasks.executor(row) >= executors.size()) {
                throw new IllegalArgumentException("a task is of stage %d of %d and of executor %d of %d"
                        .formatted(tasks.stage(row), stages.size(), tasks.executor(row), executors.size()));
            }
        }
    }

    /** Core time of all slots from when they were asked for to when they were gone: slots × life. */
    public long slotMs() {
        return executors.stream().mapToLong(Executor::slotMs).reduce(0, Math::addExact);
    }
}
