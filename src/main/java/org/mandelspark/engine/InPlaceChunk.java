package org.mandelspark.engine;

import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Units;
import org.mandelspark.measure.TimedTask;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.schedule.Plan;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/** A chunk computed straight into the final array, by the engines that share memory with it. */
final class InPlaceChunk {
    /** A call, two clocks and some objects. */
    static final double OVERHEAD_NANOS = 3e3;

    private InPlaceChunk() {}

    /**
     * Computes one chunk of a plan.
     *
     * @param index which chunk
     * @param slot the worker that does it
     * @param into the final array
     * @param calledNanos when the engine was called, on the clock of {@link Clock}
     */
    static <A> ChunkTiming compute(
            Plan<A> plan, int index, int slot, A into, long calledNanos, ProgressListener progress, RowSink<A> sink) {
        Workload<A> workload = plan.workload();
        RowRange chunk = plan.chunks().get(index);
        Units units = workload.units();
        long start = Clock.now();
        long kernelNanos = 0;
        Work total = null;
        for (RowRange slice : Slices.of(workload, chunk)) {
            long kernelStart = System.nanoTime();
            Work work = workload.fill(slice, into, units.starts(slice));
            kernelNanos += System.nanoTime() - kernelStart - work.outputNanos();
            total = total == null ? work : total.plus(work);
            progress.cellsDone(units.cells(slice), work.iterations());
            sink.arrived(slice, into);
        }
        return new ChunkTiming(
                index,
                chunk,
                TimedTask.DRIVER,
                HostName.LOCAL,
                slot,
                start - calledNanos,
                Clock.now() - calledNanos,
                kernelNanos,
                total,
                0,
                0);
    }
}
