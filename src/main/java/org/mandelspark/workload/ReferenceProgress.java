package org.mandelspark.workload;

/** Hears from time to time how far the reference of an exact view is. */
@FunctionalInterface
public interface ReferenceProgress {
    /**
     * The reference has reached an iteration.
     *
     * @param most iterations after which it ends, unless it escapes before
     */
    void reached(int iteration, int most);
}
