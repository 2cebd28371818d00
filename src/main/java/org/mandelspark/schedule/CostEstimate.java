package org.mandelspark.schedule;

import java.util.Arrays;
import org.mandelspark.grid.RowRange;

/**
 * Expected costs of rows, or of the tiles that stand in their place, in nanoseconds of one worker, and the cost of a chunk
 * besides its rows.
 *
 * <p>Immutable. Rules that look only at the number of rows take {@link #uniform}.
 */
public final class CostEstimate {
    private final double[] rowNanos;
    /** Entry r is the cost of all rows before r. */
    private final double[] beforeNanos;

    private final double chunkNanos;
    private final double sigmaNanos;

    private CostEstimate(double[] rowNanos, double chunkNanos) {
        this.rowNanos = rowNanos;
        this.beforeNanos = new double[rowNanos.length + 1];
        for (int row = 0; row < rowNanos.length; row++) {
            beforeNanos[row + 1] = beforeNanos[row] + rowNanos[row];
        }
        this.chunkNanos = chunkNanos;
        this.sigmaNanos = deviation();
    }

    /**
     * Estimate in which every row costs 1 and a chunk nothing more.
     *
     * @param rows number of rows, at least 1
     */
    public static CostEstimate uniform(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("an estimate is of at least 1 row, not " + rows);
        }
        double[] rowNanos = new double[rows];
        Arrays.fill(rowNanos, 1);
        return new CostEstimate(rowNanos, 0);
    }

    /**
     * An estimate row by row.
     *
     * @param rowNanos cost of each row, at least one row; each cost and their sum finite and at least 0
     * @param chunkNanos overhead of a chunk (a task), finite and at least 0
     */
    public static CostEstimate of(double[] rowNanos, double chunkNanos) {
        if (rowNanos.length == 0) {
            throw new IllegalArgumentException("an estimate is of at least 1 row, not 0");
        }
        for (int row = 0; row < rowNanos.length; row++) {
            if (!isCost(rowNanos[row])) {
                throw new IllegalArgumentException(
                        "the cost of row " + row + " must be finite and at least 0, not " + rowNanos[row]);
            }
        }
        if (!isCost(chunkNanos)) {
            throw new IllegalArgumentException(
                    "the overhead of a chunk must be finite and at least 0, not " + chunkNanos);
        }
        CostEstimate estimate = new CostEstimate(rowNanos.clone(), chunkNanos);
        if (!isCost(estimate.totalNanos())) {
            throw new IllegalArgumentException("the cost of all rows must be finite, not " + estimate.totalNanos());
        }
        return estimate;
    }

    /** True if a number can be a cost: finite and at least 0. */
    static boolean isCost(double nanos) {
        return nanos >= 0 && nanos < Double.POSITIVE_INFINITY;
    }

    /** Number of rows, at least 1. */
    public int rows() {
        return rowNanos.length;
    }

    /** Cost of one row. */
    public double rowNanos(int row) {
        return rowNanos[row];
    }

    /** Overhead of a chunk besides its rows: h in the papers on chunk sizes. */
    public double chunkNanos() {
        return chunkNanos;
    }

    /** Cost of all rows. */
    public double totalNanos() {
        return beforeNanos[rows()];
    }

    /** Mean cost of a row: µ in the papers. */
    public double meanNanos() {
        return totalNanos() / rows();
    }

    /** Standard deviation of the cost of a row, over all rows (divided by N, not N − 1): σ in the papers. */
    public double sigmaNanos() {
        return sigmaNanos;
    }

    /** Coefficient of variation σ/µ; 0 if no row costs anything. */
    double variation() {
        return meanNanos() == 0 ? 0 : sigmaNanos / meanNanos();
    }

    /** Cost of the rows 0 up to but not including {@code row}, from 0 to the number of rows. */
    double beforeNanos(int row) {
        return beforeNanos[row];
    }

    /**
     * Cost of the rows of a chunk, without its overhead; for a band in constant time, up to the rounding of the sum
     * of all rows.
     */
    public double costNanos(RowRange chunk) {
        if (chunk.count() == 1) {
            return rowNanos[chunk.first()];
        }
        if (chunk.stride() == 1 && !chunk.wraps()) {
            return beforeNanos[chunk.first() + chunk.count()] - beforeNanos[chunk.first()];
        }
        double sum = 0;
        for (int k = 0; k < chunk.count(); k++) {
            sum += rowNanos[chunk.row(k)];
        }
        return sum;
    }

    /** The estimate for the given rows, renumbered from 0 in their order. */
    CostEstimate along(RowRange order) {
        double[] ordered = new double[order.count()];
        for (int k = 0; k < ordered.length; k++) {
            ordered[k] = rowNanos[order.row(k)];
        }
        return new CostEstimate(ordered, chunkNanos);
    }

    /** Relative to the mean, so that no square overflows. */
    private double deviation() {
        double mean = meanNanos();
        if (mean == 0) {
            return 0;
        }
        double squares = 0;
        for (double nanos : rowNanos) {
            double off = nanos / mean - 1;
            squares += off * off;
        }
        return mean * Math.sqrt(squares / rows());
    }
}
