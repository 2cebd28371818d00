package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A disc that holds the exact ζₖ: z of p bits after the binary point, and a radius r. It begins with ζ₁ = c.
 *
 * <p><b>Step.</b> z′ = z² + c + ε: r′ = (r(2w + r) + 1.5·2⁻ᵖ)·UP with w ≥ |z|, as {@link FixedComplex} errs by 0.71 and
 * c by 0.71 of 2⁻ᵖ. If c is a Gaussian integer nothing is rounded, and r stays 0.
 *
 * <p><b>Test.</b> |ζ|² lies within r(2w + r) of |z|².
 */
final class Ball {
    private static final double UP = Rounding.UP;

    /** Radii of more are kept with a larger unit. */
    private static final double LARGE = 0x1p600;

    private static final int RAISED = 500;

    /** Bound of the rounding of a step and of the point together, in units of 2⁻ᵖ. */
    private static final double ROUNDING = 1.5;

    /** Bound of the rounding of the point alone, in the same units. */
    private static final double FIRST = 1;

    /** Sums of |z| and r below this pass their tests. */
    private static final double SURELY_INSIDE = 1.99;

    /** Powers of two of less are not normal doubles, and radii in such units are below {@link #TINY}. */
    private static final int LEAST_UNIT = -1000;

    private static final double TINY = 0x1p-390;

    /** Greatest error of a modulus as computed. */
    private static final double SEEN = 0x1p-48;

    private final FixedComplex z;
    private final int bits;

    /** The radius and what a step rounds off, over 2^unit. */
    private double radius;

    private double perStep;
    private int unit;

    /** Upper bounds of |z|, and of the radius without its unit. */
    private double w;

    private double real;

    /**
     * The ball of ζ₁.
     *
     * @param digits of 52 bits after the binary point, at least 1
     * @param re real part of c, at most 2 in modulus
     * @param im imaginary part likewise
     */
    Ball(int digits, BigDecimal re, BigDecimal im) {
        bits = digits * Digits.BITS;
        z = new FixedComplex(digits, FixedPoint.nearest(re, bits), FixedPoint.nearest(im, bits));
        boolean rounds = !isWhole(re) || !isWhole(im);
        radius = rounds ? FIRST : 0;
        perStep = rounds ? ROUNDING : 0;
        unit = -bits;
        see();
    }

    /** True if a coordinate is an integer. */
    private static boolean isWhole(BigDecimal coordinate) {
        return coordinate.stripTrailingZeros().scale() <= 0;
    }

    /** From ζₖ to ζₖ₊₁. */
    void step() {
        radius = (radius * (2 * w + real) + perStep) * UP;
        if (radius > LARGE) {
            radius = Math.scalb(radius, -RAISED);
            perStep = Math.max(Double.MIN_NORMAL, Math.scalb(perStep, -RAISED));
            unit += RAISED;
        }
        z.step();
        see();
    }

    private void see() {
        double re = z.re();
        double im = z.im();
        w = Math.sqrt(re * re + im * im) * UP + SEEN;
        real = unit < LEAST_UNIT ? TINY : radius * Rounding.pow2(unit) * UP + Double.MIN_NORMAL;
    }

    /** True if the test is passed by so much that nothing needs to be computed. */
    boolean isSurelyInside() {
        return w + real < SURELY_INSIDE;
    }

    /** Decides |ζ| ≤ 2, if it can be. */
    Outcome test() {
        BigInteger margin = z.exactMargin();
        Wide error = normError();
        double[] high = new double[1];
        int length = margin.bitLength();
        FixedPoint.split(margin, -length, high, new double[1], 0);
        Wide distance = Wide.of(Math.abs(high[0]), length - 2 * bits);
        if (error.mantissa() == 0 || distance.down().isAbove(error)) {
            return margin.signum() < 0 ? Outcome.ESCAPED : Outcome.CAPPED;
        }
        return Outcome.UNDECIDED;
    }

    /** r. */
    Wide radius() {
        return Wide.of(radius, unit);
    }

    /** What |z|² errs by, at most. */
    Wide normError() {
        return radius().times(Wide.of(2 * w).plus(radius())).up();
    }

    /** The centre. */
    FixedComplex centre() {
        return z;
    }

    /** Real part of the centre, rounded. */
    double re() {
        return z.re();
    }

    /** Imaginary part of the centre, rounded. */
    double im() {
        return z.im();
    }
}
