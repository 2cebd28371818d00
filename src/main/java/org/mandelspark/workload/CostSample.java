package org.mandelspark.workload;

import java.util.List;

/**
 * A look at what rows cost, taken at a few cells of rows that lie evenly among all, the first and the last being the
 * same; or at what single cells cost, or blocks of them.
 *
 * @param cellSteps steps that a cell of each of these rows needs, on average and without idle lanes; at least one row
 * @param stepNanos time of a step, in nanoseconds: a figure from studies and not of this machine, so that the same
 *     workload gets the same plan everywhere
 */
public record CostSample(List<Double> cellSteps, double stepNanos) {
    public CostSample {
        if (cellSteps.isEmpty()) {
            throw new IllegalArgumentException("a sample of costs has at least 1 row, not 0");
        }
        cellSteps = List.copyOf(cellSteps);
    }

    /** Mean over the rows. */
    public double meanSteps() {
        return cellSteps.stream().mapToDouble(steps -> steps).average().orElseThrow();
    }
}
