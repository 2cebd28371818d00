package org.mandelspark.study;

import java.util.List;
import java.util.Optional;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TaskOverheadFit;
import org.mandelspark.output.Environment;

/**
 * What a study of task sizes gave.
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
        List<MeasuredRun> runs) {
    public GranularityResult {
        rows = List.copyOf(rows);
        runs = List.copyOf(runs);
    }

    /**
     * A grain and what was measured of it.
     *
     * @param grain how much work a task is
     * @param seconds from the beginning of planning to the stitched array
     * @param median the run in the middle
     */
    public record Row(Grain grain, Spread seconds, MeasuredRun median) {
        /** Number of tasks. */
        public int tasks() {
            return median.chunks().size();
        }
    }
}
