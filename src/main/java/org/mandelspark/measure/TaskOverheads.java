package org.mandelspark.measure;

/**
 * Core time around the chunks of a run that only the engine can report, summed over the
 * tasks whose results were used.
 *
 * @param deserialiseNanos before chunks begin, unpacking tasks; at least 0
 * @param serialiseNanos after chunks have ended, packing results; at least 0
 */
public record TaskOverheads(long deserialiseNanos, long serialiseNanos) {
    /** Overheads of engines that share memory with their workers. */
    public static final TaskOverheads NONE = new TaskOverheads(0, 0);

    public TaskOverheads {
        if (deserialiseNanos < 0 || serialiseNanos < 0) {
            throw new IllegalArgumentException("overheads must be at least 0 ns, not " + deserialiseNanos
                    + " to deserialise and " + serialiseNanos + " to serialise");
        }
    }
}
