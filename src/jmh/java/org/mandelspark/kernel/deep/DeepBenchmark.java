package org.mandelspark.kernel.deep;

import java.util.concurrent.TimeUnit;
import org.mandelspark.grid.DeepGrid;
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
 * What a proof costs, and what a whole deep picture takes on one core: views of the tests, 256 × 256 pixels. {@link
 * #tiers} against {@link #unproved} is the ratio that counts; both begin with a reference and a table that are there.
 * {@link #whole} computes these too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(2)
public class DeepBenchmark {
    private static final int SIDE = 256;

    /** A view of the tests. */
    @Param({"e50", "e113", "flake", "e401", "e1000"})
    private String view;

    private DeepGrid grid;
    private int maxIter;
    private Reference reference;
    private Offsets offsets;
    private BlockTable table;

    @Setup
    public void compute() {
        DeepViews found = DeepViews.named(view);
        maxIter = found.maxIter();
        grid = found.grid(SIDE, SIDE);
        reference = reference();
        offsets = Offsets.of(grid, reference);
        table = BlockTable.of(reference, offsets);
    }

    @Benchmark
    public Reference reference() {
        return ReferenceOrbit.compute(grid.centre(), ReferenceOrbit.bitsFor(grid), maxIter, m -> {});
    }

    /** All pixels, each by the cheapest tier that proves it. */
    @Benchmark
    public long tiers() {
        return fill(Tier.BALLS);
    }

    /** All pixels by the first tier only, which leaves some undecided. */
    @Benchmark
    public long doubles() {
        return fill(Tier.DOUBLES);
    }

    /** The whole picture: reference, table and all pixels. */
    @Benchmark
    public long whole() {
        compute();
        return tiers();
    }

    private long fill(Tier last) {
        DeepKernel kernel = new DeepKernel(grid, reference, table, maxIter);
        int[] counts = new int[SIDE];
        byte[] tiers = new byte[SIDE];
        long steps = 0;
        for (int row = 0; row < SIDE; row++) {
            steps += kernel.fill(row, 0, counts, tiers, last);
        }
        return steps;
    }

    /** All pixels without proof. */
    @Benchmark
    public long unproved() {
        boolean wide = DeepKernel.isWide(offsets);
        double least = wide ? Reference.TINY : 0;
        Wide residual = offsets.residual();
        DoubleOrbit at = new DoubleOrbit(reference, table, Double.POSITIVE_INFINITY, residual, maxIter, least);
        UnprovedOrbit orbit = new UnprovedOrbit(reference, table, maxIter, least);
        PairOrbit beyond = new PairOrbit(reference, table, Double.POSITIVE_INFINITY, residual, offsets.unit(), maxIter);
        long sum = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = offsets.right(column);
                double y = offsets.up(row);
                double cx = Math.scalb(x, offsets.unit());
                double cy = Math.scalb(y, offsets.unit());
                at.start(cx, cy);
                if (!wide) {
                    orbit.run(at, cx, cy);
                } else {
                    byTurns(orbit, beyond, at, x, y);
                }
                sum += at.k;
            }
        }
        return sum;
    }

    /** Offsets below the range of doubles begin in pairs with exponents, which have no unproved sibling: the ratio is a little too good. */
    private void byTurns(UnprovedOrbit orbit, PairOrbit beyond, DoubleOrbit at, double x, double y) {
        beyond.start(x, y);
        while (beyond.run(DeepKernel.LEAVE) == Outcome.LEFT) {
            beyond.handTo(at);
            at.error = 0;
            if (orbit.run(at, Math.scalb(x, offsets.unit()), Math.scalb(y, offsets.unit())) != Outcome.LEFT) {
                return;
            }
            beyond.resume(at, x, y);
        }
    }
}
