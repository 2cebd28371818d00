package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.GROUP;
import static org.mandelspark.kernel.SimdShape.LANES;
import static org.mandelspark.kernel.SimdShape.LONGS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The loops in which the time goes: steps {@code z ← z² + c} of a group of points whose state lies in arrays.
 *
 * <p>There are two, for two kinds of orbit. {@link #untested} makes blocks of steps with one test at the end of each:
 * five products and sums and a fused one a step, next to nothing else; when a point turns out to have escaped, the
 * block counts as not done. {@link #counted} tests at every step, with no branch: the sign of {@code 4 − |z|²}, carried
 * along by <em>or</em>, is added up. {@link SimdFirstSteps} has both for a row's points, from z = c on.
 *
 * <p><b>Why one test for a block suffices.</b> A point that has escaped inside a block is seen at its end: if {@code
 * |z|² > 4} as computed, then {@code |z| ≥ 2 − 10⁻¹⁵}, and where {@code |c| ≤ 2 − 10⁻⁷} the next one is at least {@code
 * |z|² − |c| − 10⁻¹⁴ > 2}, from where the modulus grows, at last to infinity or NaN, neither of which is less than or
 * equal to 4. Points with {@code |c| > 2 − 10⁻⁷} never get there: {@link SimdKernel} counts them step by step.
 *
 * <p>{@code fma(t, 2, ci)} has the bits of {@code (t + t) + ci}, because doubling is exact.
 */
final class SimdSteps {
    /** Steps of a block: long enough to make the test cheap, short enough to make a repetition cheap. */
    static final int BLOCK = 16;

    /** |c|² from which on a point that has escaped might come back as computed. */
    static final double RIM = 3.9999995;

    private static final int PAIR = 2 * LANES;

    /** Place of the sign of a double among its bits. */
    static final int SIGN = Long.SIZE - 1;

    private SimdSteps() {}

    /**
     * Steps with a test after each, of a group whose points are all inside.
     *
     * @param points z, which advances, and c
     * @param at index of the group
     * @param limit number of steps
     * @param passed takes how many of the {@code limit} tests each point passed
     * @return whether every point passed all of them
     */
    static boolean counted(SimdPoints points, int at, int limit, long[] passed) {
        double[] zr = points.zr;
        double[] zi = points.zi;
        DoubleVector four = DoubleVector.broadcast(DOUBLES, 4);
        DoubleVector two = DoubleVector.broadcast(DOUBLES, 2);
        LongVector tests = LongVector.broadcast(LONGS, limit);
        LongVector failures = LongVector.zero(LONGS);
        for (int h = 0; h < GROUP; h += PAIR) {
            int a = at + h;
            int b = a + LANES;
            DoubleVector cr0 = DoubleVector.fromArray(DOUBLES, points.cr, a);
            DoubleVector cr1 = DoubleVector.fromArray(DOUBLES, points.cr, b);
            DoubleVector ci0 = DoubleVector.fromArray(DOUBLES, points.ci, a);
            DoubleVector ci1 = DoubleVector.fromArray(DOUBLES, points.ci, b);
            DoubleVector zr0 = DoubleVector.fromArray(DOUBLES, zr, a);
            DoubleVector zr1 = DoubleVector.fromArray(DOUBLES, zr, b);
            DoubleVector zi0 = DoubleVector.fromArray(DOUBLES, zi, a);
            DoubleVector zi1 = DoubleVector.fromArray(DOUBLES, zi, b);
            DoubleVector rr0 = zr0.mul(zr0);
            DoubleVector rr1 = zr1.mul(zr1);
            DoubleVector ii0 = zi0.mul(zi0);
            DoubleVector ii1 = zi1.mul(zi1);
            LongVector escaped0 = LongVector.zero(LONGS);
            LongVector escaped1 = escaped0;
            LongVector failed0 = escaped0;
            LongVector failed1 = escaped0;
            for (int k = 0; k < limit; k++) {
                DoubleVector t0 = zr0.mul(zi0);
                DoubleVector t1 = zr1.mul(zi1);
                zr0 = rr0.sub(ii0).add(cr0);
                zr1 = rr1.sub(ii1).add(cr1);
                zi0 = t0.fma(two, ci0);
                zi1 = t1.fma(two, ci1);
                rr0 = zr0.mul(zr0);
                rr1 = zr1.mul(zr1);
                ii0 = zi0.mul(zi0);
                ii1 = zi1.mul(zi1);
                escaped0 = escaped0.or(four.sub(rr0.add(ii0)).reinterpretAsLongs());
                escaped1 = escaped1.or(four.sub(rr1.add(ii1)).reinterpretAsLongs());
                failed0 = failed0.add(escaped0.lanewise(VectorOperators.LSHR, SIGN));
                failed1 = failed1.add(escaped1.lanewise(VectorOperators.LSHR, SIGN));
            }
            zr0.intoArray(zr, a);
            zr1.intoArray(zr, b);
            zi0.intoArray(zi, a);
            zi1.intoArray(zi, b);
            tests.sub(failed0).intoArray(passed, h);
            tests.sub(failed1).intoArray(passed, h + LANES);
            failures = failures.or(failed0).or(failed1);
        }
        return failures.compare(VectorOperators.EQ, 0).allTrue();
    }

    /**
     * Blocks of steps with a test after each block, of a group whose points are all inside, up to the first block in
     * which a point escapes.
     *
     * @param points z, which advances by whole blocks, and c
     * @param at index of the group
     * @param blocks how many
     * @return blocks carried out; if they are fewer than asked for, a point escapes in the next
     */
    static int untested(SimdPoints points, int at, int blocks) {
        double[] zr = points.zr;
        double[] zi = points.zi;
        int b = at + LANES;
        int c = b + LANES;
        int d = c + LANES;
        DoubleVector two = DoubleVector.broadcast(DOUBLES, 2);
        DoubleVector cr0 = DoubleVector.fromArray(DOUBLES, points.cr, at);
        DoubleVector cr1 = DoubleVector.fromArray(DOUBLES, points.cr, b);
        DoubleVector cr2 = DoubleVector.fromArray(DOUBLES, points.cr, c);
        DoubleVector cr3 = DoubleVector.fromArray(DOUBLES, points.cr, d);
        DoubleVector ci0 = DoubleVector.fromArray(DOUBLES, points.ci, at);
        DoubleVector ci1 = DoubleVector.fromArray(DOUBLES, points.ci, b);
        DoubleVector ci2 = DoubleVector.fromArray(DOUBLES, points.ci, c);
        DoubleVector ci3 = DoubleVector.fromArray(DOUBLES, points.ci, d);
        DoubleVector zr0 = DoubleVector.fromArray(DOUBLES, zr, at);
        DoubleVector zr1 = DoubleVector.fromArray(DOUBLES, zr, b);
        DoubleVector zr2 = DoubleVector.fromArray(DOUBLES, zr, c);
        DoubleVector zr3 = DoubleVector.fromArray(DOUBLES, zr, d);
        DoubleVector zi0 = DoubleVector.fromArray(DOUBLES, zi, at);
        DoubleVector zi1 = DoubleVector.fromArray(DOUBLES, zi, b);
        DoubleVector zi2 = DoubleVector.fromArray(DOUBLES, zi, c);
        DoubleVector zi3 = DoubleVector.fromArray(DOUBLES, zi, d);
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
                zi0 = t0.fma(two, ci0);
                zi1 = t1.fma(two, ci1);
                zi2 = t2.fma(two, ci2);
                zi3 = t3.fma(two, ci3);
            }
            VectorMask<Double> inside = zr0.mul(zr0)
                    .add(zi0.mul(zi0))
                    .compare(VectorOperators.LE, 4)
                    .and(zr1.mul(zr1).add(zi1.mul(zi1)).compare(VectorOperators.LE, 4))
                    .and(zr2.mul(zr2).add(zi2.mul(zi2)).compare(VectorOperators.LE, 4))
                    .and(zr3.mul(zr3).add(zi3.mul(zi3)).compare(VectorOperators.LE, 4));
            if (!inside.allTrue()) {
                return block;
            }
            zr0.intoArray(zr, at);
            zr1.intoArray(zr, b);
            zr2.intoArray(zr, c);
            zr3.intoArray(zr, d);
            zi0.intoArray(zi, at);
            zi1.intoArray(zi, b);
            zi2.intoArray(zi, c);
            zi3.intoArray(zi, d);
        }
        return blocks;
    }
}
