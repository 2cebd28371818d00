package org.mandelspark.measure.application;

import java.util.List;

/**
 * An attempt at a stage.
 *
 * @param id its number in the log
 * @param attempt 0 for a first one
 * @param tasks number of partitions that this attempt has to compute, at least 0
 * @param submittedMs when it could begin
 * @param completedMs when it was over, not before it began
 * @param parentIds stages whose results it needs
 * @param profile resources that its tasks ask for
 * @param outcome how it ended
 */
public record Stage(
        int id,
        int attempt,
        int tasks,
        long submittedMs,
        long completedMs,
        List<Integer> parentIds,
        int profile,
        Outcome outcome) {
    /** End of an attempt at a stage. */
    public enum Outcome {
        COMPLETED,
        FAILED,
        /** Nobody saw it end. */
        UNKNOWN
    }

    public Stage {
        parentIds = List.copyOf(parentIds);
        if (tasks < 0) {
            throw new IllegalArgumentException("a stage must have at least 0 tasks, not " + tasks);
        }
        if (submittedMs < 0 || completedMs < submittedMs) {
            throw new IllegalArgumentException(
                    "a stage must begin at 0 ms or later and not end before: " + submittedMs + " to " + completedMs);
        }
    }

    /** Its number, and that of the attempt if it is not the first: {@code 12} or {@code 12.1}. */
    public String label() {
        return attempt == 0 ? String.valueOf(id) : id + "." + attempt;
    }
}
