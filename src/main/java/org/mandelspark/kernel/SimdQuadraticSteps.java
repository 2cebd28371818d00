package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.FMA;
import static org.mandelspark.kernel.SimdShape.GROUP;
import static org.mandelspark.kernel.SimdShape.LANES;
import static org.mandelspark.kernel.SimdShape.LONGS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.mandelspark.grid.Formula;

/**
 * Steps {@code z ← z² + c} or {@code z ← conj(z)² + c}, of the Mandelbrot set, Julia sets and the Tricorn: four vectors
 * of z stay in registers for a whole block.
 *
 * <p>Untested steps are five products and sums and a fused one, next to nothing else. {@code fma(t, 2, ci)} has the
 * bits of {@code (t + t) + ci}, because doubling is exact, and {@code fma(t, −2, ci)} those of {@code ci − (t + t)}; so
 * machines without that instruction take a product and a sum.
 * {@link SimdFirstSteps} has tested ones for a row's points, from the start on.
 */
final class SimdQuadraticSteps implements SimdSteps {
    private static final int PAIR = 2 * LANES;
    private static final double NO_TWIST = 0;

    private final double twist;

    /**
     * Steps with a twist.
     *
     * @param twist the factor of zr·zi in the imaginary part: 2, or −2 for the conjugate
     */
    SimdQuadraticSteps(double twist) {
        this.twist = twist;
    }

    /** True if a formula's steps are of this kind. */
    static boolean iterates(Formula formula) {
        return twist(formula) != NO_TWIST;
    }

    /** The factor of zr·zi in the imaginary part, or {@link #NO_TWIST} for a formula whose steps are of another kind. */
    static double twist(Formula formula) {
        return switch (formula.family()) {
            case MANDELBROT, JULIA -> 2;
            case TRICORN -> -2;
            case MULTIBROT, BURNING_SHIP -> NO_TWIST;
        };
    }

    @Override
    public boolean counted(SimdPoints points, int at, int limit, long[] passed) {
        double[] zr = points.zr;
        double[] zi = points.zi;
        DoubleVector four = DoubleVector.broadcast(DOUBLES, 4);
        DoubleVector factor = DoubleVector.broadcast(DOUBLES, twist);
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
                zi0 = FMA ? t0.fma(factor, ci0) : t0.mul(factor).add(ci0);
                zi1 = FMA ? t1.fma(factor, ci1) : t1.mul(factor).add(ci1);
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

    @Override
    public int untested(SimdPoints points, int at, int blocks) {
        double[] zr = points.zr;
        double[] zi = points.zi;
        int b = at + LANES;
        int c = b + LANES;
        int d = c + LANES;
        DoubleVector factor = DoubleVector.broadcast(DOUBLES, twist);
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
                zi0 = FMA ? t0.fma(factor, ci0) : t0.mul(factor).add(ci0);
                zi1 = FMA ? t1.fma(factor, ci1) : t1.mul(factor).add(ci1);
                zi2 = FMA ? t2.fma(factor, ci2) : t2.mul(factor).add(ci2);
                zi3 = FMA ? t3.fma(factor, ci3) : t3.mul(factor).add(ci3);
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
