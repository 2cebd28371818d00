package org.mandelspark.kernel.deep;

/**
 * Roundings of doubles, and how bounds are rounded up.
 *
 * <p>u = 2⁻⁵³: a sum, difference, product, quotient or square root that is computed errs by at most u times its value;
 * products and quotients that underflow, by 2⁻¹⁰⁷⁵ more. Sums do not underflow.
 *
 * <p><b>Rule R.</b> A bound here is made of sums and products of non-negative doubles, at most 20 roundings deep,
 * computed to nearest, and multiplied by {@link #UP} at the end. As (1 − u)²¹(1 + 32u) > 1, the result is not below the
 * exact value of the expression. Underflows lose at most 2⁻¹⁰⁷⁵ each; there are fewer than 2¹⁰, with factors of at most
 * 2⁴, and so less than 2⁻¹⁰⁶¹ is lost: a bound that contains {@link #TAU} as a term stays above. Lower bounds use
 * {@link #DOWN} likewise. An infinity or a NaN in a bound fails every comparison that could decide a test, so the pixel
 * stays undecided.
 */
final class Rounding {
    /** Half the distance from 1 to the next double. */
    static final double U = 0x1p-53;

    /** 1 + 32u. */
    static final double UP = 1 + 0x1p-48;

    /** 1 − 32u. */
    static final double DOWN = 1 - 0x1p-48;

    /** More than all underflows of a bound together. */
    static final double TAU = 0x1p-1060;

    private static final int BIAS = 1023;

    private Rounding() {}

    /**
     * {@code max + min/2} of the moduli of both parts, which is from 1 to 1.119 times |x + iy|: a² + ab + b²/4 ≥ a² +
     * b² if a ≥ 3b/4. It is computed from their sum and difference, because a maximum of doubles takes a dozen
     * instructions; by three roundings, so it is at least |x + iy|(1 − 3u). NaN if a part is, or both are infinite.
     */
    static double norm(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        return 0.75 * (a + b) + 0.25 * Math.abs(a - b);
    }

    /** 2ⁿ, 0 below the least normal double, infinite above the largest. */
    static double pow2(int n) {
        if (n < Double.MIN_EXPONENT) {
            return 0;
        }
        return n > Double.MAX_EXPONENT ? Double.POSITIVE_INFINITY : Double.longBitsToDouble((long) (n + BIAS) << 52);
    }
}
