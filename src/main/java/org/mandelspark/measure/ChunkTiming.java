package org.mandelspark.measure;

import org.mandelspark.grid.RowRange;
import org.mandelspark.workload.Work;

/**
 * What one chunk cost and where it ran.
 *
 * @param index position of the chunk in the plan
 * @param rows its rows
 * @param executor the process that computed it ({@value #DRIVER} if there is only one)
 * @param host the machine
 * @param slot the core slot within the process, from 0
 * @param startNanos when the task began, in nanoseconds since the engine was called, on the driver's clock
 * @param endNanos when the chunk was computed and encoded, on the same clock
 * @param kernelNanos time inside the kernel
 * @param work iterations, steps and method
 * @param resultBytes of the cells as they travelled to the driver, 0 where nothing travels
 * @param attempt 0 for a first try
 */
public record ChunkTiming(
        int index,
        RowRange rows,
        String executor,
        String host,
        int slot,
        long startNanos,
        long endNanos,
        long kernelNanos,
        Work work,
        long resultBytes,
        int attempt) {
    /** The {@link #executor} whose clock is the driver's. */
    public static final String DRIVER = "driver";

    /** The same chunk on a clock to which so much is added. */
    ChunkTiming later(long nanos) {
        return new ChunkTiming(
                index,
                rows,
                executor,
                host,
                slot,
                startNanos + nanos,
                endNanos + nanos,
                kernelNanos,
                work,
                resultBytes,
                attempt);
    }
}
