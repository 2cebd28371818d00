package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.mandelspark.grid.ExactGrid;

/**
 * The orbit of a pixel in integers of p bits after the binary point, with a bound r of its error: every p gives the right count or none, and
 * some p gives one.
 *
 * <p><b>Step.</b> z′ = ⌊z²⌋ + c: r′ = (r(2w + r) + 3·2⁻ᵖ)·UP with w ≥ |z|, as both floors err by √2 and c by 0.71 of 2⁻ᵖ. While nothing is
 * rounded, r stays 0. <b>Test.</b> |ζ|² lies within r(2w + r) of |z|².
 *
 * <p><b>It ends.</b> Let c not be a Gaussian integer. If a part of c has an even denominator, |ζₖ|² is never 4: in the Gaussian integers let v be
 * the exponent of 1 + i; c has v(c) < 0, so v(ζₖ₊₁) = 2v(ζₖ) by induction, and v(ζₖ) = 2ᵏ⁻¹v(c) < 0, while N(ζ) = 4 asks for v(ζ) = 2. If both denominators are
 * odd, |ζₖ| = 2 with |c| ≤ 2 asks for k = 1 (powers of 2 + i or 2 − i alone are left as denominators, and 32 numbers of norm 1/5, 4/5, 1/25 and 4/25,
 * which were tried). So all tests but the first, which is decided by the decimals themselves, become decided as p grows. Gaussian
 * integers are exact at any p.
 */
final class BallOrbit {
    private static final double UP = Rounding.UP;

    /** Bits of z that its modulus is computed from. */
    private static final int SEEN_BITS = 60;

    /** Radii of more are kept with a larger unit. */
    private static final double LARGE = 0x1p600;

    private static final int RAISED = 500;

    /** Moduli below this pass their tests. */
    private static final double NEAR_ESCAPE = 1.9;

    private final ExactGrid grid;
    private final int firstBits;
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
        this.firstBits = firstBits;
        this.maxIter = maxIter;
    }

    /** Runs the orbit of a pixel to its end, {@link Outcome#ESCAPED} or {@link Outcome#CAPPED}. */
    Outcome run(int column, int row) {
        steps = 0;
        BigDecimal exactRe = grid.re(column);
        BigDecimal exactIm = grid.im(row);
        Outcome outcome = Outcome.UNDECIDED;
        for (int bits = firstBits; outcome == Outcome.UNDECIDED; bits += bits / 2) {
            outcome = run(exactRe, exactIm, bits);
        }
        return outcome;
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
    private Outcome run(BigDecimal exactRe, BigDecimal exactIm, int bits) {
        BigInteger re = FixedPoint.nearest(exactRe, bits);
        BigInteger im = FixedPoint.nearest(exactIm, bits);
        BigInteger four = BigInteger.valueOf(4).shiftLeft(2 * bits);
        BigInteger x = re;
        BigInteger y = im;
        double radius = isWhole(exactRe) && isWhole(exactIm) ? 0 : 1;
        double perStep = radius * 3;
        int unit = -bits;
        for (k = 1; ; k++) {
            BigInteger x2 = x.multiply(x);
            BigInteger y2 = y.multiply(y);
            BigInteger norm = x2.add(y2);
            double w = modulus(x, y, bits);
            if (w > NEAR_ESCAPE) {
                valueRe = rounded(x, bits);
                valueIm = rounded(y, bits);
            }
            double real = Math.scalb(radius, unit);
            if (!(w + real < 1.99)) {
                Wide error = Wide.of(radius, unit)
                        .times(Wide.of(2 * w).plus(Wide.of(radius, unit)))
                        .up();
                Outcome outcome = test(four.subtract(norm), bits, error, exactRe, exactIm);
                if (outcome != Outcome.CAPPED) {
                    return outcome;
                }
            }
            if (k >= maxIter) {
                return Outcome.CAPPED;
            }
            BigInteger sum = x.add(y);
            y = sum.multiply(sum).subtract(norm).shiftRight(bits).add(im);
            x = x2.subtract(y2).shiftRight(bits).add(re);
            radius = (radius * (2 * w + real + Double.MIN_NORMAL) + Math.scalb(perStep, -bits - unit)) * UP;
            if (radius > LARGE) {
                radius = Math.scalb(radius, -RAISED);
                unit += RAISED;
            }
            steps++;
        }
    }

    private Outcome test(BigInteger margin, int bits, Wide error, BigDecimal exactRe, BigDecimal exactIm) {
        double[] high = new double[1];
        int length = margin.bitLength();
        FixedPoint.split(margin, -length, high, new double[1], 0);
        Wide distance = Wide.of(Math.abs(high[0]), length - 2 * bits);
        if (error.mantissa() == 0 || distance.down().isAbove(error)) {
            return margin.signum() < 0 ? Outcome.ESCAPED : Outcome.CAPPED;
        }
        return k == 1 ? firstTest(exactRe, exactIm) : Outcome.UNDECIDED;
    }

    /** Compares |c| with 2 exactly. */
    private Outcome firstTest(BigDecimal re, BigDecimal im) {
        BigDecimal norm = re.multiply(re).add(im.multiply(im));
        return norm.compareTo(BigDecimal.valueOf(4)) > 0 ? Outcome.ESCAPED : Outcome.CAPPED;
    }

    /** True if a coordinate is an integer. */
    private static boolean isWhole(BigDecimal coordinate) {
        return coordinate.stripTrailingZeros().scale() <= 0;
    }

    private static double rounded(BigInteger part, int bits) {
        int cut = bits - SEEN_BITS;
        return Math.scalb(part.shiftRight(cut).doubleValue(), -SEEN_BITS);
    }

    /** Upper bound of |z|, a little above. */
    private static double modulus(BigInteger x, BigInteger y, int bits) {
        int cut = bits - SEEN_BITS;
        double re = Math.abs(x.shiftRight(cut).doubleValue()) + 1;
        double im = Math.abs(y.shiftRight(cut).doubleValue()) + 1;
        return Math.scalb(Math.sqrt(re * re + im * im) * UP, -SEEN_BITS);
    }
}
