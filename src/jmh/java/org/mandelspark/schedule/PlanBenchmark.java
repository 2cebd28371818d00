package org.mandelspark.schedule;

import java.util.SplittableRandom;
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
 * How long the driver takes to choose a rule for 30,000 uneven rows by trying all candidates, and to cut rows by one:
 * milliseconds a plan.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PlanBenchmark {
    private static final int ROWS = 30_000;

    @Param({"2", "88", "1000"})
    private int workers;

    private final Schedule refined = Schedule.parse("lpt:over:8");
    private CostEstimate costs;

    /** Rows that differ by a factor of 60, as those of the Mandelbrot set do, and a task that costs as much as ten. */
    @Setup
    public void estimate() {
        SplittableRandom noise = new SplittableRandom(1);
        double[] rowNanos = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double hill = Math.exp(-Math.pow((row - ROWS / 2.0) / (ROWS / 8.0), 2));
            rowNanos[row] = 1e5 * (1 + 60 * hill) * noise.nextDouble(0.9, 1.1);
        }
        costs = CostEstimate.of(rowNanos, 1e6);
    }

    @Benchmark
    public Schedule choose() {
        return Auto.choose(workers, costs);
    }

    @Benchmark
    public Object partitioning() {
        return refined.chunks(workers, costs);
    }
}
