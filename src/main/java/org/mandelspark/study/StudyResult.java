package org.mandelspark.study;

import org.mandelspark.output.Problem;

/** What a study gave that keeps its runs in a folder, and so can be read back. */
public sealed interface StudyResult permits ScalingResult, BalanceResult, HeadToHeadResult, GranularityResult {
    /** What was computed again and again; for weak scaling, by one worker. */
    Problem problem();
}
