package org.mandelspark.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.schedule.Plan;

/** Threads of this process, each taking the next chunk of the plan when it is done with one. */
public final class ThreadEngine implements Engine {
    private final WorkerCount workers;

    /**
     * An engine of so many threads.
     *
     * @param workers number of threads
     */
    public ThreadEngine(WorkerCount workers) {
        this.workers = workers;
    }

    @Override
    public <A> Execution<A> execute(Plan<A> plan, ProgressListener progress) {
        long called = Clock.now();
        A cells = plan.workload().cells().allocate(plan.cells());
        int chunks = plan.chunks().size();
        ChunkTiming[] timings = new ChunkTiming[chunks];
        AtomicInteger next = new AtomicInteger();
        int busy = Math.min(workers.count(), chunks);
        ExecutorService threads = Executors.newFixedThreadPool(busy);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int slot = 0; slot < busy; slot++) {
                int worker = slot;
                running.add(threads.submit(() -> {
                    for (int index = next.getAndIncrement(); index < chunks; index = next.getAndIncrement()) {
                        timings[index] = InPlaceChunk.compute(plan, index, worker, cells, called, progress);
                    }
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new EngineException("a worker failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
        return Execution.inPlace(cells, Arrays.asList(timings), Clock.now() - called);
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
    public void close() {}
}
