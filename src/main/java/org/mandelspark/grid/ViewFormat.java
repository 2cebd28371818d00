package org.mandelspark.grid;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of a view file: lines of {@code key = value} with the names of the command line's options.
 *
 * <pre>{@code
 * # what it shows
 * region   = -2, 0.5, -1.25, 1.25     (or: center = RE, IM and width = W or zoom = Z)
 * size     = 1000x1000
 * max-iter = 50
 * formula  = tricorn                   (mandelbrot, if there is no such line)
 * arithmetic = exact                   (without this line, the depth decides)
 * }</pre>
 */
public final class ViewFormat {
    private static final String REGION = "region";
    private static final String CENTER = "center";
    private static final String WIDTH = "width";
    private static final String SIZE = "size";
    private static final String MAX_ITER = "max-iter";
    private static final String FORMULA = "formula";
    private static final String ZOOM = "zoom";
    private static final String ARITHMETIC = "arithmetic";
    private static final Set<String> KEYS = Set.of(REGION, CENTER, WIDTH, ZOOM, SIZE, MAX_ITER, FORMULA, ARITHMETIC);

    /** Some editors put it before a text. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ViewFormat() {}

    /**
     * Reads a view.
     *
     * @param name of the view
     * @param text of its file
     * @throws IllegalArgumentException that names the view and what is wrong with it
     */
    public static View parse(String name, String text) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
            return parse(name, properties);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("view " + name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string cannot fail", e);
        }
    }

    private static View parse(String name, Properties properties) {
        for (String key : properties.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("unknown key '" + key + "', known are " + new TreeSet<>(KEYS));
            }
        }
        Set<String> given = new HashSet<>(properties.stringPropertyNames());
        given.retainAll(Set.of(REGION, CENTER, WIDTH, ZOOM));
        Frame frame;
        if (given.equals(Set.of(REGION))) {
            frame = Frame.bounds(properties.getProperty(REGION));
        } else if (given.equals(Set.of(CENTER, WIDTH))) {
            frame = Frame.centred(properties.getProperty(CENTER), properties.getProperty(WIDTH));
        } else if (given.equals(Set.of(CENTER, ZOOM))) {
            frame = Frame.zoomed(properties.getProperty(CENTER), properties.getProperty(ZOOM));
        } else {
            throw new IllegalArgumentException("it needs either region, or center and one of width and zoom");
        }
        String formula = properties.getProperty(FORMULA);
        return new View(
                name,
                formula == null ? new Formula.Mandelbrot() : Formula.parse(formula),
                frame,
                Size.parse(required(properties, SIZE)),
                parseMaxIter(required(properties, MAX_ITER)),
                Arithmetic.parse(properties.getProperty(ARITHMETIC, Arithmetic.AUTO.label())));
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("the key " + key + " is missing");
        }
        return value;
    }

    private static int parseMaxIter(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    MAX_ITER + " must be a whole number from 1 to " + Integer.MAX_VALUE + ", not '" + text + "'", e);
        }
    }
}
