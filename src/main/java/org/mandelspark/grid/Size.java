package org.mandelspark.grid;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture's size in pixels.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
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

    /**
     * So many times as many columns and rows.
     *
     * @throws IllegalArgumentException if a side would be longer than any may be
     */
    public Size times(int factor) {
        BigInteger times = BigInteger.valueOf(factor);
        requireValid(
                BigInteger.valueOf(width).multiply(times),
                BigInteger.valueOf(height).multiply(times));
        return new Size(width * factor, height * factor);
    }

    /** Number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    /**
     * This size, if one array holds so many pixels.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_PIXELS}
     */
    public Size inOneArray() {
        if (pixels() > MAX_PIXELS) {
            throw new IllegalArgumentException(("%s are %d pixels, more than the %d that one array holds: take a"
                            + " smaller size, or let 'pyramid' write it in tiles")
                    .formatted(this, pixels(), MAX_PIXELS));
        }
        return this;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }

    private static void requireValid(BigInteger width, BigInteger height) {
        if (width.signum() < 1 || height.signum() < 1) {
            throw new IllegalArgumentException("the size must be at least 1x1, not " + width + "x" + height);
        }
        if (width.max(height).compareTo(BigInteger.valueOf(Integer.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(
                    "a side must be at most " + Integer.MAX_VALUE + " pixels long, not " + width.max(height));
        }
    }
}
