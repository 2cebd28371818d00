package org.mandelspark.study;

import java.util.List;
import org.mandelspark.record.Run;
import org.mandelspark.workload.Problem;

/** What a study gave that keeps its runs in a folder, and so can be read back. */
public sealed interface StudyResult permits ScalingResult, BalanceResult, HeadToHeadResult, GranularityResult {
    /** What was computed again and again; for weak scaling, by one worker. */
    Problem<?> problem();

    /** Every run in its order, warm-ups and references too. */
    List<Run> runs();
}
