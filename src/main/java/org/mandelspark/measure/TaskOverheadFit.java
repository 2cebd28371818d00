package org.mandelspark.measure;

import java.util.List;

/**
 * Cost of one more task: the line {@code seconds = fixed + perTask · tasks} through the wall times of the same work cut
 * into different numbers of tasks, by ordinary least squares.
 *
 * <p>Neither is clamped: where tasks cost less than the noise, the cost of one may come out below 0, and the residuals
 * say how much noise there is.
 *
 * @param secondsPerTask slope, wall seconds for each further task
 * @param fixedSeconds intercept, wall seconds with no task at all
 * @param residuals in seconds
 */
public record TaskOverheadFit(double secondsPerTask, double fixedSeconds, Residuals residuals) {
    public TaskOverheadFit {
        if (!Double.isFinite(secondsPerTask) || !Double.isFinite(fixedSeconds)) {
            throw new IllegalArgumentException(
                    "a line must be finite, not " + fixedSeconds + " s + " + secondsPerTask + " s a task");
        }
    }

    /**
     * The line of least squares.
     *
     * @param points of at least two different numbers of tasks
     */
    public static TaskOverheadFit of(List<TaskCountTime> points) {
        double meanTasks =
                points.stream().mapToDouble(TaskCountTime::tasks).average().orElse(0);
        double meanSeconds = points.stream()
                .mapToDouble(TaskCountTime::wallSeconds)
                .average()
                .orElse(0);
        double products = 0;
        double squares = 0;
        for (TaskCountTime point : points) {
            double off = point.tasks() - meanTasks;
            products += off * (point.wallSeconds() - meanSeconds);
            squares += off * off;
        }
        if (points.stream().mapToInt(TaskCountTime::tasks).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "a cost per task needs at least 2 different numbers of tasks, not " + points);
        }
        double perTask = products / squares;
        double fixed = meanSeconds - perTask * meanTasks;
        return new TaskOverheadFit(
                perTask,
                fixed,
                new Residuals(points.stream()
                        .map(point -> point.wallSeconds() - (fixed + perTask * point.tasks()))
                        .toList()));
    }

    /**
     * The fitted wall time in seconds.
     *
     * @param tasks at least 1
     */
    public double seconds(int tasks) {
        if (tasks < 1) {
            throw new IllegalArgumentException("a run must have at least 1 task, not " + tasks);
        }
        return fixedSeconds + secondsPerTask * tasks;
    }
}
