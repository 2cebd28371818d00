package org.mandelspark.study;

import java.util.ArrayList;
import java.util.List;
import org.mandelspark.engine.Engine;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.workload.Work;

/** Small things that tests of studies compute, and nobody who listens. */
final class StudyFixtures {
    static final StudyListener SILENT = new StudyListener() {
        @Override
        public void started(Engine engine) {}

        @Override
        public void ran(MeasuredRun run) {}
    };

    private StudyFixtures() {}

    /**
     * A run of one worker, whose tasks take 3 ns besides their kernels.
     *
     * @param tasksSeen as many as there are chunks, or it is void
     * @param kernelNanos of each chunk, a row each
     */
    static MeasuredRun run(String engine, String schedule, int repeat, int tasksSeen, long... kernelNanos) {
        List<ChunkTiming> chunks = new ArrayList<>();
        long start = 0;
        for (long kernel : kernelNanos) {
            int row = chunks.size();
            long end = start + 3 + kernel;
            Work work = new Work(kernel, kernel, "naive");
            chunks.add(new ChunkTiming(
                    row, RowRange.band(row, row + 1), "driver", "here", 0, start, end, kernel, work, 0, 0));
            start = end;
        }
        return new MeasuredRun(
                Phase.MEASURED,
                repeat,
                engine,
                schedule,
                1,
                0,
                start,
                "0",
                chunks,
                TaskOverheads.NONE,
                tasksSeen,
                ExtraAttempts.NONE);
    }

    static ViewSubject subject(int width, int height, int maxIter) {
        View view = new View(
                "small", new Formula.Mandelbrot(), Frame.bounds("-2,0.5,-1.25,1.25"), new Size(width, height), maxIter);
        return new ViewSubject(view, KernelKind.NAIVE, Interior.NONE);
    }
}
