package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mandelspark.engine.EngineKind;
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
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.record.TestRuns;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.ListScheduling;
import org.mandelspark.schedule.Overheads;
import org.mandelspark.schedule.Replay;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.CountsSample;
import org.mandelspark.study.RowCost;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.ViewProblem;
import org.mandelspark.workload.Work;

/** Runs as an engine without any noise would measure them: rows near the middle cost most, a chunk costs a bit more. */
final class SampleRuns {
    static final int ROWS = 64;
    private static final long ITERATIONS_PER_MICRO = 2;
    private static final long PLAN_NANOS = 1_000_000;
    private static final long LAUNCH_NANOS = 2_000_000;
    private static final long TASK_NANOS = 500_000;
    private static final long STITCH_NANOS = 3_000_000;

    private SampleRuns() {}

    static final View VIEW =
            new View("sample", new Formula.Mandelbrot(), Frame.bounds("-2,0.5,-1.25,1.25"), new Size(64, ROWS), 1000);

    static Computation<int[]> computation() {
        return new Computation<>(new ViewProblem(VIEW), KernelKind.SIMD, Interior.NONE);
    }

    static Environment environment() {
        return new Environment(
                "Sample CPU",
                8,
                8,
                Optional.empty(),
                1 << 30,
                1 << 28,
                "Linux",
                "Java 17",
                List.of(),
                Optional.empty(),
                "1",
                "abc");
    }

    /** From half a millisecond at the borders to twenty in the middle. */
    static double[] rowNanos() {
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> {
                    double y = (row + 0.5) / ROWS * 2 - 1;
                    return Math.rint(1e6 * (0.5 + 20 * Math.exp(-9 * y * y)));
                })
                .toArray();
    }

    static List<RowCost> rowCosts() {
        double[] nanos = rowNanos();
        return IntStream.range(0, ROWS)
                .mapToObj(row -> new RowCost(
                        row, iterations((long) nanos[row]), iterations((long) nanos[row]), (long) nanos[row]))
                .toList();
    }

    /** A quarter never escapes. */
    static CountsSample picture() {
        int[] counts = new int[ROWS * ROWS];
        Arrays.fill(counts, 0, 1000, 2);
        Arrays.fill(counts, 1000, 2000, 5);
        Arrays.fill(counts, 2000, 2800, 20);
        Arrays.fill(counts, 2800, 3072, 300);
        Arrays.fill(counts, 3072, 4096, 1000);
        return CountsSample.of(VIEW, counts);
    }

    /** The best single thread. */
    static Run serial(int repeat) {
        return run(Phase.MEASURED, repeat, EngineKind.SERIAL, "static", OptionalInt.empty(), 1, 1);
    }

    static Run run(Phase phase, int repeat, String schedule, int workers) {
        return run(phase, repeat, EngineKind.THREADS, schedule, OptionalInt.empty(), workers, 1);
    }

    /**
     * A run.
     *
     * @param repeat each is slower than the one before it, by 1%
     * @param partitions workers that are cut for, if not the real ones
     * @param growth how often the rows are there
     */
    static Run run(
            Phase phase,
            int repeat,
            EngineKind engine,
            String schedule,
            OptionalInt partitions,
            int workers,
            int growth) {
        double[] rowNanos = new double[ROWS * growth];
        for (int row = 0; row < rowNanos.length; row++) {
            rowNanos[row] = rowNanos()[row / growth] * (1 + repeat / 100.0);
        }
        CostEstimate costs = CostEstimate.of(rowNanos, TASK_NANOS);
        List<RowRange> chunks = Schedule.parse(schedule).chunks(partitions.orElse(workers), costs);
        double[] chunkNanos = chunks.stream().mapToDouble(costs::costNanos).toArray();
        boolean isLoop = engine == EngineKind.SERIAL;
        long launchNanos = isLoop ? 0 : LAUNCH_NANOS;
        long taskNanos = isLoop ? 0 : TASK_NANOS;
        Replay replay = ListScheduling.replay(chunkNanos, workers, new Overheads(launchNanos, 0, taskNanos));
        List<ChunkTiming> timings = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            long iterations = 0;
            for (int k = 0; k < chunks.get(i).count(); k++) {
                iterations += iterations((long) rowNanos()[chunks.get(i).row(k) / growth]);
            }
            timings.add(new ChunkTiming(
                    i,
                    chunks.get(i),
                    "driver",
                    "host",
                    replay.worker(i),
                    (long) replay.startNanos(i) + taskNanos,
                    (long) replay.endNanos(i),
                    (long) chunkNanos[i],
                    new Work(iterations, iterations, "simd"),
                    4096,
                    0));
        }
        Run run = TestRuns.of(
                phase,
                repeat,
                engine.label(),
                schedule,
                workers,
                isLoop ? 0 : PLAN_NANOS,
                (long) replay.makespanNanos() + (isLoop ? 0 : STITCH_NANOS),
                "cafe",
                timings,
                TaskOverheads.NONE,
                timings.size(),
                ExtraAttempts.NONE);
        return TestRuns.plannedFor(partitions.orElse(workers), TestRuns.in("sample", computation(), run));
    }

    /** So many of a kind, numbered from 1. */
    static List<Run> repeats(int n, String schedule, OptionalInt partitions, int workers, int growth) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(repeat ->
                        run(Phase.MEASURED, repeat, EngineKind.THREADS, schedule, partitions, workers, growth))
                .toList();
    }

    private static long iterations(long nanos) {
        return nanos / 1000 * ITERATIONS_PER_MICRO;
    }
}
