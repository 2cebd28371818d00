package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.LANES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Vector API lanes across β: neighbouring columns advance together, a few vectors of them at a time, and the points of a
 * batch of steps are put into their bins afterwards.
 *
 * <p>A step is a chain of some sixty cycles and occupies the units for ten, so several vectors must be under way; the
 * core's own reordering overlaps them, if they follow one another. Points stay in an array between steps, where the bins
 * are counted from, so no vector lives from one step to the next: nothing to spill, and nothing that JDK 17 would box.
 */
final class SimdGaussKernel implements GaussKernel {
    /** Vectors under way at most. */
    private static final int VECTORS = 8;

    /** Steps between two countings: with 8 × 4 lanes their points take 16 kB, half of a first-level cache. */
    private static final int BATCH = 64;

    private final int bits;

    /** Fails as {@link SimdShape} does where vectors cannot be had. */
    SimdGaussKernel() {
        this.bits = SimdShape.bits();
    }

    @Override
    public long fill(OrbitDensity wanted, double[] beta, double[] shares, int[] rowStarts) {
        int vectors = (beta.length + LANES - 1) / LANES;
        int groups = (vectors + VECTORS - 1) / VECTORS;
        for (int group = 0; group < groups; group++) {
            // Groups of like size: a small one would take as long as a large one, with its units half idle.
            int from = (int) ((long) vectors * group / groups) * LANES;
            int end = Math.min((int) ((long) vectors * (group + 1) / groups) * LANES, beta.length);
            new Group(wanted, Arrays.copyOfRange(beta, from, end), shares, rowStarts, from).fill();
        }
        return (long) vectors * LANES * wanted.steps();
    }

    @Override
    public String description() {
        return "simd (" + VECTORS + " × " + bits + " bits)";
    }

    /** Columns that advance together. */
    private static final class Group {
        private final OrbitDensity wanted;
        private final double[] shares;
        private final int[] rowStarts;
        private final int firstRow;
        private final int columns;
        private final int width;
        private final double[] beta;

        /** The points after each step of a batch, step by step, and before them those after the last step of all. */
        private final double[] points;

        Group(OrbitDensity wanted, double[] beta, double[] shares, int[] rowStarts, int firstRow) {
            this.wanted = wanted;
            this.shares = shares;
            this.rowStarts = rowStarts;
            this.firstRow = firstRow;
            this.columns = beta.length;
            this.width = (columns + LANES - 1) / LANES * LANES;
            this.beta = Arrays.copyOf(beta, width);
            this.points = new double[(BATCH + 1) * width];
        }

        void fill() {
            for (int k = 0; k < columns; k++) {
                int row = rowStarts[firstRow + k];
                Arrays.fill(shares, row, row + wanted.bins(), 0);
            }
            for (int done = 0; done < wanted.skip(); done += Math.min(BATCH, wanted.skip() - done)) {
                advance(Math.min(BATCH, wanted.skip() - done));
            }
            for (int done = 0; done < wanted.points(); done += Math.min(BATCH, wanted.points() - done)) {
                int steps = Math.min(BATCH, wanted.points() - done);
                advance(steps);
                count(steps);
            }
            for (int k = 0; k < columns; k++) {
                wanted.toShares(shares, rowStarts[firstRow + k]);
            }
        }

        private void advance(int steps) {
            advance(points, beta, -wanted.alpha(), steps * width);
            System.arraycopy(points, steps * width, points, 0, width);
        }

        private void count(int steps) {
            double scale = wanted.scale();
            int bins = wanted.bins();
            for (int step = 1; step <= steps; step++) {
                for (int k = 0; k < columns; k++) {
                    OrbitDensity.count(points[step * width + k], scale, bins, shares, rowStarts[firstRow + k]);
                }
            }
        }

        /** Steps until {@code end} points have been read; each goes one row of {@code beta.length} further. */
        private static void advance(double[] points, double[] beta, double minusAlpha, int end) {
            int width = beta.length;
            for (int row = 0; row < end; row += width) {
                for (int k = 0; k < width; k += LANES) {
                    DoubleVector x = DoubleVector.fromArray(DOUBLES, points, row + k);
                    exp(x.mul(x).mul(minusAlpha))
                            .add(DoubleVector.fromArray(DOUBLES, beta, k))
                            .intoArray(points, row + width + k);
                }
            }
        }

        /** {@link Exp#of}, operation by operation. */
        private static DoubleVector exp(DoubleVector x) {
            DoubleVector shifted = x.fma(all(Exp.LOG2_E), all(Exp.ROUNDER));
            DoubleVector n = shifted.sub(Exp.ROUNDER);
            DoubleVector r = n.fma(all(-Exp.LN2_LOW), n.fma(all(-Exp.LN2_HIGH), x));
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector q01 = r.fma(all(Exp.Q1), all(Exp.Q0));
            DoubleVector q23 = r.fma(all(Exp.Q3), all(Exp.Q2));
            DoubleVector q45 = r.fma(all(Exp.Q5), all(Exp.Q4));
            DoubleVector q67 = r.fma(all(Exp.Q7), all(Exp.Q6));
            DoubleVector q89 = r.fma(all(Exp.Q9), all(Exp.Q8));
            DoubleVector q03 = q23.fma(r2, q01);
            DoubleVector q47 = q67.fma(r2, q45);
            DoubleVector q = q89.fma(r4.mul(r4), q47.fma(r4, q03));
            DoubleVector significand = q.fma(r2, r).add(1);
            DoubleVector scaled = significand
                    .reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Exp.EXPONENT_SHIFT))
                    .reinterpretAsDoubles();
            return scaled.blend(0, x.compare(VectorOperators.LT, Exp.LEAST));
        }

        private static DoubleVector all(double value) {
            return DoubleVector.broadcast(DOUBLES, value);
        }
    }
}
