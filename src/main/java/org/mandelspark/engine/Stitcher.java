package org.mandelspark.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ClockAlignment;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.schedule.Plan;

/**
 * Decodes chunks and copies them into the final array as they arrive, on one thread of its own.
 *
 * <p>One thread suffices: decoding and copying are memory traffic at gigabytes a second, while results arrive at the
 * pace of computing. That thread also makes the array, because the first use of so much memory takes the operating
 * system up to a second for each gigabyte: Spark can send out the first tasks meanwhile.
 */
final class Stitcher<A> implements AutoCloseable {
    private final Plan<A> plan;
    private final long calledNanos;
    private final ProgressListener progress;
    private final RowSink<A> sink;
    private final SliceCodec codec = new SliceCodec();
    private final ChunkTiming[] timings;
    private final long[] arrivals;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread stitching = new Thread(work, "stitcher");
        stitching.setDaemon(true);
        return stitching;
    });

    /** Belongs to the stitching thread until that has finished. */
    private A cells;

    /** Times are counted from {@code calledNanos}, when the engine was called, on the clock of {@link Clock}. */
    Stitcher(Plan<A> plan, long calledNanos, ProgressListener progress, RowSink<A> sink) {
        this.plan = plan;
        this.calledNanos = calledNanos;
        this.progress = progress;
        this.sink = sink;
        this.timings = new ChunkTiming[plan.chunks().size()];
        this.arrivals = new long[timings.length];
        later(() -> cells = plan.workload().cells().allocate(plan.cells()));
    }

    /**
     * Takes a chunk over as it travelled and returns at once: now is when it arrived.
     *
     * @throws EngineException if an earlier one could not be stitched, so that there is no use in going on
     */
    void accept(int index, byte[][] wire) {
        long arrivedNanos = Clock.now() - calledNanos;
        requireNoFailure();
        later(() -> {
            arrivals[index] = arrivedNanos;
            stitch(index, PackedChunk.ofWire(wire));
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
        requireNoFailure();
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
        Map<String, Long> offsets = ClockAlignment.offsets(Arrays.asList(timings), brackets);
        return Arrays.stream(timings)
                .map(chunk -> chunk.later(offsets.getOrDefault(chunk.executor(), 0L)))
                .toList();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void later(Runnable work) {
        thread.execute(() -> {
            try {
                if (failure.get() == null) {
                    work.run();
                }
            } catch (RuntimeException | OutOfMemoryError e) {
                failure.set(e);
            }
        });
    }

    private void requireNoFailure() {
        Throwable e = failure.get();
        if (e != null) {
            throw new EngineException("the answer could not be stitched: " + e, e);
        }
    }

    private void stitch(int index, PackedChunk chunk) {
        RowRange units = plan.chunks().get(index);
        chunk.unpackTo(cells, plan.workload(), units, codec);
        timings[index] = chunk.timing(index, units, calledNanos);
        progress.cellsDone(plan.workload().units().cells(units), chunk.work().iterations());
        sink.arrived(units, cells);
    }
}
