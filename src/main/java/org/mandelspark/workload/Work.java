package org.mandelspark.workload;

import java.io.Serializable;

/**
 * Work that it took to compute some rows.
 *
 * @param iterations what the answer amounts to (for escape counts their sum): the same for every kernel and engine
 * @param steps what was really executed, and so what costs time
 * @param method the kernel that did it, for people
 * @param encodeNanos time to colour and encode what is written where it was computed, in nanoseconds
 * @param writeNanos time to write it
 * @param tableNanos time until what all units need was there, the first time in a process
 * @param proofs what proved the cells, where they are proved
 */
public record Work(
        long iterations, long steps, String method, long encodeNanos, long writeNanos, long tableNanos, Proofs proofs)
        implements Serializable {
    /** Work of which nothing is written where it was done. */
    public Work(long iterations, long steps, String method) {
        this(iterations, steps, method, 0, 0);
    }

    /** Work whose cells are not proved. */
    public Work(long iterations, long steps, String method, long encodeNanos, long writeNanos) {
        this(iterations, steps, method, encodeNanos, writeNanos, 0, Proofs.NONE);
    }

    /** Both together; rows of one chunk are all computed by one method. */
    public Work plus(Work other) {
        return new Work(
                iterations + other.iterations,
                steps + other.steps,
                method,
                encodeNanos + other.encodeNanos,
                writeNanos + other.writeNanos,
                tableNanos + other.tableNanos,
                proofs.plus(other.proofs));
    }

    /** The same by a method of another name. */
    public Work by(String otherMethod) {
        return new Work(iterations, steps, otherMethod, encodeNanos, writeNanos, tableNanos, proofs);
    }

    /** Time that was not spent in the kernel. */
    public long outputNanos() {
        return encodeNanos + writeNanos + tableNanos;
    }
}
