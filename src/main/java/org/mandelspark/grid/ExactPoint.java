package org.mandelspark.grid;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A point of the plane, exactly as its decimals say; two texts of the same numbers give equal points.
 *
 * @param re real part, of modulus at most {@link #LIMIT}, without trailing zeros
 * @param im imaginary part, likewise
 */
public record ExactPoint(BigDecimal re, BigDecimal im) implements Serializable {
    /** Coordinates of larger modulus are refused: bounds of the deep kernels ask for |c| far below 2⁵³. */
    public static final int LIMIT = 1 << 20;

    /** Most digits of a number, and the largest decimal exponent in modulus: conversions take a second at most. */
    static final int MOST_DIGITS = 1_000_000;

    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

    public ExactPoint {
        re = coordinate(re);
        im = coordinate(im);
    }

    /**
     * The point of two decimal numbers of any length, such as {@code -1.75} and {@code 1e-30}.
     *
     * @throws IllegalArgumentException if one of them is something else, or too large
     */
    public static ExactPoint parse(String re, String im) {
        return new ExactPoint(number(re), number(im));
    }

    /**
     * The number that a text such as {@code -0.125} or {@code 1e-1000} is.
     *
     * @throws IllegalArgumentException if it is none, or has more than a million digits or such an exponent
     */
    static BigDecimal number(String text) {
        String stripped = text.strip();
        if (!FORM.matcher(stripped).matches()) {
            throw new IllegalArgumentException(
                    "a decimal number has the form -1.25 or 1e-30, not '" + shortened(text) + "'");
        }
        if (stripped.length() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "a number has at most " + MOST_DIGITS + " digits, not " + stripped.length());
        }
        BigDecimal number = new BigDecimal(stripped);
        if (number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("a number lies between 1e-" + MOST_DIGITS + " and 1e" + MOST_DIGITS
                    + ", unlike " + shortened(text));
        }
        return number;
    }

    private static BigDecimal coordinate(BigDecimal value) {
        if (value.abs().compareTo(BigDecimal.valueOf(LIMIT)) > 0) {
            throw new IllegalArgumentException(
                    "coordinates lie between -" + LIMIT + " and " + LIMIT + ", unlike " + shortened(value.toString()));
        }
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    static String shortened(String text) {
        int most = 40;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
