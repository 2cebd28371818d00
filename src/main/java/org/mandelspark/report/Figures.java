package org.mandelspark.report;

import java.util.Locale;

/** How numbers are shown, everywhere alike. */
final class Figures {
    private static final double MILLIS = 1e3;

    private Figures() {}

    /** Seconds as milliseconds, with the digits that mean something: at least three, at most three decimals. */
    static String millis(double seconds) {
        double millis = MILLIS * seconds;
        String format = millis < 10 ? "%.3f" : millis < 100 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, format, millis);
    }

    /** A ratio, or a speed. */
    static String ratio(double value) {
        String format = value < 10 ? "%.3f" : value < 100 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, format, value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
