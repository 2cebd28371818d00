package org.mandelspark.study;

import java.util.List;
import java.util.Optional;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.grid.Counted;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TaskCountTime;
import org.mandelspark.measure.TaskOverheadFit;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.workload.Problem;

/**
 * Result of a study of task sizes.
 *
 * @param request what was asked for
 * @param environment where the engine ran
 * @param workers tasks computed at once
 * @param workersSource who decided that number
 * @param rows one for each grain, in the order of the request
 * @param fit time against number of tasks, by medians; nothing if all have as many tasks
 * @param runs every run, warm-ups too
 */
public record GranularityResult(
        GranularityRequest request,
        Environment environment,
        int workers,
        String workersSource,
        List<Row> rows,
        Optional<TaskOverheadFit> fit,
        List<Run> runs)
        implements StudyResult {
    public GranularityResult {
        rows = List.copyOf(rows);
        runs = List.copyOf(runs);
    }

    @Override
    public String configurationsLabel() {
        return "all sizes of tasks";
    }

    @Override
    public String configuration(Run run) {
        return Counted.of(run.chunks().size(), "task");
    }

    /**
     * A grain and what was measured of it.
     *
     * @param grain how much work a task is
     * @param seconds {@value TimedRun#TIMED_REGION}
     * @param median the run in the middle
     */
    public record Row(Grain grain, Spread seconds, Run median) {
        /** Number of tasks. */
        public int tasks() {
            return median.chunks().size();
        }
    }

    /**
     * Result of the runs of a study.
     *
     * @param environment where the engine ran
     * @param workers tasks computed at once
     * @param runs every run, warm-ups too
     */
    static GranularityResult of(
            GranularityRequest request, Environment environment, WorkerCount workers, List<Run> runs) {
        List<Row> rows = request.grains().stream()
                .map(grain -> row(grain, request.measured(runs, grain)))
                .toList();
        return new GranularityResult(request, environment, workers.count(), workers.source(), rows, fit(rows), runs);
    }

    private static Row row(Grain grain, List<Run> measured) {
        List<Run> usable = measured.stream().filter(run -> !run.isVoid()).toList();
        if (usable.isEmpty()) {
            throw new StudyException("all runs of grain " + grain.label() + " are void: " + TimedRun.WHY_VOID);
        }
        return new Row(grain, TimedRun.spread(usable), TimedRun.median(usable));
    }

    private static Optional<TaskOverheadFit> fit(List<Row> rows) {
        boolean differ = rows.stream().mapToInt(Row::tasks).distinct().count() > 1;
        return differ
                ? Optional.of(TaskOverheadFit.of(rows.stream()
                        .map(row -> new TaskCountTime(row.tasks(), row.seconds().median()))
                        .toList()))
                : Optional.empty();
    }

    @Override
    public Problem<?> problem() {
        return request.computation().problem();
    }
}
