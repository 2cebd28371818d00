package org.mandelspark.study;

import java.util.List;
import org.mandelspark.record.Run;
import org.mandelspark.workload.Problem;

/** Result of a study that keeps its runs in a folder, and so can be read back. */
public sealed interface StudyResult permits ScalingResult, BalanceResult, HeadToHeadResult, GranularityResult {
    /** The problem that was computed again and again; for weak scaling, by one worker. */
    Problem<?> problem();

    /** Every run in its order, warm-ups and references too. */
    List<Run> runs();
}
