package org.mandelspark.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mandelspark.engine.Engine;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.record.TestRuns;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.ViewProblem;
import org.mandelspark.workload.Work;

/** Small things that tests of studies compute, and nobody who listens. */
final class StudyFixtures {
    static final StudyListener SILENT = new StudyListener() {
        @Override
        public void started(Engine engine) {}

        @Override
        public void ran(Run run) {}
    };

    private StudyFixtures() {}

    /**
     * A run of one worker, whose tasks take 3 ns besides their kernels.
     *
     * @param tasksSeen as many as there are chunks, or it is void
     * @param kernelNanos of each chunk, a row each
     */
    static Run run(String engine, String schedule, int repeat, int tasksSeen, long... kernelNanos) {
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
        return TestRuns.of(
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

    /** The log of a study in a folder. */
    static RunLog log(Path folder, StudyRecord study, List<Run> earlier) {
        return new RunLog(
                new StudyFolder(folder.toString(), List.of(StudyRecord.NAME, RunLog.NAME), OutputFile.Existing.REPLACE),
                study,
                earlier);
    }

    static Computation<int[]> computation(int width, int height, int maxIter) {
        View view = new View(
                "small", new Formula.Mandelbrot(), Frame.bounds("-2,0.5,-1.25,1.25"), new Size(width, height), maxIter);
        return new Computation<>(new ViewProblem(view), KernelKind.NAIVE, Interior.NONE);
    }
}
