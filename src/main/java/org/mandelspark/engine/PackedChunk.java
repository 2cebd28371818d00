package org.mandelspark.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/**
 * What a Spark task sends to the driver: the cells of its chunk, packed piece by piece, and what they cost.
 *
 * <p>Packing each piece as soon as it is computed keeps the unpacked cells of a task to one piece. Times are of
 * {@link Clock}, since the epoch; the driver knows when it called.
 */
record PackedChunk(
        List<byte[]> slices,
        String executor,
        String host,
        int slot,
        long startNanos,
        long endNanos,
        long kernelNanos,
        Work work,
        int attempt)
        implements Serializable {

    /** Computes a chunk inside a task. */
    static <A> PackedChunk compute(Workload<A> workload, RowRange rows) {
        int slot = TaskSlots.take();
        try {
            long start = Clock.now();
            Cells<A> cells = workload.cells();
            int rowCells = workload.rowCells();
            List<RowRange> slices = Slices.of(workload, rows);
            List<byte[]> packed = new ArrayList<>();
            A block = cells.allocate(slices.get(0).count() * rowCells);
            long kernelNanos = 0;
            Work total = null;
            for (RowRange slice : slices) {
                long kernelStart = System.nanoTime();
                Work work = workload.fill(
                        slice, block, RowRange.band(0, slice.count()).starts(rowCells));
                kernelNanos += System.nanoTime() - kernelStart;
                total = total == null ? work : total.plus(work);
                packed.add(cells.pack(block, 0, slice.count() * rowCells));
            }
            SparkEnv env = SparkEnv.get();
            return new PackedChunk(
                    packed,
                    env.executorId(),
                    env.blockManager().blockManagerId().host(),
                    slot,
                    start,
                    Clock.now(),
                    kernelNanos,
                    total,
                    TaskContext.get().attemptNumber());
        } finally {
            TaskSlots.giveBack(slot);
        }
    }

    /** Copies the cells to their rows of the final array. */
    <A> void unpackTo(A into, Workload<A> workload, RowRange rows) {
        int rowCells = workload.rowCells();
        List<RowRange> places = Slices.of(workload, rows);
        for (int s = 0; s < slices.size(); s++) {
            RowRange place = places.get(s);
            for (int k = 0; k < place.count(); k++) {
                workload.cells().unpack(slices.get(s), k * rowCells, into, place.row(k) * rowCells, rowCells);
            }
        }
    }

    /** The driver's account of this chunk, its times on the executor's clock. */
    ChunkTiming timing(int index, RowRange rows, long calledNanos) {
        long bytes = 0;
        for (byte[] slice : slices) {
            bytes += slice.length;
        }
        return new ChunkTiming(
                index,
                rows,
                executor,
                host,
                slot,
                startNanos - calledNanos,
                endNanos - calledNanos,
                kernelNanos,
                work,
                bytes,
                attempt);
    }
}
