package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.FMA;
import static org.mandelspark.kernel.SimdShape.GROUP;
import static org.mandelspark.kernel.SimdShape.INTS;
import static org.mandelspark.kernel.SimdShape.LANES;
import static org.mandelspark.kernel.SimdShape.LONGS;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.mandelspark.grid.Formula;

/**
 * Fractions of neighbours in a row, a group at a time.
 *
 * <p>How many steps each point makes is known, so there are no tests: the group advances to the point that has the fewest
 * steps left, whose |z|² is kept, and so on to the last. Points that are done go on with the others, to infinity; nobody looks
 * at them again. Logarithms are taken of many points at once, afterwards.
 */
final class SimdFractions implements FractionKernel {
    /** Points whose |z|² waits for its logarithm. */
    private static final int BATCH = 1 << 10;

    private static final double ZERO_BIAS = SmoothCount.ROUNDER + SmoothCount.BIAS;

    private final Formula formula;
    private final int maxIter;
    private final SmoothCount smooth;
    private final Steps steps;

    SimdFractions(Formula formula, int maxIter) {
        this.formula = formula;
        this.maxIter = maxIter;
        this.smooth = new SmoothCount(formula.degree());
        this.steps = switch (formula.family()) {
            case MANDELBROT, JULIA, TRICORN -> {
                double twist = SimdQuadraticSteps.twist(formula);
                yield (points, number) -> quadratic(points, twist, number);
            }
            case MULTIBROT -> stored(new SimdPowerSteps(formula.degree()));
            case BURNING_SHIP -> stored(new SimdShipSteps());
        };
    }

    /** Steps of the first group of some points, without a test. */
    private interface Steps {
        void advance(SimdPoints points, int number);
    }

    @Override
    public Rows rows(double[] x) {
        return new Groups(x);
    }

    /** Neighbours in a row, up to {@code GROUP} of whom advance together. */
    private final class Groups implements Rows {
        private final SimdPoints points = new SimdPoints(GROUP, 0, new int[0]);
        private final int[] left = new int[GROUP];
        private final double[] norms = new double[BATCH + GROUP];
        private final double[] x;
        private final double[] cr;
        private double y;

        Groups(double[] x) {
            this.x = x;
            this.cr = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                cr[i] = formula.cReal(x[i]);
            }
        }

        @Override
        public void fill(double y, int[] counts, int from, short[] fractions, int to) {
            this.y = y;
            Arrays.fill(points.ci, formula.cImaginary(y));
            for (int first = 0; first < x.length; first += BATCH) {
                int end = Math.min(x.length, first + BATCH);
                for (int i = first; i < end; i += GROUP) {
                    norms(i, Math.min(GROUP, end - i), counts, from + i, i - first);
                }
                toUnits(norms, end - first, smooth.unitsOfLog(), smooth.origin());
                for (int i = first; i < end; i++) {
                    fractions[to + i] = (short) (counts[from + i] == maxIter ? 0 : (int) norms[i - first]);
                }
            }
        }

        /** Puts |z|² of points that escape, after their last step, into {@link #norms}; others get anything. */
        private void norms(int first, int n, int[] counts, int from, int to) {
            boolean isWhole = n == GROUP;
            if (isWhole && counts[from] == maxIter && areEqual(counts, from)) {
                return;
            }
            System.arraycopy(x, first, points.zr, 0, n);
            System.arraycopy(cr, first, points.cr, 0, n);
            Arrays.fill(points.zi, y);
            if (isWhole && areEqual(counts, from)) {
                steps.advance(points, counts[from] + smooth.extraSteps());
                for (int i = 0; i < GROUP; i++) {
                    norms[to + i] = points.zr[i] * points.zr[i] + points.zi[i] * points.zi[i];
                }
            } else {
                oneAfterTheOther(n, counts, from, to);
            }
        }

