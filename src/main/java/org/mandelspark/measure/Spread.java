package org.mandelspark.measure;

import java.util.Arrays;
import java.util.Optional;

/**
 * Spread of the repeats of one measurement. No value is dropped; those far from the rest are counted.
 *
 * @param n number of values
 * @param median the middle one, or the mean of the two in the middle
 * @param interval where the true median lies with at least 95% confidence, by {@link MedianRanks}; nothing for fewer
 *     than six values
 * @param min the smallest
 * @param max the largest
 * @param outliers values beyond Tukey's fences: more than 1.5 interquartile ranges outside the quartiles
 * @param drift how the values changed in the order in which they were measured
 */
public record Spread(
        int n, double median, Optional<Interval> interval, double min, double max, int outliers, Drift drift) {
    /** Tukey, Exploratory Data Analysis (1977). */
    private static final double FENCE = 1.5;

    /**
     * The spread of a sample.
     *
     * @param values at least one, all finite, in the order in which they were measured
     */
    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a sample must have at least 1 value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (!Double.isFinite(sorted[0]) || !Double.isFinite(sorted[n - 1])) {
            throw new IllegalArgumentException("every value of a sample must be finite: " + Arrays.toString(values));
        }
        Optional<Interval> interval = MedianRanks.of(n, MedianRanks.USUAL)
                .map(ranks -> new Interval(sorted[ranks.lower() - 1], sorted[ranks.upper() - 1]));
        return new Spread(
                n, quantile(sorted, 0.5), interval, sorted[0], sorted[n - 1], outliers(sorted), Drift.of(values));
    }

    /**
     * Compares this with another, smaller being faster: a claim only where the intervals do not overlap and both were
     * warm.
     */
    public Verdict against(Spread other) {
        if (interval.isEmpty() || other.interval.isEmpty() || drift == Drift.FASTER || other.drift == Drift.FASTER) {
            return Verdict.OPEN;
        }
        if (interval.get().isBelow(other.interval.get())) {
            return Verdict.FASTER;
        }
        return other.interval.get().isBelow(interval.get()) ? Verdict.SLOWER : Verdict.OPEN;
    }

    private static int outliers(double[] sorted) {
        double first = quantile(sorted, 0.25);
        double third = quantile(sorted, 0.75);
        double reach = FENCE * (third - first);
        return (int) Arrays.stream(sorted)
                .filter(value -> value < first - reach || value > third + reach)
                .count();
    }

    /** Linear between order statistics: type 7 of Hyndman and Fan (1996), NumPy's default. */
    private static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
