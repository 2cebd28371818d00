package org.mandelspark.record;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.ViewProblem;

/** Runs of which a test says only what it needs. */
public final class TestRuns {
    /** What they compute where a test does not say. */
    public static final Computation<int[]> COMPUTATION = new Computation<>(
            new ViewProblem(new View("v", new Formula.Mandelbrot(), Frame.bounds("-2,1,-1,1"), new Size(4, 6), 50)),
            KernelKind.NAIVE,
            Interior.NONE);

    /** Where they ran. */
    public static final Environment ENVIRONMENT =
            new Environment("cpu", 2, 2, Optional.empty(), 1, 1, "os", "jvm", List.of(), Optional.empty(), "0", "");

    private TestRuns() {}

    /** A run of {@link #COMPUTATION} in the study "test". */
    public static Run of(
            Phase phase,
            int repeat,
            String engine,
            String schedule,
            int workers,
            long planNanos,
            long wallNanos,
            String checksum,
            List<ChunkTiming> chunks,
            TaskOverheads overheads,
            int tasksSeen,
            ExtraAttempts extra) {
        return new Run(
                new Run.Place("test", phase, repeat, 7),
                COMPUTATION,
                chunks.stream()
                        .map(chunk -> chunk.work().method())
                        .distinct()
                        .sorted()
                        .toList(),
                engine,
                Schedule.parse(schedule),
                Unit.ROW,
                workers,
                workers,
                "test",
                ENVIRONMENT,
                new TreeMap<>(),
                planNanos,
                wallNanos,
                checksum,
                chunks,
                overheads,
                tasksSeen,
                extra,
                Optional.empty());
    }

    /** The same run in a study, of a computation. */
    public static Run in(String study, Computation<?> computation, Run run) {
        return with(run, study, computation, run.plannedWorkers(), run.chunks());
    }

    /** The same run, planned for other workers. */
    public static Run plannedFor(int plannedWorkers, Run run) {
        return with(run, run.place().name(), run.computation(), plannedWorkers, run.chunks());
    }

    /** The same run with other chunks. */
    public static Run withChunks(List<ChunkTiming> chunks, Run run) {
        return with(run, run.place().name(), run.computation(), run.plannedWorkers(), chunks);
    }

    private static Run with(
            Run run, String study, Computation<?> computation, int plannedWorkers, List<ChunkTiming> chunks) {
        return new Run(
                new Run.Place(study, run.phase(), run.repeat(), run.place().seed()),
                computation,
                run.methods(),
                run.engine(),
                run.schedule(),
                run.unit(),
                plannedWorkers,
                run.workers(),
                run.workersSource(),
                run.environment(),
                run.wallSeconds(),
                run.planNanos(),
                run.wallNanos(),
                run.checksum(),
                chunks,
                run.overheads(),
                run.tasksSeen(),
                run.extra(),
                run.exact());
    }
}
