package org.mandelspark.measure;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/**
 * Unevenness of a load that is spread over slots or chunks; without a unit.
 *
 * <p>λ as in Pearce et al., Quantifying the Effectiveness of Load Balance Algorithms (ICS 2012).
 *
 * @param lif load imbalance factor, max/mean: 1 if all loads are equal, their number if one has everything
 * @param coefficientOfVariation standard deviation over mean, at least 0. All slots are there, not a sample of them, so
 *     the squares are divided by n
 */
public record Imbalance(double lif, double coefficientOfVariation) {
    public Imbalance {
        if (!(lif >= 1 && Double.isFinite(lif))) {
            throw new IllegalArgumentException("max/mean must be finite and at least 1, not " + lif);
        }
        if (!(coefficientOfVariation >= 0 && Double.isFinite(coefficientOfVariation))) {
            throw new IllegalArgumentException(
                    "a coefficient of variation must be finite and at least 0, not " + coefficientOfVariation);
        }
    }

    /**
     * The imbalance of some loads.
     *
     * @param loads useful time of each slot, 0 for one that was never used, or cost of each chunk; at least one, all
     *     finite, none below 0, not all 0
     */
    public static Imbalance of(double... loads) {
        DoubleSummaryStatistics summary = LoadSummary.of(loads);
        double mean = summary.getAverage();
        double squares = Arrays.stream(loads)
                .map(load -> (load / mean - 1) * (load / mean - 1))
                .sum();
        // The mean of equal loads may round to more than each of them.
        return new Imbalance(Math.max(1, summary.getMax() / mean), Math.sqrt(squares / loads.length));
    }

    /** λ = max/mean − 1, at least 0: the share of the mean by which the run is longer than if it were balanced. */
    public double lambda() {
        return lif - 1;
    }
}
