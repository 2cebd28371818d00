package org.mandelspark.kernel.deep;

import java.math.BigInteger;

/**
 * A complex number z whose parts are multiples of 2⁻ᵖ, and the constant c of its orbit. Parts are n digits after the binary point and
 * one before it: Σ dᵢ·2^(52(i − n)), −2⁵¹ ≤ dᵢ < 2⁵¹ for i below n, p = 52n.
 *
 * <p>Digits of 52 bits leave room: the halves of their products are summed up a column at a time, and carried once. Signs are those of
 * the digits, so nothing is compared.
 *
 * <p><b>A step</b> z := z² + c errs by less than 0.71 of 2⁻ᵖ. <i>Proof.</i> Columns from n − 2 on are summed up exactly, and what is cut
 * off of them is at most (2⁵¹·2⁻¹⁰⁴ + 2⁵¹·2⁻⁵²)·2⁻ᵖ a part, as digits are nearest. A column below holds at most n + 1 products of 2¹⁰³,
 * and the first of these weighs 2⁻¹⁵⁶·2⁻ᵖ, so all of them together stay below (n + 1)·2⁻⁵²·2⁻ᵖ. For n below 2⁴⁰ a part errs by 0.501 of 2⁻ᵖ. ∎
 * Integers are squared exactly.
 */
final class FixedComplex {
    /** Bits of a digit. */
    static final int DIGIT = 52;

    private static final int REST = Long.SIZE - DIGIT;
    private static final long MASK = (1L << DIGIT) - 1;
    private static final double UNIT = 0x1p-52;

    /** Products that are summed up before they are carried: each half is below 2⁵³. */
    private static final int MOST_PRODUCTS = 1 << 9;

    private final int n;
    private final long[] constantRe;
    private final long[] constantIm;
    private long[] x;
    private long[] y;
    private long[] nextX;
    private long[] nextY;

    /**
     * z = c.
     *
     * @param digits n, at least 1
     * @param re real part of c in units of 2⁻ᵖ, less than 2⁵⁰·2ᵖ in modulus
     * @param im imaginary part likewise
     */
    FixedComplex(int digits, BigInteger re, BigInteger im) {
        n = digits;
        constantRe = digits(re);
        constantIm = digits(im);
        x = constantRe.clone();
        y = constantIm.clone();
        nextX = new long[n + 1];
        nextY = new long[n + 1];
    }

    /** Digits that p bits need, at least 1. */
    static int digitsFor(int bits) {
        return Math.max(1, (bits + DIGIT - 1) / DIGIT);
    }

    private long[] digits(BigInteger part) {
        long[] digits = new long[n + 1];
        BigInteger rest = part;
        for (int i = 0; i < n; i++) {
            digits[i] = nearest(rest.longValue());
            rest = rest.subtract(BigInteger.valueOf(digits[i])).shiftRight(DIGIT);
        }
        digits[n] = rest.longValueExact();
        return digits;
    }

    /** The digit that a sum leaves in its place, by the bits that it has there. */
    private static long nearest(long sum) {
        return sum << REST >> REST;
    }

    /** Real part, which errs by 2⁻⁵² of itself and 2⁻¹⁰³. */
    double re() {
        return rounded(x);
    }

    /** Imaginary part likewise. */
    double im() {
        return rounded(y);
    }

    private double rounded(long[] digits) {
        double lower = n < 2 ? 0 : digits[n - 2] * UNIT;
        return digits[n] + (digits[n - 1] + lower) * UNIT;
    }

    /** Real part in units of 2⁻ᵖ. */
    BigInteger exactRe() {
        return exact(x);
    }

    /** Imaginary part likewise. */
    BigInteger exactIm() {
        return exact(y);
    }

    private BigInteger exact(long[] digits) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = n; i >= 0; i--) {
            sum = sum.shiftLeft(DIGIT).add(BigInteger.valueOf(digits[i]));
        }
        return sum;
    }

    /** z := z² + c, if |z| and |c| are below 2²⁰. */
    void step() {
        long carryRe = 0;
        long carryIm = 0;
        for (int column = Math.max(0, n - 2); column <= 2 * n; column++) {
            long lowRe = carryRe;
            long lowIm = carryIm;
            carryRe = 0;
            carryIm = 0;
            int i = Math.max(0, column - n);
            int half = (column + 1) / 2;
            while (i < half) {
                int to = Math.min(half, i + MOST_PRODUCTS);
                for (; i < to; i++) {
                    long xi = x[i] << 1;
                    long yi = y[i] << 1;
                    long xj = x[column - i];
                    long yj = y[column - i];
                    lowRe += (xi * xj & MASK) - (yi * yj & MASK);
                    lowIm += (xi * yj & MASK) + (yi * xj & MASK);
                    carryRe += Math.multiplyHigh(xi, xj << REST) - Math.multiplyHigh(yi, yj << REST);
                    carryIm += Math.multiplyHigh(xi, yj << REST) + Math.multiplyHigh(yi, xj << REST);
                }
                carryRe += lowRe >> DIGIT;
                carryIm += lowIm >> DIGIT;
                lowRe &= MASK;
                lowIm &= MASK;
            }
            if (2 * half == column) {
                long a = x[half];
                long b = y[half];
                lowRe += (a * a & MASK) - (b * b & MASK);
                lowIm += 2 * a * b & MASK;
                carryRe += Math.multiplyHigh(a, a << REST) - Math.multiplyHigh(b, b << REST);
                carryIm += Math.multiplyHigh(2 * a, b << REST);
            }
            int place = column - n;
            if (place >= 0) {
                lowRe += constantRe[place];
                lowIm += constantIm[place];
            }
            if (place == n) {
                nextX[n] = lowRe + (carryRe << DIGIT);
                nextY[n] = lowIm + (carryIm << DIGIT);
            } else {
                long re = nearest(lowRe);
                long im = nearest(lowIm);
                carryRe += (lowRe - re) >> DIGIT;
                carryIm += (lowIm - im) >> DIGIT;
                if (place >= 0) {
                    nextX[place] = re;
                    nextY[place] = im;
                }
            }
        }
        swap();
    }

    private void swap() {
        long[] oldX = x;
        long[] oldY = y;
        x = nextX;
        y = nextY;
        nextX = oldX;
        nextY = oldY;
    }
}
