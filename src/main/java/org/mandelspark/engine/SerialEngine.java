package org.mandelspark.engine;

import java.util.ArrayList;
import java.util.List;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.schedule.Plan;

/** One loop over the chunks in this thread: what every other engine is compared with. */
public final class SerialEngine implements Engine {
    @Override
    public <A> Execution<A> execute(Plan<A> plan, ProgressListener progress, RowSink<A> sink) {
        long called = Clock.now();
        A cells = plan.workload().cells().allocate(plan.cells());
        List<ChunkTiming> timings = new ArrayList<>();
        for (int index = 0; index < plan.chunks().size(); index++) {
            timings.add(InPlaceChunk.compute(plan, index, 0, cells, called, progress, sink));
        }
        return Execution.inPlace(cells, timings, Clock.now() - called);
    }

    @Override
    public WorkerCount workers() {
        return new WorkerCount(1, "engine serial");
    }

    @Override
    public double chunkNanos() {
        return InPlaceChunk.OVERHEAD_NANOS;
    }

    @Override
    public void close() {}
}
