package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.GROUP;
import static org.mandelspark.kernel.SimdShape.INTS;
import static org.mandelspark.kernel.SimdShape.LANES;
import static org.mandelspark.kernel.SimdShape.LONGS;
import static org.mandelspark.kernel.SimdSteps.BLOCK;
import static org.mandelspark.kernel.SimdSteps.RIM;
import static org.mandelspark.kernel.SimdSteps.SIGN;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/** The first steps of the groups of a row, from z = c; holds z of those that survive them. */
final class SimdFirstSteps {
    private static final int PAIR = 2 * LANES;

    /** Two vectors of longs seen as ints and each shuffled so; then the first half of one and the second of the other. */
    private static final VectorShuffle<Integer> LOW_HALVES = VectorShuffle.fromOp(INTS, lane -> 2 * (lane % LANES));

    private static final VectorMask<Integer> SECOND_HALF = VectorMask.fromLong(INTS, -1L << LANES);

    final double[] zr = new double[GROUP];
    final double[] zi = new double[GROUP];
    private long steps;

    /** Steps made so far, all lanes together. */
    long steps() {
        return steps;
    }

    /**
     * Steps with a test each, until the last or until all points of a pair of vectors have escaped.
     *
     * @param x real parts, from index {@code start} on
     * @param y imaginary part
     * @param limit number of steps
     * @param counts takes how many of the tests of z₀ … z_limit each point passed
     * @param place where the first of the group's counts goes
     * @return the points that passed all of them, a bit each
     */
    int tested(double[] x, int start, double y, int limit, int[] counts, int place) {
        DoubleVector ci = DoubleVector.broadcast(DOUBLES, y);
        DoubleVector four = DoubleVector.broadcast(DOUBLES, 4);
        DoubleVector two = DoubleVector.broadcast(DOUBLES, 2);
        int survivors = 0;
        for (int h = 0; h < GROUP; h += PAIR) {
            DoubleVector cr0 = DoubleVector.fromArray(DOUBLES, x, start + h);
            DoubleVector cr1 = DoubleVector.fromArray(DOUBLES, x, start + h + LANES);
            DoubleVector zr0 = cr0;
            DoubleVector zr1 = cr1;
            DoubleVector zi0 = ci;
            DoubleVector zi1 = ci;
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
                zi0 = t0.fma(two, ci);
                zi1 = t1.fma(two, ci);
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

    /**
     * Blocks of steps tested at their ends.
     *
     * @param x real parts, from index {@code start} on
     * @param y imaginary part
     * @param blocks number of blocks
     * @param points takes z, behind the points that are there
     * @return whether all points of the group are inside, and far enough from the rim for this to be conclusive
     */
    boolean untested(double[] x, int start, double y, int blocks, SimdPoints points) {
        int b = start + LANES;
        int c = b + LANES;
        int d = c + LANES;
        DoubleVector two = DoubleVector.broadcast(DOUBLES, 2);
        DoubleVector ci = DoubleVector.broadcast(DOUBLES, y);
        DoubleVector cr0 = DoubleVector.fromArray(DOUBLES, x, start);
        DoubleVector cr1 = DoubleVector.fromArray(DOUBLES, x, b);
        DoubleVector cr2 = DoubleVector.fromArray(DOUBLES, x, c);
        DoubleVector cr3 = DoubleVector.fromArray(DOUBLES, x, d);
        if (!cr0.mul(cr0)
                .max(cr1.mul(cr1))
                .max(cr2.mul(cr2).max(cr3.mul(cr3)))
                .add(ci.mul(ci))
                .compare(VectorOperators.LE, RIM)
                .allTrue()) {
            return false;
        }
        DoubleVector zr0 = cr0;
        DoubleVector zr1 = cr1;
        DoubleVector zr2 = cr2;
        DoubleVector zr3 = cr3;
        DoubleVector zi0 = ci;
        DoubleVector zi1 = ci;
        DoubleVector zi2 = ci;
        DoubleVector zi3 = ci;
        for (int block = 0; block < blocks; block++) {
            for (int k = 0; k < BLOCK; k++) {
                DoubleVector t0 = zr0.mul(zi0);
                DoubleVector t1 = zr1.mul(zi1);
                DoubleVector t2 = zr2.mul(zi2);
                DoubleVector t3 = zr3.mul(zi3);
                zr0 = zr0.mul(zr0).sub(zi0.mul(zi0)).add(cr0);
                zr1 = zr1.mul(zr1).sub(zi1.mul(zi1)).add(cr1);
                zr2 = zr2.mul(zr2).sub(zi2.mul(zi2)).add(cr2);
                zr3 = zr3.mul(zr3).sub(zi3.mul(zi3)).add(cr3);
                zi0 = t0.fma(two, ci);
                zi1 = t1.fma(two, ci);
                zi2 = t2.fma(two, ci);
                zi3 = t3.fma(two, ci);
            }
            VectorMask<Double> inside = zr0.mul(zr0)
                    .add(zi0.mul(zi0))
                    .compare(VectorOperators.LE, 4)
                    .and(zr1.mul(zr1).add(zi1.mul(zi1)).compare(VectorOperators.LE, 4))
                    .and(zr2.mul(zr2).add(zi2.mul(zi2)).compare(VectorOperators.LE, 4))
                    .and(zr3.mul(zr3).add(zi3.mul(zi3)).compare(VectorOperators.LE, 4));
            if (!inside.allTrue()) {
                steps += (long) GROUP * (block + 1) * BLOCK;
                return false;
            }
        }
        steps += (long) GROUP * blocks * BLOCK;
        int at = points.size();
        zr0.intoArray(points.zr, at);
        zr1.intoArray(points.zr, at + LANES);
        zr2.intoArray(points.zr, at + 2 * LANES);
        zr3.intoArray(points.zr, at + 3 * LANES);
        zi0.intoArray(points.zi, at);
        zi1.intoArray(points.zi, at + LANES);
        zi2.intoArray(points.zi, at + 2 * LANES);
        zi3.intoArray(points.zi, at + 3 * LANES);
        return true;
    }
}
