package org.mandelspark.report.plot;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;

/** The axes that plots have, all styled alike. */
public final class Axes {
    private static final int MOST_TICKS = 12;
    private static final int MOST_LONG_TICKS = 9;
    private static final int FEW_TICKS = 4;
    private static final double ROOM = 1.08;

    /** Factor that keeps rounding from taking the labels off the ends. */
    private static final double HAIR = 1 + 1e-9;

    private static final double BESIDE_WORKERS = 1.19;

    /** Fewest decimals of an axis of halves: 1/16 has so many. */
    private static final int FEWEST_DECIMALS = 4;

    private Axes() {}

    /**
     * A logarithmic axis over whole decades, each of them labelled.
     *
     * @param low smallest value shown, positive
     * @param high largest value shown
     */
    public static LogAxis decades(String label, double low, double high) {
        LogAxis axis = logarithmic(label, 10);
        double first = Math.floor(Math.log10(low));
        double last = Math.max(first + 1, Math.ceil(Math.log10(high)));
        axis.setRange(Math.pow(10, first) / HAIR, Math.pow(10, last) * HAIR);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setMinorTickCount(9);
        axis.setMinorTickMarksVisible(true);
        return axis;
    }

    /**
     * A logarithmic axis over whole powers of two, labelled as far as there is room.
     *
     * @param low smallest value shown, positive
     * @param high largest value shown
     */
    public static LogAxis octaves(String label, double low, double high) {
        LogAxis axis = logarithmic(label, 2);
        double first = Math.floor(log2(low));
        double last = Math.max(first + 1, Math.ceil(log2(high)));
        axis.setRange(Math.pow(2, first) / HAIR, Math.pow(2, last) * HAIR);
        axis.setTickUnit(new NumberTickUnit(Math.ceil((last - first) / MOST_LONG_TICKS)));
        // Three digits that mean something: with fewer, twice as much would not look like it.
        int decimals = Math.max(FEWEST_DECIMALS, (int) Math.ceil(-first * Math.log10(2)) + 2);
        axis.setNumberFormatOverride(format("#,##0." + "#".repeat(decimals)));
        return axis;
    }

    /**
     * A logarithmic axis for numbers of workers or factors, a bit longer than from 1 to the largest.
     *
     * @param most largest number, at least 1
     */
    public static LogAxis doublings(String label, double most) {
        return doublings(label, 1, most);
    }

    /**
     * A logarithmic axis for numbers that double, a bit longer than from the smallest to the largest.
     *
     * @param least smallest number, positive
     * @param most largest number, at least the smallest
     */
    public static LogAxis doublings(String label, double least, double most) {
        LogAxis axis = logarithmic(label, 2);
        axis.setRange(least / BESIDE_WORKERS, Math.max(2 * least, most) * BESIDE_WORKERS);
        axis.setTickUnit(new NumberTickUnit(Math.ceil(Math.max(1, log2(most / least)) / MOST_TICKS)));
        return axis;
    }

    /**
     * A linear axis from 0.
     *
     * @param high largest value shown
     */
    public static NumberAxis fromZero(String label, double high) {
        return between(label, 0, high > 0 ? high * ROOM : 1);
    }

    /** The same of things that cannot be halved. */
    public static NumberAxis wholeFromZero(String label, double high) {
        NumberAxis axis = fromZero(label, high);
        axis.setTickUnit(new NumberTickUnit(Math.max(1, axis.getTickUnit().getSize())));
        return axis;
    }

    /** A linear axis of fractions from 0, shown as percent; at least up to 100%. */
    public static NumberAxis percent(String label, double high) {
        return share(label, Math.max(1, high) * ROOM);
    }

    /**
     * A linear axis of fractions from 0, shown as percent.
     *
     * @param end where it ends
     */
    public static NumberAxis share(String label, double end) {
        NumberAxis axis = between(label, 0, end > 0 ? end : 1);
        axis.setNumberFormatOverride(format("0.##%"));
        return axis;
    }

    /** The same axis for a panel so low that only a few labels fit. */
    public static NumberAxis low(NumberAxis axis) {
        axis.setTickUnit(new NumberTickUnit(step(axis.getRange().getLength(), FEW_TICKS)));
        return axis;
    }

    /** A linear axis. */
    public static NumberAxis between(String label, double low, double high) {
        NumberAxis axis = new NumberAxis(label);
        axis.setNumberFormatOverride(format("#,##0.######"));
        axis.setRange(low, high);
        axis.setTickUnit(new NumberTickUnit(step(high - low, MOST_TICKS)));
        PlotStyle.style(axis);
        return axis;
    }

    /** An axis of names at 0, 1, 2 and so on. */
    public static SymbolAxis names(String label, List<String> names) {
        SymbolAxis axis = new SymbolAxis(label, names.toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, names.size() - 0.5);
        PlotStyle.style(axis);
        return axis;
    }

    /** 1, 2 or 5 times a power of ten, such that there are few enough ticks. */
    private static double step(double range, int most) {
        double decade = Math.pow(10, Math.floor(Math.log10(range / most)));
        for (double step : new double[] {1, 2, 5}) {
            if (range <= most * step * decade) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    private static LogAxis logarithmic(String label, double base) {
        LogAxis axis = new LogAxis(label);
        axis.setBase(base);
        axis.setNumberFormatOverride(format("#,##0.######"));
        PlotStyle.style(axis);
        return axis;
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
