package org.mandelspark.report;

import java.util.List;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.StudyResult;

/** The order in which the repeats of a study were measured, as its runs show it. */
public final class RunOrder {
    private RunOrder() {}

    /** A phrase that says what was shuffled. */
    public static String of(StudyResult result) {
        return areRounds(result.runs())
                ? "rounds of " + configurations(result) + ", shuffled anew for each"
                : configurations(result) + ", shuffled; repeats of each in a row";
    }

    /** True if the runs are in rounds, in which no repeat comes before one of a smaller number. */
    private static boolean areRounds(List<Run> runs) {
        int last = 0;
        for (Run run : runs) {
            if (run.phase() == Phase.MEASURED) {
                if (run.repeat() < last) {
                    return false;
                }
                last = run.repeat();
            }
        }
        return true;
    }

    private static String configurations(StudyResult result) {
        if (result instanceof ScalingResult) {
            return "the single thread and all numbers of workers";
        }
        if (result instanceof BalanceResult) {
            return "all schedules";
        }
        return result instanceof HeadToHeadResult ? "all engines and, on each, all kernels" : "all sizes of tasks";
    }
}
