package org.mandelspark.measure;

/**
 * Time that the same work took when it was cut into so many tasks.
 *
 * @param tasks number of tasks, at least 1
 * @param wallSeconds wall time in seconds, greater than 0
 */
public record TaskCountTime(int tasks, double wallSeconds) {
    public TaskCountTime {
        if (tasks < 1) {
            throw new IllegalArgumentException("a run must have at least 1 task, not " + tasks);
        }
        if (!(wallSeconds > 0 && Double.isFinite(wallSeconds))) {
            throw new IllegalArgumentException("a wall time must be finite and greater than 0 s, not " + wallSeconds);
        }
    }
}
