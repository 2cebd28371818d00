package org.mandelspark.grid;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/**
 * The distance of neighbouring pixels of a deep view: {@code mantissa · 2^exponent}. 26 bits of mantissa times the 26 bits of a
 * pixel's number fit in a double, so that the offset of a pixel from the centre of the picture is exact.
 *
 * @param mantissa from 2²⁵ to 2²⁶ − 1
 * @param exponent of modulus at most {@link #MOST_EXPONENT}
 */
public record Spacing(int mantissa, int exponent) implements Serializable {
    /** Bits of the mantissa. */
    public static final int BITS = 26;

    /** Exponents of products of a few such numbers stay far inside ints. */
    public static final int MOST_EXPONENT = 1 << 28;

    private static final int LEAST_MANTISSA = 1 << (BITS - 1);

    public Spacing {
        if (mantissa < LEAST_MANTISSA || mantissa >= 2 * LEAST_MANTISSA) {
            throw new IllegalArgumentException("a spacing's mantissa lies from " + LEAST_MANTISSA + " to "
                    + (2 * LEAST_MANTISSA - 1) + ", not at " + mantissa);
        }
        if (Math.abs((long) exponent) > MOST_EXPONENT) {
            throw new IllegalArgumentException("a spacing's exponent lies from -" + MOST_EXPONENT + " to "
                    + MOST_EXPONENT + ", not at " + exponent);
        }
    }

    /**
     * The spacing of a picture of some zoom, which is 4/zoom high.
     *
     * @param zoom a positive decimal number
     * @throws IllegalArgumentException if it is something else, or out of range
     */
    public static Spacing ofZoom(String zoom, Size size) {
        BigDecimal number = positive("zoom", zoom);
        return ratio(BigDecimal.valueOf(4), number.multiply(BigDecimal.valueOf(size.height())));
    }

    /**
     * The spacing of a picture of some width.
     *
     * @param width a positive decimal number
     * @throws IllegalArgumentException if it is something else, or out of range
     */
    public static Spacing ofWidth(String width, Size size) {
        return ratio(positive("width", width), BigDecimal.valueOf(size.width()));
    }

    private static BigDecimal positive(String name, String text) {
        BigDecimal number = ExactPoint.number(text);
        if (number.signum() <= 0) {
            throw new IllegalArgumentException("the " + name + " must be positive, not " + text.strip());
        }
        return number;
    }

    /**
     * The spacing nearest to an extent over a number of pixels.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    static Spacing of(BigDecimal extent, int pixels) {
        return ratio(extent, BigDecimal.valueOf(pixels));
    }

    /** The spacing nearest to p/q; of two equally near, the larger. */
    private static Spacing ratio(BigDecimal p, BigDecimal q) {
        int scale = p.scale() - q.scale();
        BigInteger above = p.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, -scale)));
        BigInteger below = q.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, scale)));
        // One or two bits more than needed, so that halves are seen.
        int exponent = above.bitLength() - below.bitLength() - BITS - 1;
        BigInteger quotient =
                exponent < 0 ? above.shiftLeft(-exponent).divide(below) : above.divide(below.shiftLeft(exponent));
        int extra = quotient.bitLength() - BITS;
        int mantissa = (quotient.shiftRight(extra - 1).intValueExact() + 1) >> 1;
        return mantissa == 2 * LEAST_MANTISSA
                ? new Spacing(LEAST_MANTISSA, exponent + extra + 1)
                : new Spacing(mantissa, exponent + extra);
    }

    /** The spacing as an exact number. */
    public BigDecimal value() {
        BigDecimal power = exponent < 0
                ? new BigDecimal(BigInteger.valueOf(5).pow(-exponent), -exponent)
                : new BigDecimal(BigInteger.ONE.shiftLeft(exponent));
        return power.multiply(BigDecimal.valueOf(mantissa));
    }

    /** The spacing nearest to {@code more/fewer} times this one. */
    Spacing times(int more, int fewer) {
        return ratio(value().multiply(BigDecimal.valueOf(more)), BigDecimal.valueOf(fewer));
    }

    /** The form {@code mantissa·2^exponent}, with about how much that is. */
    @Override
    public String toString() {
        return mantissa + "·2^" + exponent + ", about " + about();
    }

    private String about() {
        double log = Math.log10(mantissa) + exponent * Math.log10(2);
        double power = Math.floor(log);
        return String.format(Locale.ROOT, "%.2fe%.0f", Math.pow(10, log - power), power);
    }
}
