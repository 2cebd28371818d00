package org.mandelspark.study;

import org.mandelspark.engine.Engine;
import org.mandelspark.workload.ReferenceProgress;
import org.mandelspark.workload.Workload;

/**
 * Time spent before an exact view was planned, in nanoseconds.
 *
 * @param referenceNanos for the reference
 * @param tableNanos for the table of its blocks, where this process computes units or estimates what they cost
 */
record Preparation(long referenceNanos, long tableNanos) {
    /** Other workloads need nothing. */
    static final Preparation NONE = new Preparation(0, 0);

    /**
     * Prepares a workload.
     *
     * @param progress hears how far the reference is
     */
    static Preparation of(Workload<?> workload, Engine engine, ReferenceProgress progress) {
        long start = System.nanoTime();
        workload.prepare(progress);
        if (workload.reference().isEmpty()) {
            return NONE;
        }
        long prepared = System.nanoTime();
        if (engine.sharesThisMachine()) {
            workload.load();
        }
        return new Preparation(prepared - start, System.nanoTime() - prepared);
    }
}
