package org.mandelspark.kernel;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many floating-point operations a second the matrix product makes on one core, B packed beforehand.
 *
 * <p>Read the column {@code flops}, two for each multiply-add. Beside it belongs, from the same minute,
 * {@code OPENBLAS_NUM_THREADS=1 python3 -m timeit -s "import numpy as np; a, b = np.random.rand(2, 2048, 2048)" "a @ b"}:
 * 2·2048³ operations in the time that it prints; and above both {@link PeakBenchmark}. {@code rows} is how many rows of C
 * are computed at once: engines take 132 with {@code simd} and 32, as many as make 2¹⁶ cells, with the other kernels.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class MatrixBenchmark {
    @Param({"array", "simd"})
    private String kernel;

    @Param("2048")
    private int size;

    @Param({"32", "132"})
    private int rows;

    private double[] a;
    private double[] c;
    private MatrixKernel found;

    /** Rate of operations beside the score. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Flops {
        /** Read by JMH. */
        public long flops;
    }

    @Setup
    public void find() {
        SplittableRandom random = new SplittableRandom(1);
        a = random.doubles((long) size * size, -1, 1).toArray();
        c = new double[size * size];
        double[] b = random.doubles((long) size * size, -1, 1).toArray();
        found = MatrixKernels.find(KernelKind.parse(kernel), b, size, size);
    }

    @Benchmark
    public double[] product(Flops counter) {
        for (int first = 0; first < size; first += rows) {
            int[] starts = new int[Math.min(rows, size - first)];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = (first + i) * size;
            }
            found.multiply(a, starts, c, starts);
        }
        counter.flops += 2L * size * size * size;
        return c;
    }
}
