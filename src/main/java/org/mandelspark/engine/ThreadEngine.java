package org.mandelspark.engine;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.schedule.Plan;

/**
 * Threads of this process, each taking the next chunk of the plan when it is done with one. The
 * calling thread is one of them, and the others, once started, wait for the next plan: to start a thread, or to wake one
 * next to a thread that waits, takes longer than many a chunk.
 */
public final class ThreadEngine implements Engine {
    private final WorkerCount workers;
    private final ExecutorService threads;

    /**
     * An engine of so many threads.
     *
     * @param workers number of threads
     */
    public ThreadEngine(WorkerCount workers) {
        this.workers = workers;
        this.threads = Executors.newFixedThreadPool(Math.max(1, workers.count() - 1), ThreadEngine::daemon);
    }

    /** An engine that nobody closes must not keep the JVM alive. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mandelspark worker");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public <A> Execution<A> execute(Plan<A> plan, ProgressListener progress, RowSink<A> sink) {
        long called = Clock.now();
        A cells = plan.workload().cells().allocate(plan.cells());
        int chunks = plan.chunks().size();
        ChunkTiming[] timings = new ChunkTiming[chunks];
        AtomicInteger next = new AtomicInteger();
        IntConsumer work = slot -> {
            try {
                for (int index = next.getAndIncrement(); index < chunks; index = next.getAndIncrement()) {
                    timings[index] = InPlaceChunk.compute(plan, index, slot, cells, called, progress, sink);
                }
            } catch (RuntimeException | Error e) {
                // Nobody wants the chunks that are left.
                next.set(chunks);
                throw e;
            }
        };
        List<Future<?>> others = new ArrayList<>();
        try {
            for (int slot = 1; slot < Math.min(workers.count(), chunks); slot++) {
                int worker = slot;
                others.add(threads.submit(() -> work.accept(worker)));
            }
            work.accept(0);
            for (Future<?> other : others) {
                other.get();
            }
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (InterruptedException e) {
            next.set(chunks);
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        } catch (RuntimeException | Error e) {
            throw failed(e);
        }
        return Execution.inPlace(cells, Arrays.asList(timings), Clock.now() - called);
    }

    private static EngineException failed(Throwable cause) {
        // What could not be read or written says so itself.
        String what = cause instanceof UncheckedIOException ? cause.getMessage() : "a worker failed: " + cause;
        return new EngineException(what, cause);
    }

    @Override
    public WorkerCount workers() {
        return workers;
    }

    @Override
    public double chunkNanos() {
        return InPlaceChunk.OVERHEAD_NANOS;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
