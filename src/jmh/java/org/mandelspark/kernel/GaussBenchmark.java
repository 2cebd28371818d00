package org.mandelspark.kernel;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a kernel takes for the published diagram (alpha 5.8, 640 betas, 400 bins, 200 steps skipped, 4000 points) on
 * one core: milliseconds, 2,688,000 steps of the map. Compare rows of one run only.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class GaussBenchmark {
    private static final int BETAS = 640;
    private static final int BINS = 400;

    /** Rows in a piece, as engines cut them. */
    private static final int SLICE = (1 << 16) / BINS;

    @Param({"naive", "array", "simd"})
    private String kernel;

    private final OrbitDensity wanted = new OrbitDensity(5.8, 200, 10 * BINS, BINS);
    private final double[] beta = new double[BETAS];
    private final double[] shares = new double[BETAS * BINS];
    private GaussKernel found;

    @Setup
    public void find() {
        found = GaussKernels.find(KernelKind.parse(kernel));
        Arrays.setAll(beta, j -> -1 + 2.0 * j / (BETAS - 1));
    }

    @Benchmark
    public double[] diagram() {
        for (int first = 0; first < BETAS; first += SLICE) {
            int end = Math.min(BETAS, first + SLICE);
            int[] rowStarts = new int[end - first];
            for (int k = 0; k < rowStarts.length; k++) {
                rowStarts[k] = (first + k) * BINS;
            }
            found.fill(wanted, Arrays.copyOfRange(beta, first, end), shares, rowStarts);
        }
        return shares;
    }
}
