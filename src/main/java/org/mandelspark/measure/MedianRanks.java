package org.mandelspark.measure;

import java.util.Optional;

/**
 * The order statistics that enclose the median of whatever the sample was drawn from, with a given confidence.
 *
 * <p>Of n independent values the number that lie below the median is binomial with p = ½, whatever the distribution. So
 * the interval from the l-th smallest to the l-th largest covers the median with the probability
 * {@code 1 − 2·P(Bin(n, ½) ≤ l − 1)}: no normal distribution is assumed, which run times do not have. The largest l
 * that keeps the confidence is chosen. With fewer than six values no interval reaches 95%.
 *
 * <p>Le Boudec, Performance Evaluation of Computer and Communication Systems (2010), section 2.2 and table A.1;
 * Hoefler and Belli, Scientific Benchmarking of Parallel Computing Systems (SC15), rule 5 and section 3.1.3.
 *
 * @param lower rank of the lower end, from 1 for the smallest
 * @param upper rank of the upper end
 * @param confidence probability that the interval covers the median, at least the one asked for
 */
public record MedianRanks(int lower, int upper, double confidence) {
    /** Confidence of the intervals in the tables of this project. */
    public static final double USUAL = 0.95;

    /**
     * The narrowest symmetric pair of ranks.
     *
     * @param n sample size, at least 1
     * @param confidence between 0 and 1
     * @return nothing if even the whole range covers the median with a smaller probability
     */
    public static Optional<MedianRanks> of(int n, double confidence) {
        if (n < 1) {
            throw new IllegalArgumentException("a sample must have at least 1 value, not " + n);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence must lie between 0 and 1, not " + confidence);
        }
        Optional<MedianRanks> narrowest = Optional.empty();
        double logProbability = -n * Math.log(2);
        double tail = 0;
        for (int lower = 1; 2 * lower <= n; lower++) {
            tail += Math.exp(logProbability);
            double covered = 1 - 2 * tail;
            if (covered < confidence) {
                break;
            }
            narrowest = Optional.of(new MedianRanks(lower, n + 1 - lower, covered));
            logProbability += Math.log(n - lower + 1.0) - Math.log(lower);
        }
        return narrowest;
    }
}
