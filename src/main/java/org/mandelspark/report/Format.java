package org.mandelspark.report;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.mandelspark.grid.Counted;
import org.mandelspark.measure.Interval;

/** Formats numbers, everywhere alike. */
final class Format {
    private static final double MILLIS = 1e3;

    private Format() {}

    /** Seconds as milliseconds, with the digits that mean something: at least three, at most three decimals. */
    static String millis(double seconds) {
        double millis = MILLIS * seconds;
        String format = millis < 10 ? "%.3f" : millis < 100 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, format, millis);
    }

    /**
     * Seconds with four significant digits, three below a tenth of a second, but at most five decimals, as tables have to
     * fit a terminal.
     */
    static String seconds(double seconds) {
        String format = seconds < 1
                ? seconds < 0.01 ? "%.5f" : "%.4f"
                : seconds < 10 ? "%.3f" : seconds < 100 ? "%.2f" : seconds < 1000 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, seconds);
    }

    /** Both ends, or that there is none. */
    static String interval(Optional<Interval> interval, DoubleFunction<String> end) {
        return interval.map(ends -> end.apply(ends.low()) + "-" + end.apply(ends.high()))
                .orElse("none");
    }

    /** A number of things, in words where the thing is one. */
    static String count(long count, String thing) {
        return Counted.of(count, thing);
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
