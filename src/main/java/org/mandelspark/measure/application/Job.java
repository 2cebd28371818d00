package org.mandelspark.measure.application;

import java.util.List;

/**
 * An action of an application.
 *
 * @param id its number in the log
 * @param submittedMs when it began
 * @param endMs when it was over, not before it began
 * @param stageIds stages that it needs, those that were skipped too
 */
public record Job(int id, long submittedMs, long endMs, List<Integer> stageIds) {
    public Job {
        stageIds = List.copyOf(stageIds);
        if (submittedMs < 0 || endMs < submittedMs) {
            throw new IllegalArgumentException(
                    "a job must begin at 0 ms or later and not end before: " + submittedMs + " to " + endMs);
        }
    }
}
