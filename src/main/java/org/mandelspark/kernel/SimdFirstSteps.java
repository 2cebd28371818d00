package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.GROUP;
import static org.mandelspark.kernel.SimdShape.INTS;
import static org.mandelspark.kernel.SimdShape.LANES;
import static org.mandelspark.kernel.SimdShape.LONGS;
import static org.mandelspark.kernel.SimdSteps.SIGN;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/**
 * The first quadratic steps of the groups of a row, tested at each: holds z of the points that survive them.
 *
 * <p>Half of a group at a time, because most groups of most views end here, and neighbours end together.
 */
final class SimdFirstSteps {
    private static final int PAIR = 2 * LANES;

    /** Two vectors of longs seen as ints and each shuffled so; then the first half of one and the second of the other. */
    private static final VectorShuffle<Integer> LOW_HALVES = VectorShuffle.fromOp(INTS, lane -> 2 * (lane % LANES));

    private static final VectorMask<Integer> SECOND_HALF = VectorMask.fromLong(INTS, -1L << LANES);

    final double[] zr = new double[GROUP];
    final double[] zi = new double[GROUP];
    private final double twist;
    private long steps;

    /** Steps of a formula, by the factor of zr·zi in the imaginary part. */
    SimdFirstSteps(double twist) {
        this.twist = twist;
    }

    /** Steps made so far, all lanes together. */
    long steps() {
        return steps;
    }

    /**
     * Steps with a test after each, until the last or until all points of a pair of vectors have escaped.
     *
     * @param cReal real parts of c, from index {@code start} on
     * @param cImaginary imaginary part of c
     * @param x real parts of the points, from index {@code start} on
     * @param y imaginary part of the points
     * @param limit number of steps
     * @param counts takes how many of the tests of z₀ … z_limit each point passed
     * @param place where the first of the group's counts goes
     * @return the points that passed all of them, a bit each
     */
    int advance(
            double[] cReal, double cImaginary, double[] x, double y, int start, int limit, int[] counts, int place) {
        DoubleVector ci = DoubleVector.broadcast(DOUBLES, cImaginary);
        DoubleVector y0 = DoubleVector.broadcast(DOUBLES, y);
        DoubleVector four = DoubleVector.broadcast(DOUBLES, 4);
        DoubleVector factor = DoubleVector.broadcast(DOUBLES, twist);
        int survivors = 0;
        for (int h = 0; h < GROUP; h += PAIR) {
            DoubleVector cr0 = DoubleVector.fromArray(DOUBLES, cReal, start + h);
            DoubleVector cr1 = DoubleVector.fromArray(DOUBLES, cReal, start + h + LANES);
            DoubleVector zr0 = DoubleVector.fromArray(DOUBLES, x, start + h);
            DoubleVector zr1 = DoubleVector.fromArray(DOUBLES, x, start + h + LANES);
            DoubleVector zi0 = y0;
            DoubleVector zi1 = y0;
            LongVector escaped0 = LongVector.zero(LONGS);
            LongVector escaped1 = escaped0;
            LongVector failed0 = escaped0;
            LongVector failed1 = escaped0;
            int n = 0;
            boolean anyInside = true;
            while (true) {
                DoubleVector rr0 = zr0.mul(zr0);
                DoubleVector rr1 = zr1.mul(zr1);
                DoubleVector ii0 = zi0.mul(zi0);
                DoubleVector ii1 = zi1.mul(zi1);
                escaped0 = escaped0.or(four.sub(rr0.add(ii0)).reinterpretAsLongs());
                escaped1 = escaped1.or(four.sub(rr1.add(ii1)).reinterpretAsLongs());
                failed0 = failed0.add(escaped0.lanewise(VectorOperators.LSHR, SIGN));
                failed1 = failed1.add(escaped1.lanewise(VectorOperators.LSHR, SIGN));
                if (n == limit) {
                    break;
                }
                if ((n & 1) != 0
                        && escaped0.and(escaped1).compare(VectorOperators.LT, 0).allTrue()) {
                    anyInside = false;
                    break;
                }
                n++;
                DoubleVector t0 = zr0.mul(zi0);
                DoubleVector t1 = zr1.mul(zi1);
                zr0 = rr0.sub(ii0).add(cr0);
                zr1 = rr1.sub(ii1).add(cr1);
                zi0 = t0.fma(factor, ci);
                zi1 = t1.fma(factor, ci);
            }
            LongVector tests = LongVector.broadcast(LONGS, n + 1);
            IntVector low = tests.sub(failed0).reinterpretAsInts().rearrange(LOW_HALVES);
            IntVector high = tests.sub(failed1).reinterpretAsInts().rearrange(LOW_HALVES);
            low.blend(high, SECOND_HALF).intoArray(counts, place + h);
            if (anyInside) {
                zr0.intoArray(zr, h);
                zr1.intoArray(zr, h + LANES);
                zi0.intoArray(zi, h);
                zi1.intoArray(zi, h + LANES);
                long inside0 = escaped0.compare(VectorOperators.GE, 0).toLong();
                long inside1 = escaped1.compare(VectorOperators.GE, 0).toLong();
                survivors |= (int) (inside0 | inside1 << LANES) << h;
            }
            steps += (long) n * PAIR;
        }
        return survivors;
    }
}
