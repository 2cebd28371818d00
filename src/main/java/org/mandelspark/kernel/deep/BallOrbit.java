package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import org.mandelspark.grid.ExactGrid;

/**
 * The orbit of a pixel in {@link Ball balls} of p bits after the binary point: every p gives the right count or none,
 * and some p gives one.
 *
 * <p><b>It ends.</b> Let c not be a Gaussian integer. If a part of c has an even denominator, |ζₖ|² is never 4: in the
 * Gaussian integers let v be the exponent of 1 + i; c has v(c) < 0, so v(ζₖ₊₁) = 2v(ζₖ) by induction, and v(ζₖ) =
 * 2ᵏ⁻¹v(c) < 0, while N(ζ) = 4 asks for v(ζ) = 2. If both denominators are odd, |ζₖ| = 2 with |c| ≤ 2 asks for k = 1
 * (powers of 2 + i or 2 − i alone are left as denominators, and 32 numbers of norm 1/5, 4/5, 1/25 and 4/25, which were
 * tried). So all tests but the first, which is decided by the decimals themselves, become decided as p grows. Gaussian
 * integers are exact at any p.
 */
final class BallOrbit {
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
        this.firstDigits = Digits.forBits(firstBits);
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

    /** Runs an orbit with so many digits; the last test that was not passed, or not decided, is that of k. */
    private Outcome run(BigDecimal exactRe, BigDecimal exactIm, int digits) {
        Ball ball = new Ball(digits, exactRe, exactIm);
        for (k = 2; k <= maxIter; k++) {
            ball.step();
            steps++;
            if (!ball.isSurelyInside()) {
                Outcome outcome = ball.test();
                if (outcome != Outcome.CAPPED) {
                    keep(ball.re(), ball.im());
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
}
