package org.mandelspark.kernel;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many double-precision operations a second one core can make: fused multiply-adds of vectors that stay in registers
 * and do not wait for each other. What {@link MatrixBenchmark} is to be held against, in the same minute.
 *
 * <p>Read the column {@code flops}, two for each multiply-add. Twelve sums hide a latency of up to six cycles on two
 * units, and leave of AVX2's sixteen registers enough for the two factors; nothing is loaded from memory between
 * the first multiply-add of a call and the last. A core of Zen 3 at 3.24 GHz cannot pass 2 units · 4 lanes · 2
 * operations · 3.24 = 52 Gflop/s, and came to 49: more would mean that work was optimised away.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class PeakBenchmark {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();
    private static final int SUMS = 12;
    private static final int ROUNDS = 100_000;

    /** Neither is a constant to the compiler; sums of their product stay finite for longer than anyone waits. */
    private double factor = 0.5;

    private double other = 0.25;

    private final double[] sums = new double[SUMS * LANES];

    /** Rate of operations beside the score. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Flops {
        /** Read by JMH. */
        public long flops;
    }

    @Benchmark
    public double[] multiplyAdds(Flops counter) {
        DoubleVector f = DoubleVector.broadcast(DOUBLES, factor);
        DoubleVector g = DoubleVector.broadcast(DOUBLES, other);
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sums, 0);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sums, LANES);
        DoubleVector s2 = DoubleVector.fromArray(DOUBLES, sums, 2 * LANES);
        DoubleVector s3 = DoubleVector.fromArray(DOUBLES, sums, 3 * LANES);
        DoubleVector s4 = DoubleVector.fromArray(DOUBLES, sums, 4 * LANES);
        DoubleVector s5 = DoubleVector.fromArray(DOUBLES, sums, 5 * LANES);
        DoubleVector s6 = DoubleVector.fromArray(DOUBLES, sums, 6 * LANES);
        DoubleVector s7 = DoubleVector.fromArray(DOUBLES, sums, 7 * LANES);
        DoubleVector s8 = DoubleVector.fromArray(DOUBLES, sums, 8 * LANES);
        DoubleVector s9 = DoubleVector.fromArray(DOUBLES, sums, 9 * LANES);
        DoubleVector s10 = DoubleVector.fromArray(DOUBLES, sums, 10 * LANES);
        DoubleVector s11 = DoubleVector.fromArray(DOUBLES, sums, 11 * LANES);
        for (int round = 0; round < ROUNDS; round++) {
            s0 = f.fma(g, s0);
            s1 = f.fma(g, s1);
            s2 = f.fma(g, s2);
            s3 = f.fma(g, s3);
            s4 = f.fma(g, s4);
            s5 = f.fma(g, s5);
            s6 = f.fma(g, s6);
            s7 = f.fma(g, s7);
            s8 = f.fma(g, s8);
            s9 = f.fma(g, s9);
            s10 = f.fma(g, s10);
            s11 = f.fma(g, s11);
        }
        s0.intoArray(sums, 0);
        s1.intoArray(sums, LANES);
        s2.intoArray(sums, 2 * LANES);
        s3.intoArray(sums, 3 * LANES);
        s4.intoArray(sums, 4 * LANES);
        s5.intoArray(sums, 5 * LANES);
        s6.intoArray(sums, 6 * LANES);
        s7.intoArray(sums, 7 * LANES);
        s8.intoArray(sums, 8 * LANES);
        s9.intoArray(sums, 9 * LANES);
        s10.intoArray(sums, 10 * LANES);
        s11.intoArray(sums, 11 * LANES);
        counter.flops += 2L * SUMS * LANES * ROUNDS;
        return sums;
    }
}
