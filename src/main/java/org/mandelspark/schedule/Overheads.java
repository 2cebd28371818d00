package org.mandelspark.schedule;

/**
 * Costs of executing chunks besides their rows, in nanoseconds.
 *
 * @param startNanos time before the first chunk can start
 * @param dispatchNanos least time from the start of a chunk to the start of the next, on whatever worker: one
 *     dispatcher hands them out one by one
 * @param taskNanos time that every chunk takes its worker besides its cost
 */
public record Overheads(double startNanos, double dispatchNanos, double taskNanos) {
    /** Chunks cost what their rows cost. */
    public static final Overheads NONE = new Overheads(0, 0, 0);

    public Overheads {
        require("start", startNanos);
        require("dispatch", dispatchNanos);
        require("task", taskNanos);
    }

    private static void require(String name, double nanos) {
        if (!CostEstimate.isCost(nanos)) {
            throw new IllegalArgumentException("the " + name + " overhead must be finite and at least 0, not " + nanos);
        }
    }
}
