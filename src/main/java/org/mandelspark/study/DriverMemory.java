package org.mandelspark.study;

import org.mandelspark.kernel.Interior;
import org.mandelspark.workload.Problem;
import org.mandelspark.workload.Workload;

/**
 * Foresees whether the driver's heap can hold a render, so that nobody waits an hour for an OutOfMemoryError.
 *
 * <p>The driver holds the final array, and besides it either what is on its way or what encoding a picture takes, and
 * itself. Estimates are generous by a little: a refusal names the option that raises the limit.
 */
final class DriverMemory {
    /**
     * Memory that the JVM, Spark and this program need for themselves; measured at about 100 MiB, with room for
     * garbage.
     */
    static final long BASE_BYTES = 192L << 20;

    private static final double MIB = 1 << 20;

    private DriverMemory() {}

    /**
     * Requires room for the answer of a problem.
     *
     * @param besideBytes of what comes and goes
     * @throws IllegalArgumentException if there is none, that names what to raise
     */
    static void require(Problem<?> problem, long besideBytes) {
        require(problem, problem.sizeOptions(), besideBytes);
    }

    /**
     * Requires room for the answer of a problem.
     *
     * @param sizeOptions that decide how large it is, for the message
     * @param besideBytes of what comes and goes
     * @throws IllegalArgumentException if there is none, that names what to raise
     */
    static void require(Problem<?> problem, String sizeOptions, long besideBytes) {
        // What a cell is does not depend on the kernel.
        Workload<?> workload = problem.workload(problem.coldSpeeds().get(0).kernel(), Interior.NONE);
        require(
                sizeOptions,
                (long) workload.rowCells() * workload.rows() * workload.cells().bytes(),
                besideBytes,
                Runtime.getRuntime().maxMemory());
    }

    /**
     * @param what is computed, for the message
     * @param arrayBytes of the final array
     * @param besideBytes of what comes and goes
     * @param heapBytes there are
     * @throws IllegalArgumentException if they do not fit, that names what to raise
     */
    static void require(String what, long arrayBytes, long besideBytes, long heapBytes) {
        long needed = arrayBytes + besideBytes + BASE_BYTES;
        if (needed > heapBytes) {
            throw new IllegalArgumentException(
                    ("%s needs about %.0f MiB of driver memory (%.0f for the array) and there are %.0f:"
                                    + " raise it with --driver-memory %dm before the command")
                            .formatted(
                                    what,
                                    Math.ceil(needed / MIB),
                                    Math.ceil(arrayBytes / MIB),
                                    Math.floor(heapBytes / MIB),
                                    raised(needed)));
        }
    }

    /** A setting at which the estimate fits: some collectors keep a part of the heap from use. */
    private static long raised(long needed) {
        long step = 256;
        return ((long) (needed * 1.1 / MIB) / step + 1) * step;
    }
}
