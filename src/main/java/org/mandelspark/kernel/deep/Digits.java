package org.mandelspark.kernel.deep;

import java.math.BigInteger;

/**
 * Binary fixed-point numbers as digits: Σ dᵢ·2^(52(i − n)) for i from 0 to n, in units of 2⁻ᵖ with p = 52n. Digits
 * below n are nearest: −2⁵¹ ≤ dᵢ < 2⁵¹; the last one, before the binary point, may be larger.
 *
 * <p>Digits of 52 bits leave room: halves of products of two are summed up a column at a time and carried once. The
 * sign of a number is that of its digits, so nothing is ever compared.
 */
final class Digits {
    /** Bits of a digit. */
    static final int BITS = 52;

    /** Bits of a long beyond a digit: the upper half of a product ab is that of {@code multiplyHigh(a, b << REST)}. */
    static final int REST = Long.SIZE - BITS;

    /** Bits of the lower half of a product. */
    static final long MASK = (1L << BITS) - 1;

    private static final double UNIT = 0x1p-52;

    private Digits() {}

    /** Digits after the binary point that p bits need, at least 1. */
    static int forBits(int bits) {
        return Math.max(1, (bits + BITS - 1) / BITS);
    }

    /** The digits of an integer, n and one more. */
    static long[] of(BigInteger value, int n) {
        long[] digits = new long[n + 1];
        BigInteger rest = value;
        for (int i = 0; i < n; i++) {
            digits[i] = nearest(rest.longValue());
            rest = rest.subtract(BigInteger.valueOf(digits[i])).shiftRight(BITS);
        }
        digits[n] = rest.longValueExact();
        return digits;
    }

    /** The integer of digits. */
    static BigInteger exact(long[] digits) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = digits.length - 1; i >= 0; i--) {
            sum = sum.shiftLeft(BITS).add(BigInteger.valueOf(digits[i]));
        }
        return sum;
    }

    /** The digit that a sum leaves in its place; the rest of the sum is carried. */
    static long nearest(long sum) {
        return sum << REST >> REST;
    }

    /** The number, which errs by 2⁻⁵² of itself and 2⁻¹⁰³. */
    static double rounded(long[] digits) {
        int n = digits.length - 1;
        double lower = n < 2 ? 0 : digits[n - 2] * UNIT;
        return digits[n] + (digits[n - 1] + lower) * UNIT;
    }

    /**
     * Splits {@code value · 2^power} into two doubles: {@code high[at]} errs by at most u of the value, both together
     * by at most 1.001u² of it, unless they are subnormal: then by 2⁻¹⁰⁷⁴ more.
     *
     * <p><i>Proof.</i> Let the first digit that is not 0 be 1 or more in modulus: the value is at least 0.49 in its
     * unit, and what is left out is below 2⁻²⁰⁸. Each of a, b, c, d is a double, each at most 0.51 of the last place of
     * the one before in its unit, so the differences below are exact (T. J. Dekker 1971: |c| ≥ |d|, or both are far
     * below a), and a + b + c + d = sum + (middle − (sum − a)) + lost, but for 2⁻¹⁵⁸ where lost is rounded. So rest
     * errs by u of itself, first is nearest to sum + rest, and the two sums are within 2⁻¹⁰⁶ of half a place of each
     * other. At a tie the even one is taken, whose modulus exceeds a power of two by two places or by none: u|value| is
     * above half a place. ∎
     */
    static void split(long[] digits, int power, double[] high, double[] low, int at) {
        int top = digits.length - 1;
        while (top > 0 && digits[top] == 0) {
            top--;
        }
        double a = digits[top];
        double b = top < 1 ? 0 : digits[top - 1] * UNIT;
        double c = top < 2 ? 0 : digits[top - 2] * (UNIT * UNIT);
        double d = top < 3 ? 0 : digits[top - 3] * (UNIT * UNIT * UNIT);
        double lower = c + d;
        double lost = d - (lower - c);
        double middle = b + lower;
        lost += lower - (middle - b);
        double sum = a + middle;
        double rest = middle - (sum - a) + lost;
        double first = sum + rest;
        int exponent = power + BITS * top;
        high[at] = Math.scalb(first, exponent);
        low[at] = Math.scalb(rest - (first - sum), exponent);
    }
}
