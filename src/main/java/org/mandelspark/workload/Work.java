package org.mandelspark.workload;

import java.io.Serializable;

/**
 * Work that it took to compute some rows.
 *
 * @param iterations what the answer amounts to (for escape counts their sum): the same for every kernel and engine
 * @param steps what was really executed, and so what costs time
 * @param method the kernel that did it, for people
 */
public record Work(long iterations, long steps, String method) implements Serializable {
    /** Both together; rows of one chunk are all computed by one method. */
    public Work plus(Work other) {
        return new Work(iterations + other.iterations, steps + other.steps, method);
    }
}