        private void oneAfterTheOther(int n, int[] counts, int from, int to) {
            int next = Integer.MAX_VALUE;
            for (int i = 0; i < n; i++) {
                int count = counts[from + i];
                left[i] = count == maxIter ? 0 : count + smooth.extraSteps();
                next = Math.min(next, left[i] > 0 ? left[i] : Integer.MAX_VALUE);
            }
            for (int made = 0; next < Integer.MAX_VALUE; ) {
                steps.advance(points, next - made);
                made = next;
                next = Integer.MAX_VALUE;
                for (int i = 0; i < n; i++) {
                    if (left[i] == made) {
                        norms[to + i] = points.zr[i] * points.zr[i] + points.zi[i] * points.zi[i];
                    }
                    next = Math.min(next, left[i] > made ? left[i] : Integer.MAX_VALUE);
                }
            }
        }
    }

    private static boolean areEqual(int[] counts, int from) {
        IntVector differences = IntVector.zero(INTS);
        for (int i = 0; i < GROUP; i += INTS.length()) {
            differences = differences.or(
                    IntVector.fromArray(INTS, counts, from + i).lanewise(VectorOperators.XOR, counts[from]));
        }
        return differences.reduceLanes(VectorOperators.OR) == 0;
    }

    private static Steps stored(SimdStoredSteps steps) {
        return (points, number) -> {
            for (int k = 0; k < number; k++) {
                steps.step(points, 0);
            }
        };
    }

    /** Steps of formulas whose imaginary part is {@code twist·zr·zi + ci}, with four vectors of z in registers. */
    private static void quadratic(SimdPoints points, double twist, int number) {
        DoubleVector factor = DoubleVector.broadcast(DOUBLES, twist);
        DoubleVector r0 = DoubleVector.fromArray(DOUBLES, points.zr, 0);
        DoubleVector r1 = DoubleVector.fromArray(DOUBLES, points.zr, LANES);
        DoubleVector r2 = DoubleVector.fromArray(DOUBLES, points.zr, 2 * LANES);
        DoubleVector r3 = DoubleVector.fromArray(DOUBLES, points.zr, 3 * LANES);
        DoubleVector i0 = DoubleVector.fromArray(DOUBLES, points.zi, 0);
        DoubleVector i1 = DoubleVector.fromArray(DOUBLES, points.zi, LANES);
        DoubleVector i2 = DoubleVector.fromArray(DOUBLES, points.zi, 2 * LANES);
        DoubleVector i3 = DoubleVector.fromArray(DOUBLES, points.zi, 3 * LANES);
        DoubleVector c0 = DoubleVector.fromArray(DOUBLES, points.cr, 0);
        DoubleVector c1 = DoubleVector.fromArray(DOUBLES, points.cr, LANES);
        DoubleVector c2 = DoubleVector.fromArray(DOUBLES, points.cr, 2 * LANES);
        DoubleVector c3 = DoubleVector.fromArray(DOUBLES, points.cr, 3 * LANES);
        DoubleVector ci = DoubleVector.fromArray(DOUBLES, points.ci, 0);
        for (int k = 0; k < number; k++) {
            DoubleVector t0 = r0.mul(i0);
            DoubleVector t1 = r1.mul(i1);
            DoubleVector t2 = r2.mul(i2);
            DoubleVector t3 = r3.mul(i3);
            r0 = r0.mul(r0).sub(i0.mul(i0)).add(c0);
            r1 = r1.mul(r1).sub(i1.mul(i1)).add(c1);
            r2 = r2.mul(r2).sub(i2.mul(i2)).add(c2);
            r3 = r3.mul(r3).sub(i3.mul(i3)).add(c3);
            i0 = FMA ? t0.fma(factor, ci) : t0.mul(factor).add(ci);
            i1 = FMA ? t1.fma(factor, ci) : t1.mul(factor).add(ci);
            i2 = FMA ? t2.fma(factor, ci) : t2.mul(factor).add(ci);
            i3 = FMA ? t3.fma(factor, ci) : t3.mul(factor).add(ci);
        }
        r0.intoArray(points.zr, 0);
        r1.intoArray(points.zr, LANES);
        r2.intoArray(points.zr, 2 * LANES);
        r3.intoArray(points.zr, 3 * LANES);
        i0.intoArray(points.zi, 0);
        i1.intoArray(points.zi, LANES);
        i2.intoArray(points.zi, 2 * LANES);
        i3.intoArray(points.zi, 3 * LANES);
    }

    /** {@link SmoothCount#fraction} of n numbers, operation by operation, in their places. */
    private static void toUnits(double[] norms, int n, double unitsOfLog, double origin) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector norm = DoubleVector.fromArray(DOUBLES, norms, i);
            DoubleVector finite = norm.max(SmoothCount.LEAST_NORM)
                    .blend(
                            SmoothCount.GREATEST_NORM,
                            norm.compare(VectorOperators.LT, SmoothCount.GREATEST_NORM)
                                    .not());
            DoubleVector units = log2(log2(finite)).mul(-unitsOfLog).add(origin);
            units.min(SmoothCount.GREATEST)
                    .max(0)
                    .add(SmoothCount.ROUNDER)
                    .sub(SmoothCount.ROUNDER)
                    .intoArray(norms, i);
        }
    }

    private static DoubleVector log2(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        DoubleVector r = bits.and(SmoothCount.SIGNIFICAND)
                .or(SmoothCount.ONE)
                .reinterpretAsDoubles()
                .sub(1);
        DoubleVector s = r.mul(SmoothCount.S4)
                .add(SmoothCount.S3)
                .mul(r)
                .add(SmoothCount.S2)
                .mul(r)
                .add(SmoothCount.S1)
                .mul(r)
                .add(SmoothCount.S0);
        // The exponent becomes the low bits of 2⁵², and so a double, without a conversion.
        DoubleVector exponent = bits.lanewise(VectorOperators.LSHR, SmoothCount.EXPONENT_SHIFT)
                .or(LongVector.broadcast(LONGS, Double.doubleToRawLongBits(SmoothCount.ROUNDER)))
                .reinterpretAsDoubles()
                .sub(ZERO_BIAS);
        DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
        return exponent.add(r.add(r.mul(one.sub(r)).mul(s)));
    }
}
