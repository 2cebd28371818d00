package org.mandelspark.kernel.deep;

import java.math.BigInteger;

/**
 * A complex number z whose parts are multiples of 2⁻ᵖ, in {@link Digits}, and the constant c of its orbit.
 *
 * <p><b>A step</b> z := z² + c errs by less than 0.71 of 2⁻ᵖ. <i>Proof.</i> Columns from n − 2 on are summed up
 * exactly, and what is cut off of them is at most (2⁵¹·2⁻¹⁰⁴ + 2⁵¹·2⁻⁵²)·2⁻ᵖ a part, as digits are nearest. A column
 * below holds at most n + 1 products of 2¹⁰³, and the first of these weighs 2⁻¹⁵⁶·2⁻ᵖ, so all of them together stay
 * below (n + 1)·2⁻⁵²·2⁻ᵖ. For n below 2⁴⁰ a part errs by 0.501 of 2⁻ᵖ. ∎ Integers are squared exactly.
 */
final class FixedComplex {
    private static final int BITS = Digits.BITS;
    private static final int REST = Digits.REST;
    private static final long MASK = Digits.MASK;

    /** Products that are summed up before they are carried: each half is below 2⁵³. */
    private static final int MOST_PRODUCTS = 1 << 9;

    /** Digits after the point that margins are computed from. */
    private static final int MARGIN_DIGITS = 3;

    /** Margins of less are computed from all digits: 2⁻¹⁵³ is below 2⁻¹²² of the others. */
    private static final double THIN = 0x1p-30;

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
        constantRe = Digits.of(re, n);
        constantIm = Digits.of(im, n);
        x = constantRe.clone();
        y = constantIm.clone();
        nextX = new long[n + 1];
        nextY = new long[n + 1];
    }

    /** Real part, as {@link Digits#rounded}. */
    double re() {
        return Digits.rounded(x);
    }

    /** Imaginary part likewise. */
    double im() {
        return Digits.rounded(y);
    }

    /** Real part in units of 2⁻ᵖ. */
    BigInteger exactRe() {
        return Digits.exact(x);
    }

    /** Imaginary part likewise. */
    BigInteger exactIm() {
        return Digits.exact(y);
    }

    /** 4 − |z|² in units of 2⁻²ᵖ. */
    BigInteger exactMargin() {
        BigInteger re = exactRe();
        BigInteger im = exactIm();
        return BigInteger.valueOf(4)
                .shiftLeft(2 * BITS * n)
                .subtract(re.multiply(re))
                .subtract(im.multiply(im));
    }

    /** Splits both parts into two doubles each, the real one at a place and the imaginary one behind it. */
    void split(double[] high, double[] low, int at) {
        Digits.split(x, -BITS * n, high, low, at);
        Digits.split(y, -BITS * n, high, low, at + 1);
    }

    /** Splits 4 − |z|² into two doubles, as {@link Digits#split}, if |z| is below 3. */
    void splitMargin(double[] high, double[] low, int at) {
        int seen = Math.min(n, MARGIN_DIGITS);
        long[] margin = margin(seen);
        Digits.split(margin, -2 * BITS * seen, high, low, at);
        if (n > seen && Math.abs(high[at]) < THIN) {
            FixedPoint.split(exactMargin(), -2 * BITS * n, high, low, at);
        }
    }

    /**
     * 4 − |z|² in units of 2 to minus twice the bits of so many digits, from that many digits of both parts after the
     * point: it errs by 2⁻¹⁵³ if there are three.
     */
    private long[] margin(int seen) {
        int from = n - seen;
        long[] margin = new long[2 * seen + 1];
        long carry = 0;
        for (int column = 0; column <= 2 * seen; column++) {
            long sum = carry;
            carry = 0;
            for (int i = Math.max(0, column - seen); i <= column - i; i++) {
                int j = column - i;
                int twice = i < j ? 1 : 0;
                long a = x[from + i] << twice;
                long b = y[from + i] << twice;
                long c = x[from + j];
                long d = y[from + j];
                sum -= (a * c & MASK) + (b * d & MASK);
                carry -= Math.multiplyHigh(a, c << REST) + Math.multiplyHigh(b, d << REST);
            }
            if (column == 2 * seen) {
                margin[column] = 4 + sum + (carry << BITS);
            } else {
                margin[column] = Digits.nearest(sum);
                carry += (sum - margin[column]) >> BITS;
            }
        }
        return margin;
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
                carryRe += lowRe >> BITS;
                carryIm += lowIm >> BITS;
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
                nextX[n] = lowRe + (carryRe << BITS);
                nextY[n] = lowIm + (carryIm << BITS);
            } else {
                long re = Digits.nearest(lowRe);
                long im = Digits.nearest(lowIm);
                carryRe += (lowRe - re) >> BITS;
                carryIm += (lowIm - im) >> BITS;
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
