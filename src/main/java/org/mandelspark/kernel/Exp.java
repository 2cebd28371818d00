package org.mandelspark.kernel;

/**
 * The exponential function for arguments of 0 and less, by one formula of IEEE operations, so that loops, vectors, JVMs
 * and machines give the same bits; {@link Math#exp} may differ from one to the next, and {@link StrictMath#exp} has no
 * vector form.
 *
 * <p>With n the whole number nearest to x·log₂e, {@code e^x = 2ⁿ · e^r}, where {@code r = x − n·ln 2} and {@code |r| ≤
 * ½ ln 2}. ln 2 is split in two, the first part with so many zeros at its end that n times it, and its difference from x,
 * are exact (W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980). {@code e^r ≈ 1 + (r + r²·q(r))}
 * with a polynomial q of degree 9, by Remez' algorithm of least relative error (3.6·10⁻¹⁸), evaluated in the order of
 * G. Estrin (Organization of computer systems, 1960), whose chain of dependent operations is half as long as Horner's.
 *
 * <p><b>Error.</b> Less than 1.25 units in the last place; 1.05 was the worst of 2·10⁶ arguments. The last sum errs by half a
 * unit at most; below 1, where units are smallest against them, r and {@code r + r²·q} by a quarter each, the product by
 * 0.14, and the polynomial, with its coefficients rounded, by 0.1.
 *
 * <p><b>Special cases.</b> 0 gives exactly 1. Arguments below {@value #LEAST} give 0: their powers, below 3.4·10⁻³⁰⁸, are
 * flushed before they become subnormal. −∞ gives 0, NaN gives NaN or 0.
 *
 * <p><b>fma.</b> {@link Math#fma} rounds once wherever it runs. It is one instruction on every x86 server core since 2013
 * and every 64-bit ARM; where it is not, it is correct and slow.
 */
final class Exp {
    /** The least argument whose result is not 0: further down results would become subnormal. */
    static final double LEAST = -708;

    static final double LOG2_E = 0x1.71547652b82fep0;

    /** Rounds a number below 2⁵¹ to a whole one when added to it; the lowest bits of the sum then hold that whole number. */
    static final double ROUNDER = 0x1.8p52;

    static final double LN2_HIGH = 0x1.62e42feep-1;
    static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    static final double Q0 = 0x1.000000000000ap-1;
    static final double Q1 = 0x1.55555555554fap-3;
    static final double Q2 = 0x1.555555555088cp-5;
    static final double Q3 = 0x1.1111111127b92p-7;
    static final double Q4 = 0x1.6c16c1842666dp-10;
    static final double Q5 = 0x1.a01a012a6c55dp-13;
    static final double Q6 = 0x1.a0199a16ec7e8p-16;
    static final double Q7 = 0x1.71df25357f46fp-19;
    static final double Q8 = 0x1.28ad689f2d7d2p-22;
    static final double Q9 = 0x1.ad7f80af7717ap-26;

    /** Bits of a double below its exponent. */
    static final int EXPONENT_SHIFT = 52;

    private Exp() {}

    /** e^x to within 1.25 ulp, for x ≤ 0. */
    static double of(double x) {
        double shifted = shifted(x);
        return scaled(x, significand(x, shifted), shifted);
    }

    /** First part of {@link #of}: n, with {@link #ROUNDER} still on it. */
    static double shifted(double x) {
        return Math.fma(x, LOG2_E, ROUNDER);
    }

    /** Second part: e^r, from 0.7 to 1.5. */
    static double significand(double x, double shifted) {
        double n = shifted - ROUNDER;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        double r2 = r * r;
        double r4 = r2 * r2;
        double q01 = Math.fma(Q1, r, Q0);
        double q23 = Math.fma(Q3, r, Q2);
        double q45 = Math.fma(Q5, r, Q4);
        double q67 = Math.fma(Q7, r, Q6);
        double q89 = Math.fma(Q9, r, Q8);
        double q03 = Math.fma(q23, r2, q01);
        double q47 = Math.fma(q67, r2, q45);
        double q = Math.fma(q89, r4 * r4, Math.fma(q47, r4, q03));
        return 1 + Math.fma(q, r2, r);
    }

    /** Last part: 2ⁿ times that, by adding n to the exponent. */
    static double scaled(double x, double significand, double shifted) {
        long bits = Double.doubleToRawLongBits(significand) + (Double.doubleToRawLongBits(shifted) << EXPONENT_SHIFT);
        return x < LEAST ? 0 : Double.longBitsToDouble(bits);
    }
}
