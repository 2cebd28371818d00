package org.mandelspark.engine;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.EscapeTime;
import org.mandelspark.workload.Int32Cells;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to bring an answer together that needs no computing: the counts are there before, and a row is copied.
 *
 * <p>Read the median (p0.50). The engine {@code threads} copies rows in place, which no engine can avoid; {@code spark}
 * less {@code threads} is the gather with its job. The view {@code NOTHING} has as many chunks and next to no cells: it
 * is the job alone. What the gather leaves to the garbage collector says {@code -prof gc}, which no other process
 * disturbs. Compare rows of one run only, and as ratios.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx4g"})
public class GatherBenchmark {
    /** Counts that compress well, a gibibyte of such, and some that hardly do. */
    public enum View {
        MOJO("-2,0.6,-1.5,1.5", "8192x8192", 1000),
        LARGE("-2,0.6,-1.5,1.5", "16384x16384", 1000),
        SEAHORSE("-0.743693887037151,-0.743593887037151,0.13179777920533,0.13185402920533", "3840x2160", 10_000),
        NOTHING("-2,0.6,-1.5,1.5", "1x32", 1000);

        private final EscapeTime workload;

        View(String bounds, String size, int maxIter) {
            Size pixels = Size.parse(size);
            workload = new EscapeTime(
                    new Formula.Mandelbrot(),
                    new Grid(Frame.bounds(bounds).region(pixels), pixels),
                    maxIter,
                    KernelKind.SIMD,
                    Interior.PROVED);
        }
    }

    /** In this process, so that tasks need not bring it along. */
    private static int[] counts;

    @Param({"threads", "spark"})
    private String engine;

    @Param({"MOJO", "SEAHORSE", "NOTHING"})
    private View view;

    @Param("over:16")
    private String schedule;

    private Engine started;
    private Plan<int[]> plan;

    @Setup(Level.Trial)
    public void start() {
        started = engine.equals("spark")
                ? SparkEngine.start("gather", OptionalInt.of(2), SparkEngine.WebInterface.OFF)
                : new ThreadEngine(new WorkerCount(2, "benchmark"));
        int rows = view.workload.rows();
        counts = new ThreadEngine(new WorkerCount(2, "benchmark"))
                .execute(plan(view.workload, "over:64"), (cells, iterations) -> {})
                .cells();
        plan = plan(new Precomputed(rows, view.workload.rowCells(), view.workload.maxIter()), schedule);
    }

    private static Plan<int[]> plan(Workload<int[]> workload, String schedule) {
        return new Plan<>(workload, Schedule.parse(schedule).chunks(2, CostEstimate.uniform(workload.rows())));
    }

    @TearDown(Level.Trial)
    public void stop() {
        started.close();
        counts = null;
    }

    @Benchmark
    public int[] gather() {
        return started.execute(plan, (cells, iterations) -> {}).cells();
    }

    /** Rows that are copied from the counts. */
    private record Precomputed(int rows, int rowCells, int maxIter) implements Workload<int[]> {
        @Override
        public String name() {
            return "precomputed";
        }

        @Override
        public Cells<int[]> cells() {
            return new Int32Cells(maxIter);
        }

        @Override
        public Work fill(RowRange wanted, int[] into, int[] rowStarts) {
            for (int k = 0; k < wanted.count(); k++) {
                System.arraycopy(counts, wanted.row(k) * rowCells, into, rowStarts[k], rowCells);
            }
            return new Work(0, 0, "copied");
        }
    }
}
