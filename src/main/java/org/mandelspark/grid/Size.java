package org.mandelspark.grid;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture's size in pixels.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1; at most {@link #MAX_PIXELS} pixels in all
 */
public record Size(int width, int height) implements Serializable {
    /** The largest array that HotSpot allocates is a few cells short of 2³¹ − 1, and one array holds the answer. */
    public static final int MAX_PIXELS = Integer.MAX_VALUE - 8;

    private static final Pattern FORM = Pattern.compile("([+-]?\\d{1,20})(?:[xX×]([+-]?\\d{1,20}))?");

    public Size {
        requireValid(BigInteger.valueOf(width), BigInteger.valueOf(height));
    }

    /**
     * The size that a text such as {@code 800x600} names, or {@code 800} for a square.
     *
     * @throws IllegalArgumentException if it names none
     */
    public static Size parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "a size has the form WIDTHxHEIGHT, such as 800x600, or is one number, not '" + text + "'");
        }
        BigInteger width = new BigInteger(form.group(1));
        BigInteger height = form.group(2) == null ? width : new BigInteger(form.group(2));
        requireValid(width, height);
        return new Size(width.intValueExact(), height.intValueExact());
    }

    /** Number of pixels, at most {@link #MAX_PIXELS}. */
    public int pixels() {
        return width * height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }

    private static void requireValid(BigInteger width, BigInteger height) {
        if (width.signum() < 1 || height.signum() < 1) {
            throw new IllegalArgumentException("the size must be at least 1x1, not " + width + "x" + height);
        }
        BigInteger pixels = width.multiply(height);
        if (pixels.compareTo(BigInteger.valueOf(MAX_PIXELS)) > 0) {
            throw new IllegalArgumentException(
                    width + "x" + height + " are " + pixels + " pixels, more than the " + MAX_PIXELS
                            + " that one array holds: take a smaller size, or compute parts of the picture one by one");
        }
    }
}
