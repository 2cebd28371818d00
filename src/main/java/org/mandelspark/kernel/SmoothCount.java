package org.mandelspark.kernel;

/**
 * Arithmetic of {@link FractionKernel}: from |z|² to the fraction, by one sequence of IEEE operations, none of them fused, so
 * that loops, vectors and Python's floats give the same bits; {@link Math#log} may differ between JVMs, and {@link
 * StrictMath#log} has no vector form.
 *
 * <p>{@code log₂ x ≈ e + p(r)} with the exponent e of x, its significand 1 + r, and {@code p(r) = r + r·(1 − r)·s(r)}, which is
 * exact at both ends of an octave and increases. s has degree 4, by C. Lawson's algorithm of least absolute error (1961):
 * 2.3·10⁻⁶. Both logarithms together err by less than 0.04 units of a fraction.
 */
final class SmoothCount {
    static final double S0 = 0x1.c52a80684b686p-2;
    static final double S1 = -0x1.1a36f79c2b8e2p-2;
    static final double S2 = 0x1.74a19b5aee63ap-3;
    static final double S3 = -0x1.89099d4335edcp-4;
    static final double S4 = 0x1.a762d7a395b9ap-6;

    /** The least and the greatest |z|² that are told apart. */
    static final double LEAST_NORM = 4;

    static final double GREATEST_NORM = 0x1p1023;

    static final double GREATEST = 65535;

    /** Rounds a number below 2⁵² to a whole one when added to it and taken away again, halves to even. */
    static final double ROUNDER = 0x1p52;

    static final long SIGNIFICAND = (1L << 52) - 1;
    static final long ONE = 1023L << 52;
    static final int EXPONENT_SHIFT = 52;
    static final int BIAS = 1023;

    /** 8192 / log₂ d, by the degree d. */
    private static final double[] UNITS_OF_LOG = {
        0,
        0,
        0x1p13,
        0x1.430939835353ep12,
        0x1p12,
        0x1.b903469050f73p11,
        0x1.8c23246dc0aa0p11,
        0x1.6cc193acea9b5p11,
        0x1.5555555555555p11
    };

    private final int extraSteps;
    private final double unitsOfLog;
    private final double origin;

    /**
     * The arithmetic of formulas of a degree.
     *
     * @param degree d, from 2 to 8
     */
    SmoothCount(int degree) {
        extraSteps = switch (degree) {
            case 2 -> 5;
            case 3, 4 -> 2;
            default -> 1;
        };
        unitsOfLog = UNITS_OF_LOG[degree];
        origin = (extraSteps + FractionKernel.LEAD + 1) * (double) FractionKernel.UNITS + unitsOfLog;
    }

    /** Steps from the one that escaped to the z that is looked at. */
    int extraSteps() {
        return extraSteps;
    }

    /** Units of a fraction that an octave of log₂|z|² is. */
    double unitsOfLog() {
        return unitsOfLog;
    }

    /** Units at a log₂|z|² of 1. */
    double origin() {
        return origin;
    }

    /** The fraction, from 0 to 65535, of a point whose z has this |z|² after the extra steps. */
    int fraction(double norm) {
        double least = norm > LEAST_NORM ? norm : LEAST_NORM;
        // NaN, which follows from infinities, is none of the least ones.
        double finite = norm < GREATEST_NORM ? least : GREATEST_NORM;
        double units = origin - log2(log2(finite)) * unitsOfLog;
        return (int) (Math.max(0, Math.min(GREATEST, units)) + ROUNDER - ROUNDER);
    }

    private static double log2(double x) {
        long bits = Double.doubleToRawLongBits(x);
        double r = Double.longBitsToDouble((bits & SIGNIFICAND) | ONE) - 1;
        double s = (((S4 * r + S3) * r + S2) * r + S1) * r + S0;
        return ((bits >>> EXPONENT_SHIFT) - BIAS) + (r + r * (1 - r) * s);
    }
}
