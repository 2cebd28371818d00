package org.mandelspark.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.grid.RowRange;

/**
 * Contiguous bands of as equal cost as whole rows allow, {@code factor} times as many as workers.
 *
 * <p>Of M bands the j-th ends where the sum of the row costs is nearest to j/M of the total, at the earlier row if two
 * are as near; so a border is off by half a row's cost at most, unless it must move to leave no band empty. If no row
 * costs anything, the bands are those of {@code over:K}.
 *
 * @param factor bands a worker, from 1 to {@value Schedule#MAX_FACTOR}
 */
record Balanced(int factor) implements Schedule {
    static final String NAME = "balanced";
    static final int DEFAULT_FACTOR = 1;

    Balanced {
        if (factor < 1 || factor > MAX_FACTOR) {
            throw new IllegalArgumentException(
                    "the K of 'balanced:K' must be a whole number from 1 to " + MAX_FACTOR + ", not " + factor);
        }
    }

    @Override
    public List<RowRange> chunks(int workers, CostEstimate costs) {
        if (costs.totalNanos() == 0) {
            return new OverPartitioned(factor).chunks(workers, costs);
        }
        int rows = costs.rows();
        int bands = (int) Math.min(rows, (long) factor * workers);
        List<RowRange> chunks = new ArrayList<>(bands);
        int first = 0;
        int near = 0;
        for (int band = 1; band < bands; band++) {
            near = nearest(costs, near, costs.totalNanos() * ((double) band / bands));
            int end = Math.min(Math.max(near, first + 1), rows - (bands - band));
            chunks.add(RowRange.band(first, end));
            first = end;
        }
        chunks.add(RowRange.band(first, rows));
        return chunks;
    }

    @Override
    public boolean needsEstimate() {
        return true;
    }

    @Override
    public OptionalInt partitionFactor() {
        return OptionalInt.of(factor);
    }

    @Override
    public String label() {
        return factor == DEFAULT_FACTOR ? NAME : NAME + ":" + factor;
    }

    /** The row, not before {@code from}, before which the rows cost most nearly {@code nanos}. */
    private static int nearest(CostEstimate costs, int from, double nanos) {
        int row = from;
        while (row < costs.rows() && costs.beforeNanos(row) < nanos) {
            row++;
        }
        if (row > from && nanos - costs.beforeNanos(row - 1) <= costs.beforeNanos(row) - nanos) {
            row--;
        }
        return row;
    }
}
