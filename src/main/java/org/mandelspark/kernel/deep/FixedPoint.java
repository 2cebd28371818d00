package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Conversions from exact numbers to multiples of 2⁻ᵖ and from these to pairs of doubles. */
final class FixedPoint {
    /** Bits kept of an integer before it is split into two doubles of 53: what is cut off is below 2⁻¹²⁸ of it. */
    private static final int KEPT_BITS = 130;

    private FixedPoint() {}

    /** The integer n with n·2⁻ᵖ nearest to a value; errs by at most 2⁻ᵖ⁻¹. */
    static BigInteger nearest(BigDecimal value, int bits) {
        BigInteger twice = floor(value, bits + 1);
        return twice.add(BigInteger.ONE).shiftRight(1);
    }

    private static BigInteger floor(BigDecimal value, int bits) {
        BigInteger unscaled = value.unscaledValue().shiftLeft(bits);
        if (value.scale() <= 0) {
            return unscaled.multiply(BigInteger.TEN.pow(-value.scale()));
        }
        BigInteger[] parts = unscaled.divideAndRemainder(BigInteger.TEN.pow(value.scale()));
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /**
     * Splits {@code value · 2^power} into two doubles: {@code target[at]} is nearest to it and
     * {@code target[at + step]} to the rest, so that the first alone errs by at most u times its modulus and both
     * together by u² times it, unless they are subnormal: then by 2⁻¹⁰⁷⁴ more.
     */
    static void split(BigInteger value, int power, double[] high, double[] low, int at) {
        int cut = Math.max(0, value.bitLength() - KEPT_BITS);
        BigInteger top = value;
        if (cut > 0) {
            top = value.shiftRight(cut);
            // A bit that stands for all that were cut off keeps ties from being seen where there are none.
            if (value.getLowestSetBit() < cut) {
                top = top.setBit(0);
            }
        }
        double first = top.doubleValue();
        double rest = top.subtract(integer(first)).doubleValue();
        high[at] = Math.scalb(first, power + cut);
        low[at] = Math.scalb(rest, power + cut);
    }

    /** The value of a double that is whole. */
    private static BigInteger integer(double whole) {
        int exponent = Math.getExponent(whole) - 52;
        if (exponent <= 0) {
            return BigInteger.valueOf((long) whole);
        }
        return BigInteger.valueOf((long) Math.scalb(whole, -exponent)).shiftLeft(exponent);
    }
}
