package org.mandelspark.kernel;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * How many pixel-iterations a second a kernel answers for, on one core.
 *
 * <p>Read the column {@code iterations}: iterations per second, counted nominally (the sum of the escape counts,
 * whatever was really executed). The score itself is views a second. Compare rows of one run only, and as ratios:
 * machines differ, and a shared one differs from itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelBenchmark {
    /** The views of workloads, some of them smaller; {@code cheap} is nearly all outside, {@code minibrot} deep. */
    public enum View {
        SCALING("mandelbrot", "-2,0.5,-1.25,1.25", "800x800", 1000),
        MOJO("mandelbrot", "-2,0.6,-1.5,1.5", "1024x1024", 1000),
        SEAHORSE(
                "mandelbrot",
                "-0.743693887037151,-0.743593887037151,0.13179777920533,0.13185402920533",
                "960x540",
                10_000),
        CHEAP("mandelbrot", "-2.5,2.5,-2.5,2.5", "2048x2048", 50),
        FULL_10K("mandelbrot", "-2,0.5,-1.25,1.25", "400x400", 10_000),
        FULL_100K("mandelbrot", "-2,0.5,-1.25,1.25", "400x400", 100_000),
        MINIBROT("mandelbrot", "-1.7798776662466927,-1.7398776662466927,-0.02,0.02", "400x400", 10_000),
        JULIA("julia:-0.12,0.75", "-1.5,1.5,-1.5,1.5", "800x800", 1000),
        MULTIBROT_3("multibrot:3", "-1.3,1.3,-1.3,1.3", "800x800", 1000),
        MULTIBROT_8("multibrot:8", "-1.3,1.3,-1.3,1.3", "800x800", 1000),
        SHIP("burning-ship", "-2.2,1.3,-2,1.5", "800x800", 1000),
        TRICORN("tricorn", "-2.2,1.8,-2,2", "800x800", 1000);

        private final String formula;
        private final String bounds;
        private final String size;
        private final int maxIter;

        View(String formula, String bounds, String size, int maxIter) {
            this.formula = formula;
            this.bounds = bounds;
            this.size = size;
            this.maxIter = maxIter;
        }

        /** As src/jmh/c takes them. */
        private List<String> arguments() {
            return Arrays.asList((bounds + "," + size.replace('x', ',') + "," + maxIter).split(","));
        }

        private Grid grid() {
            Size pixels = Size.parse(size);
            return new Grid(Frame.bounds(bounds).region(pixels), pixels);
        }
    }

    /** Kernel and, after a colon, what it may leave out; {@code c} is the process of src/jmh/c, for the Mandelbrot set. */
    @Param({"naive", "array", "simd:none", "simd:cycles", "simd:closed-form", "simd:proved"})
    private String kernel;

    @Param({"SCALING", "MOJO", "SEAHORSE", "CHEAP"})
    private View view;

    private Runnable filling;
    private Optional<CProcess> process = Optional.empty();
    private int[] counts;

    /** Rate of iterations beside the score. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Iterations {
        /** Read by JMH. */
        public long iterations;
    }

    private long iterations;

    @Setup
    public void find() throws IOException {
        Grid grid = view.grid();
        counts = new int[grid.width() * grid.height()];
        if (kernel.equals("c")) {
            process = Optional.of(new CProcess(view.arguments()));
            filling = process.get()::fill;
            iterations = process.get().iterations();
            return;
        }
        String[] parts = kernel.split(":", 2);
        EscapeKernel found = Kernels.find(
                Formula.parse(view.formula),
                KernelKind.parse(parts[0]),
                parts.length == 1 ? Interior.NONE : Interior.parse(parts[1]));
        filling = () -> fill(found, grid);
        filling.run();
        iterations = Arrays.stream(counts).asLongStream().sum();
    }

    @TearDown
    public void end() {
        process.ifPresent(CProcess::close);
    }

    @Benchmark
    public int[] view(Iterations counter) {
        filling.run();
        counter.iterations += iterations;
        return counts;
    }

    /** In slices of rows as the engines make them. */
    private void fill(EscapeKernel found, Grid grid) {
        for (RowRange rows : RowRange.band(0, grid.height()).slices(Math.max(1, (1 << 16) / grid.width()))) {
            found.fill(grid.x(), grid.y(rows), view.maxIter, counts, rows.starts(grid.width()));
        }
    }
}
