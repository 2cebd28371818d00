package org.mandelspark.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Units;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/**
 * The work of a Spark task: it computes the one chunk of its partition and returns {@link PackedChunk#toWire()}.
 *
 * <p>Encoding each piece as soon as it is computed keeps the unpacked cells of a task to one piece, which is still in
 * the core's cache. This is a class rather than a lambda, because every task unpacks it once more, which takes longer
 * for lambdas.
 */
final class ChunkTask<A> extends AbstractFunction2<TaskContext, Iterator<RowRange>, byte[][]> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Workload<A> workload;

    ChunkTask(Workload<A> workload) {
        this.workload = workload;
    }

    @Override
    public byte[][] apply(TaskContext task, Iterator<RowRange> partition) {
        int slot = TaskSlots.take();
        try {
            return compute(partition.next(), slot, task).toWire();
        } finally {
            TaskSlots.giveBack(slot);
        }
    }

    private PackedChunk compute(RowRange chunk, int slot, TaskContext task) {
        long start = Clock.now();
        Cells<A> cells = workload.cells();
        Units units = workload.units();
        List<RowRange> slices = Slices.of(workload, chunk);
        List<byte[]> encoded = new ArrayList<>(slices.size());
        SliceCodec codec = new SliceCodec();
        A block = cells.allocate(slices.get(0).count() * units.largest());
        long kernelNanos = 0;
        Work total = null;
        for (RowRange slice : slices) {
            if (task.isInterrupted()) {
                // Its chunk is there already or no longer wanted: going on would only take a core from others.
                throw new TaskKilledException();
            }
            long kernelStart = System.nanoTime();
            Work work = workload.fill(slice, block, units.packedStarts(slice));
            kernelNanos += System.nanoTime() - kernelStart - work.outputNanos();
            total = total == null ? work : total.plus(work);
            encoded.add(codec.encode(cells, block, units.cells(slice)));
        }
        SparkEnv env = SparkEnv.get();
        return new PackedChunk(
                encoded,
                env.executorId(),
                env.blockManager().blockManagerId().host(),
                slot,
                start,
                Clock.now(),
                kernelNanos,
                total,
                task.attemptNumber());
    }
}
