package org.mandelspark.measure;

/**
 * A trend in the repeats of one measurement, by the Mann-Kendall test at {@link #LEVEL}.
 *
 * <p>S counts, over all pairs of values, how many more grew than fell from the earlier to the later one. Without a trend
 * its mean is 0 and its variance n(n − 1)(2n + 5)/18, and (|S| − 1)/σ is about normal. From 4 to 10 values this decides
 * at the usual level as the exact distribution does; with fewer than five nothing is ever called a drift.
 *
 * <p>Mann, Nonparametric Tests Against Trend (Econometrica 13, 1945); Kendall, Rank Correlation Methods (1975).
 */
public enum Drift {
    /** No more than chance. */
    NONE,
    /** Later repeats were faster, as those of code that is not warm are. */
    FASTER,
    /** Later repeats were slower, as on a machine that heats up or has busy neighbours. */
    SLOWER;

    /** Share of measurements without any trend that are called drifting, in both directions together. */
    public static final double LEVEL = 0.05;

    /** A normal value lies farther from 0 than this with that probability. */
    private static final double CRITICAL = 1.959964;

    /** Values with which even a row in perfect order could come about by chance. */
    private static final int TOO_FEW = 4;

    /**
     * The drift of some times.
     *
     * @param seconds in the order in which they were measured
     */
    public static Drift of(double... seconds) {
        long n = seconds.length;
        if (n <= TOO_FEW) {
            return NONE;
        }
        long s = 0;
        for (int later = 1; later < n; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                s += (long) Math.signum(seconds[later] - seconds[earlier]);
            }
        }
        double sigma = Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
        if (Math.abs(s) - 1 <= CRITICAL * sigma) {
            return NONE;
        }
        return s < 0 ? FASTER : SLOWER;
    }
}
