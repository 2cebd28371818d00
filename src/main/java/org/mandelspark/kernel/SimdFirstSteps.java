package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.FMA;
import static org.mandelspark.kernel.SimdShape.GROUP;
import static org.mandelspark.kernel.SimdShape.INTS;
import static org.mandelspark.kernel.SimdShape.LANES;
import static org.mandelspark.kernel.SimdShape.LONGS;
import static org.mandelspark.kernel.SimdSteps.SIGN;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/**
 * The first quadratic steps of the groups of a row, with a test at each, and z of the points that survive them.
 *
 * <p>Half of a group at a time, because most groups of most views end here, and neighbours end together.
 */
final class SimdFirstSteps {
    /** All points of a group, a bit each. */
    static final int ALL = -1 >>> (Integer.SIZE - GROUP);

    private static final int PAIR = 2 * LANES;

    /** Order of the ints in the halves of longs: the low ones before the high ones. */
    private static final VectorShuffle<Integer> EVEN_THEN_ODD =
            VectorShuffle.fromOp(INTS, lane -> 2 * (lane % LANES) + lane / LANES);

    final double[] zr = new double[GROUP];
    final double[] zi = new double[GROUP];
    private final double twist;
    private final double[] cReal;
    private final double[] x;
    private final int limit;
    private int survivors;
    private long steps;

    /**
     * Steps of a formula on the columns of a grid.
     *
     * @param twist the factor of zr·zi in the imaginary part
     * @param cReal real parts of c
     * @param x real parts of the points
     * @param limit number of steps
     */
    SimdFirstSteps(double twist, double[] cReal, double[] x, int limit) {
        this.twist = twist;
        this.cReal = cReal;
        this.x = x;
        this.limit = limit;
    }

    /** The steps made so far, all lanes together. */
    long steps() {
        return steps;
    }

    /** The points of the group where {@link #advance} stopped that passed all tests, a bit each. */
    int survivors() {
        return survivors;
    }

    /**
     * Makes steps of one group after another, up to the first in which points are left: with a test after each step, until
     * the last or until all points of a pair of vectors have escaped.
     *
     * @param cImaginary imaginary part of c
     * @param y imaginary part of the points
     * @param start index of the first group
     * @param end index before which the last group must end
     * @param counts takes how many of the tests of z₀ … z_limit each point passed
     * @param row where the count of the point with index 0 would go
     * @return where the group begins that has {@link #survivors}; if there is none, where the next group would begin
     */
    int advance(double cImaginary, double y, int start, int end, int[] counts, int row) {
        DoubleVector ci = DoubleVector.broadcast(DOUBLES, cImaginary);
        DoubleVector y0 = DoubleVector.broadcast(DOUBLES, y);
        DoubleVector four = DoubleVector.broadcast(DOUBLES, 4);
        DoubleVector factor = DoubleVector.broadcast(DOUBLES, twist);
        int inside = 0;
        long made = 0;
        int i = start;
        while (inside == 0 && i <= end - GROUP) {
            for (int h = 0; h < GROUP; h += PAIR) {
                int a = i + h;
                DoubleVector cr0 = DoubleVector.fromArray(DOUBLES, cReal, a);
                DoubleVector cr1 = DoubleVector.fromArray(DOUBLES, cReal, a + LANES);
                DoubleVector zr0 = DoubleVector.fromArray(DOUBLES, x, a);
                DoubleVector zr1 = DoubleVector.fromArray(DOUBLES, x, a + LANES);
                DoubleVector zi0 = y0;
                DoubleVector zi1 = y0;
                LongVector escaped0 = LongVector.zero(LONGS);
                LongVector escaped1 = escaped0;
                LongVector failed0 = escaped0;
                LongVector failed1 = escaped0;
                int n = 0;
                while (true) {
                    DoubleVector rr0 = zr0.mul(zr0);
                    DoubleVector rr1 = zr1.mul(zr1);
                    DoubleVector ii0 = zi0.mul(zi0);
                    DoubleVector ii1 = zi1.mul(zi1);
                    escaped0 = escaped0.or(four.sub(rr0.add(ii0)).reinterpretAsLongs());
                    escaped1 = escaped1.or(four.sub(rr1.add(ii1)).reinterpretAsLongs());
                    failed0 = failed0.add(escaped0.lanewise(VectorOperators.LSHR, SIGN));
                    failed1 = failed1.add(escaped1.lanewise(VectorOperators.LSHR, SIGN));
                    if (n == limit
                            || escaped0.and(escaped1)
                                    .compare(VectorOperators.LT, 0)
                                    .allTrue()) {
                        break;
                    }
                    n++;
                    DoubleVector t0 = zr0.mul(zi0);
                    DoubleVector t1 = zr1.mul(zi1);
                    zr0 = rr0.sub(ii0).add(cr0);
                    zr1 = rr1.sub(ii1).add(cr1);
                    zi0 = FMA ? t0.fma(factor, ci) : t0.mul(factor).add(ci);
                    zi1 = FMA ? t1.fma(factor, ci) : t1.mul(factor).add(ci);
                }
                LongVector tests = LongVector.broadcast(LONGS, n + 1);
                tests.sub(failed0)
                        .or(tests.sub(failed1).lanewise(VectorOperators.LSHL, Integer.SIZE))
                        .reinterpretAsInts()
                        .rearrange(EVEN_THEN_ODD)
                        .intoArray(counts, row + a);
                if (n == limit) {
                    zr0.intoArray(zr, h);
                    zr1.intoArray(zr, h + LANES);
                    zi0.intoArray(zi, h);
                    zi1.intoArray(zi, h + LANES);
                    long inside0 = escaped0.compare(VectorOperators.GE, 0).toLong();
                    long inside1 = escaped1.compare(VectorOperators.GE, 0).toLong();
                    inside |= (int) (inside0 | inside1 << LANES) << h;
                }
                made += n;
            }
            i += GROUP;
        }
        survivors = inside;
        steps += made * PAIR;
        return inside == 0 ? i : i - GROUP;
    }
}
