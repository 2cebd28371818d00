package org.mandelspark.measure.application;

/**
 * A process that ran tasks, or waited for some.
 *
 * @param slots tasks that it can run at once, at least 1
 * @param profile resources that its tasks ask for; a stage runs on executors of its own profile
 * @param askedMs when it was asked for: from here on its core time counts
 * @param startMs when it was there, not before it was asked for
 * @param endMs when it was gone or the application over, not before the start
 */
public record Executor(int slots, int profile, long askedMs, long startMs, long endMs) {
    public Executor {
        if (slots < 1) {
            throw new IllegalArgumentException("an executor must have at least 1 slot, not " + slots);
        }
        if (askedMs < 0 || startMs < askedMs || endMs < startMs) {
            throw new IllegalArgumentException("an executor must be asked for, start and end in this order: " + askedMs
                    + ", " + startMs + " and " + endMs + " ms");
        }
    }

    /** Core time of all slots from when they were asked for. */
    long slotMs() {
        return Math.multiplyExact(slots, endMs - askedMs);
    }
}
