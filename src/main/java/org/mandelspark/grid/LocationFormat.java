package org.mandelspark.grid;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Locations of other programs: the {@code .kfr} files of Kalles Fraktaler, lines of {@code Key: value}, and the {@code .ini}
 * files of DeepDrill, lines of {@code key = value} in a section {@code [location]}. Both mean a picture that is 4/zoom high.
 */
public final class LocationFormat {
    private static final Size SIZE = new Size(1024, 1024);

    private LocationFormat() {}

    /**
     * Reads a location as a view of 1024 × 1024 pixels.
     *
     * @param name of the view
     * @param text of the file
     * @throws IllegalArgumentException that names the file and what is missing, wrong or of another formula
     */
    public static View parse(String name, String text) {
        try {
            Map<String, String> values = text.contains("[location]") ? pairs(text, "=") : pairs(text, ":");
            requireMandelbrot(values);
            String re = required(values, "re", "real");
            String im = required(values, "im", "imag");
            return new View(
                    name,
                    new Formula.Mandelbrot(),
                    Frame.zoomed(re + "," + im, required(values, "zoom", "zoom")),
                    SIZE,
                    iterations(required(values, "iterations", "depth")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("location " + name + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> pairs(String text, String separator) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            int at = line.indexOf(separator);
            if (at > 0 && !line.startsWith("#")) {
                values.putIfAbsent(
                        line.substring(0, at).strip().toLowerCase(Locale.ROOT),
                        line.substring(at + 1).strip());
            }
        }
        return values;
    }

    /** Kalles Fraktaler has other formulas, and powers, by number. */
    private static void requireMandelbrot(Map<String, String> values) {
        String type = values.getOrDefault("fractaltype", "0");
        String power = values.getOrDefault("power", "2");
        if (!type.equals("0") || !power.equals("2")) {
            throw new IllegalArgumentException("it is of another formula (type " + PlainText.visible(type) + ", power "
                    + PlainText.visible(power) + "): exact counts are of the Mandelbrot set");
        }
    }

    private static String required(Map<String, String> values, String key, String otherKey) {
        String value = values.getOrDefault(key, values.get(otherKey));
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no '" + key + "' or '" + otherKey + "' in it; the file may have been cut off");
        }
        return value;
    }

    private static int iterations(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "iterations must be a whole number from 1 to " + Integer.MAX_VALUE + ", not '"
                            + PlainText.visible(text) + "'",
                    e);
        }
    }
}
