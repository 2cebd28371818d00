package org.mandelspark.measure;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import org.mandelspark.grid.Counted;

/** Costs of chunks or busy times of slots, checked: some of them may be 0, but not all. */
final class LoadSummary {
    private LoadSummary() {}

    /**
     * Sum, mean and maximum.
     *
     * @param loads at least one, each finite and at least 0, in any unit
     * @throws IllegalArgumentException if there is none, or one is impossible, or all are 0
     */
    static DoubleSummaryStatistics of(double... loads) {
        for (double load : loads) {
            if (!(load >= 0 && Double.isFinite(load))) {
                throw new IllegalArgumentException("a load must be finite and at least 0, not " + load);
            }
        }
        DoubleSummaryStatistics summary = Arrays.stream(loads).summaryStatistics();
        if (!(summary.getSum() > 0 && Double.isFinite(summary.getSum()))) {
            throw new IllegalArgumentException("the sum of " + Counted.of(loads.length, "load")
                    + " must be finite and greater than 0, not " + summary.getSum());
        }
        return summary;
    }
}
