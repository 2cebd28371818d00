package org.mandelspark.kernel.deep;

import java.io.Serializable;
import java.util.Arrays;
import org.mandelspark.grid.ExactPoint;

/**
 * A pseudo-orbit that the orbits of pixels are compared with, in pairs of doubles: 48 bytes an iteration. Computed
 * once, by {@link ReferenceOrbit}; it may be sent anywhere, and serves every picture near its point.
 *
 * <p>It stands for exact numbers Ẑ₀ = 0, Ẑ₁ = C, Ẑₘ₊₁ = Ẑₘ² + C − rₘ, all of them multiples of 2⁻ᵖ, with |rₘ| ≤
 * 0.71·2⁻ᵖ. They need not be near an orbit: proofs ask for the residuals rₘ only. C is the point rounded to multiples
 * of 2⁻ᵖ, which errs by at most 0.708·2⁻ᵖ; both together are at most {@link #RESIDUAL}·2⁻ᵖ.
 *
 * <p>For each m from 0 to {@link #length}: Z is Ẑₘ rounded to doubles, L the rest rounded to doubles, and g + h the
 * same two of 4 − |Ẑₘ|²: |Ẑ − Z| ≤ u|Ẑ|, |Ẑ − Z − L| ≤ 1.001u²|Ẑ|, |g + h − (4 − |Ẑ|²)| ≤ 1.001u²|g|, each but for
 * 2⁻¹⁰⁷⁴. Where that matters, because |Ẑ| is below 2⁻⁴⁰⁰ or the margin below 2⁻⁹⁰⁰, the numbers are kept once more with
 * exponents of their own.
 */
public final class Reference implements Serializable {
    private static final long serialVersionUID = 1;

    /** 0.71 + 0.708, rounded up. */
    static final double RESIDUAL = 1.5;

    /** Moduli of both parts below which an element is kept with an exponent as well. */
    static final double TINY = 0x1p-400;

    /** Margins of less are kept with an exponent as well. */
    static final double TINY_MARGIN = 0x1p-900;

    private final ExactPoint point;
    private final int bits;
    private final int length;
    private final double[] orbit;
    private final double[] low;
    private final double[] margin;
    private final double[] marginLow;
    private final Exponents tiny;
    private final Exponents thin;

    /** Few elements with an exponent of their own. */
    static final class Exponents implements Serializable {
        private static final long serialVersionUID = 1;

        private final int[] indices;
        private final double[] mantissas;
        private final int[] exponents;

        /**
         * Elements.
         *
         * @param indices in order
         * @param mantissas as many for each as for any other
         * @param exponents one for each
         */
        Exponents(int[] indices, double[] mantissas, int[] exponents) {
            this.indices = indices;
            this.mantissas = mantissas;
            this.exponents = exponents;
        }

        /** The place of index m, which is negative if it is not here. */
        int find(int m) {
            return Arrays.binarySearch(indices, m);
        }
    }

    Reference(
            ExactPoint point,
            int bits,
            int length,
            double[][] orbit,
            double[][] margins,
            Exponents tiny,
            Exponents thin) {
        this.point = point;
        this.bits = bits;
        this.length = length;
        this.orbit = orbit[0];
        this.low = orbit[1];
        this.margin = margins[0];
        this.marginLow = margins[1];
        this.tiny = tiny;
        this.thin = thin;
    }

    /** The point it belongs to, before it was rounded. */
    public ExactPoint point() {
        return point;
    }

    /** Bits after the binary point, p. */
    public int bits() {
        return bits;
    }

    /**
     * The index of its last element: the first with |Ẑ|² above 4.1, as rounded, or one more than the iterations asked for,
     * if arrays hold so many.
     */
    public int length() {
        return length;
    }

    /** Greatest |rₘ| and error of C together. */
    Wide residual() {
        return Wide.of(RESIDUAL, -bits);
    }

    /** Real and imaginary parts of Z by turns. */
    double[] orbit() {
        return orbit;
    }

    /** Real and imaginary parts of L by turns. */
    double[] low() {
        return low;
    }

    /** g. */
    double[] margin() {
        return margin;
    }

    /** h. */
    double[] marginLow() {
        return marginLow;
    }

    /** True if both parts of Z are so small that {@link #tiny} knows them better. */
    boolean isTiny(int m) {
        return Math.abs(orbit[2 * m]) < TINY && Math.abs(orbit[2 * m + 1]) < TINY;
    }

    /**
     * Sets z to Ẑₘ over 2^e and returns e, for an m that {@link #isTiny}; mantissas are below 2 and one part at least
     * 1/2.
     */
    int tiny(int m, ComplexPair z) {
        int at = tiny.find(m);
        double[] from = tiny.mantissas;
        z.set(from[4 * at], from[4 * at + 1], from[4 * at + 2], from[4 * at + 3]);
        return tiny.exponents[at];
    }

    /** Sets the real part of target to the margin over 2^unit, at most 2¹⁰⁰⁰ in modulus. */
    void marginIn(int m, int unit, ComplexPair target) {
        int at = Math.abs(margin[m]) < TINY_MARGIN ? thin.find(m) : -1;
        double g = at < 0 ? margin[m] : thin.mantissas[2 * at];
        double h = at < 0 ? marginLow[m] : thin.mantissas[2 * at + 1];
        long shift = (long) (at < 0 ? 0 : thin.exponents[at]) - unit;
        if (shift + Math.getExponent(g) >= 1000) {
            target.set(Math.copySign(0x1p1000, g), 0, 0, 0);
        } else {
            int power = (int) Math.max(-4000, shift);
            target.set(Math.scalb(g, power), Math.scalb(h, power), 0, 0);
        }
    }

    /** The margin 4 − |Ẑₘ|², rounded to a double with any exponent; 0 if it is not positive. */
    Wide marginBound(int m) {
        int at = Math.abs(margin[m]) < TINY_MARGIN ? thin.find(m) : -1;
        double g = at < 0 ? margin[m] : thin.mantissas[2 * at];
        return g > 0 ? Wide.of(g, at < 0 ? 0 : thin.exponents[at]) : Wide.ZERO;
    }
}
