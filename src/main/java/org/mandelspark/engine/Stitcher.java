package org.mandelspark.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.measure.ClockAlignment;
import org.mandelspark.schedule.Plan;

/**
 * Copies chunks into the final array as they arrive, on one thread of its own.
 *
 * <p>One thread suffices: copying is memory traffic at gigabytes a second, an order of magnitude faster than results
 * arrive, so next to nothing waits for it.
 */
final class Stitcher<A> implements AutoCloseable {
    private final Plan<A> plan;
    private final long calledNanos;
    private final ProgressListener progress;
    private final A cells;
    private final ChunkTiming[] timings;
    private final long[] arrivals;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread stitching = new Thread(work, "stitcher");
        stitching.setDaemon(true);
        return stitching;
    });

    /** Times are counted from {@code calledNanos}, when the engine was called, on the clock of {@link Clock}. */
    Stitcher(Plan<A> plan, long calledNanos, ProgressListener progress) {
        this.plan = plan;
        this.calledNanos = calledNanos;
        this.progress = progress;
        this.cells = plan.workload().cells().allocate(plan.cells());
        this.timings = new ChunkTiming[plan.chunks().size()];
        this.arrivals = new long[timings.length];
    }

    /** Takes a chunk over and returns at once: now is when it arrived. */
    void accept(int index, PackedChunk chunk) {
        long arrivedNanos = Clock.now() - calledNanos;
        thread.execute(() -> {
            try {
                stitch(index, chunk);
                arrivals[index] = arrivedNanos;
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /**
     * Waits for the last chunk.
     *
     * @throws EngineException if a chunk could not be stitched or never came
     */
    void finish() {
        thread.shutdown();
        try {
            thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
        if (failure.get() != null) {
            throw new EngineException("a chunk could not be stitched: " + failure.get(), failure.get());
        }
        for (int index = 0; index < timings.length; index++) {
            if (timings[index] == null) {
                throw new EngineException("chunk " + index + " of " + timings.length + " never came", null);
            }
        }
    }

    /** The whole answer, once finished. */
    A cells() {
        return cells;
    }

    /**
     * One timing for each chunk, in the plan's order and on the driver's clock, once finished.
     *
     * @param tasks that say when the driver launched each chunk; where they do not, it was not before the engine's call
     */
    List<ChunkTiming> timings(TaskTally tasks) {
        List<ClockAlignment.Bracket> brackets = new ArrayList<>(timings.length);
        for (int index = 0; index < timings.length; index++) {
            OptionalLong launched = tasks.launchedMillis(index, timings[index].attempt());
            brackets.add(new ClockAlignment.Bracket(
                    launched.isPresent() ? Clock.atTimeOfDay(launched.getAsLong()) - calledNanos : 0, arrivals[index]));
        }
        return ClockAlignment.align(Arrays.asList(timings), brackets);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void stitch(int index, PackedChunk chunk) {
        RowRange rows = plan.chunks().get(index);
        chunk.unpackTo(cells, plan.workload(), rows);
        timings[index] = chunk.timing(index, rows, calledNanos);
        progress.rowsDone(
                (long) rows.count() * plan.workload().rowCells(), chunk.work().iterations());
    }
}
