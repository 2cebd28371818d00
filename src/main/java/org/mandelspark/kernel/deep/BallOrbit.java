package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.mandelspark.grid.ExactGrid;

/**
 * The orbit of a pixel in integers of p bits after the binary point, with a bound r of its error: every p gives the right count or none, and
 * some p gives one.
 *
 * <p><b>Step.</b> z′ = z² + c + ε: r′ = (r(2w + r) + 1.5·2⁻ᵖ)·UP with w ≥ |z|, as {@link FixedComplex} errs by 0.71 and c by 0.71 of 2⁻ᵖ. While
 * nothing is rounded, r stays 0. <b>Test.</b> |ζ|² lies within r(2w + r) of |z|².
 *
 * <p><b>It ends.</b> Let c not be a Gaussian integer. If a part of c has an even denominator, |ζₖ|² is never 4: in the Gaussian integers let v be
 * the exponent of 1 + i; c has v(c) < 0, so v(ζₖ₊₁) = 2v(ζₖ) by induction, and v(ζₖ) = 2ᵏ⁻¹v(c) < 0, while N(ζ) = 4 asks for v(ζ) = 2. If both denominators are
 * odd, |ζₖ| = 2 with |c| ≤ 2 asks for k = 1 (powers of 2 + i or 2 − i alone are left as denominators, and 32 numbers of norm 1/5, 4/5, 1/25 and 4/25,
 * which were tried). So all tests but the first, which is decided by the decimals themselves, become decided as p grows. Gaussian
 * integers are exact at any p.
 */
final class BallOrbit {
    private static final double UP = Rounding.UP;

    /** Radii of more are kept with a larger unit. */
    private static final double LARGE = 0x1p600;

    private static final int RAISED = 500;

    /** What a step rounds off, in units of 2⁻ᵖ. */
    private static final double ROUNDING = 1.5;

    /** Sums of |z| and r below this pass their tests. */
    private static final double SURELY_INSIDE = 1.99;

    /** Powers of two of less are not normal doubles, and radii in such units are below {@link #TINY}. */
    private static final int LEAST_UNIT = -1000;

    private static final double TINY = 0x1p-390;

    /** Moduli are known to this. */
    private static final double SEEN = 0x1p-48;

    private final ExactGrid grid;
    private final int firstDigits;
    private final long maxIter;
    private long k;
    private long steps;
    private double valueRe;
    private double valueIm;

    /**
     * Orbits of a picture.
     *
     * @param firstBits bits to begin with, more than pixels need
     */
    BallOrbit(ExactGrid grid, int firstBits, long maxIter) {
        this.grid = grid;
        firstDigits = FixedComplex.digitsFor(firstBits);
        this.maxIter = maxIter;
    }

    /** Runs the orbit of a pixel to its end, {@link Outcome#ESCAPED} or {@link Outcome#CAPPED}. */
    Outcome run(int column, int row) {
        steps = 0;
        BigDecimal exactRe = grid.re(column);
        BigDecimal exactIm = grid.im(row);
        if (isOutside(exactRe, exactIm)) {
            k = 1;
            keep(exactRe.doubleValue(), exactIm.doubleValue());
            return Outcome.ESCAPED;
        }
        Outcome outcome = Outcome.UNDECIDED;
        for (int digits = firstDigits; outcome == Outcome.UNDECIDED; digits += (digits + 1) / 2) {
            outcome = run(exactRe, exactIm, digits);
        }
        return outcome;
    }

    /** Compares |c| with 2, exactly. */
    private static boolean isOutside(BigDecimal re, BigDecimal im) {
        return re.multiply(re).add(im.multiply(im)).compareTo(BigDecimal.valueOf(4)) > 0;
    }

    long k() {
        return k;
    }

    long steps() {
        return steps;
    }

    /** Real part of the z that failed its test, rounded. */
    double valueRe() {
        return valueRe;
    }

    /** Imaginary part of it. */
    double valueIm() {
        return valueIm;
    }

    /** Runs an orbit with p bits; the last test that was not passed, or not decided, is that of k. */
    private Outcome run(BigDecimal exactRe, BigDecimal exactIm, int digits) {
        int bits = digits * FixedComplex.DIGIT;
        FixedComplex z = new FixedComplex(digits, FixedPoint.nearest(exactRe, bits), FixedPoint.nearest(exactIm, bits));
        double radius = isWhole(exactRe) && isWhole(exactIm) ? 0 : 1;
        double perStep = radius * ROUNDING;
        int unit = -bits;
        for (k = 2; k <= maxIter; k++) {
            double real = real(radius, unit);
            radius = (radius * (2 * modulus(z) + real) + perStep) * UP;
            if (radius > LARGE) {
                radius = Math.scalb(radius, -RAISED);
                perStep = Math.max(Double.MIN_NORMAL, Math.scalb(perStep, -RAISED));
                unit += RAISED;
            }
            z.step();
            steps++;
            double w = modulus(z);
            if (!(w + real(radius, unit) < SURELY_INSIDE)) {
                Outcome outcome = test(z, bits, w, Wide.of(radius, unit));
                if (outcome != Outcome.CAPPED) {
                    keep(z.re(), z.im());
                    return outcome;
                }
            }
        }
        k = maxIter;
        return Outcome.CAPPED;
    }

    private void keep(double re, double im) {
        valueRe = re;
        valueIm = im;
    }

    /** Upper bound of a radius. */
    private static double real(double radius, int unit) {
        return unit < LEAST_UNIT ? TINY : radius * Rounding.pow2(unit) * UP + Double.MIN_NORMAL;
    }

    private static Outcome test(FixedComplex z, int bits, double w, Wide radius) {
        BigInteger x = z.exactRe();
        BigInteger y = z.exactIm();
        BigInteger margin = BigInteger.valueOf(4)
                .shiftLeft(2 * bits)
                .subtract(x.multiply(x))
                .subtract(y.multiply(y));
        Wide error = radius.times(Wide.of(2 * w).plus(radius)).up();
        double[] high = new double[1];
        int length = margin.bitLength();
        FixedPoint.split(margin, -length, high, new double[1], 0);
        Wide distance = Wide.of(Math.abs(high[0]), length - 2 * bits);
        if (error.mantissa() == 0 || distance.down().isAbove(error)) {
            return margin.signum() < 0 ? Outcome.ESCAPED : Outcome.CAPPED;
        }
        return Outcome.UNDECIDED;
    }

    /** True if a coordinate is an integer. */
    private static boolean isWhole(BigDecimal coordinate) {
        return coordinate.stripTrailingZeros().scale() <= 0;
    }

    /** Upper bound of |z|, a little above. */
    private static double modulus(FixedComplex z) {
        double re = z.re();
        double im = z.im();
        return Math.sqrt(re * re + im * im) * UP + SEEN;
    }
}
