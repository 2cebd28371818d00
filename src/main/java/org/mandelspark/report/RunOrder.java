package org.mandelspark.report;

import java.util.List;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.study.StudyResult;

/** The order in which the repeats of a study were measured, as its runs show it. */
public final class RunOrder {
    private RunOrder() {}

    /** A phrase that says what was shuffled. */
    public static String of(StudyResult result) {
        return areRounds(result.runs())
                ? "rounds of " + result.configurationsLabel() + ", shuffled anew for each"
                : result.configurationsLabel() + ", shuffled; repeats of each in a row";
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
}
