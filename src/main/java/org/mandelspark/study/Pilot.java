package org.mandelspark.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.workload.CostSample;
import org.mandelspark.workload.Workload;

/**
 * A look ahead at what rows will cost: cells of some rows are computed, and the rows between are taken to lie between.
 *
 * <p>An estimate counts the steps that each cell needs on its own, and a little for each cell. Idle lanes are not in it:
 * neighbours in a vector end together, so a sample of few cells would say more about the vectors than about the rows. A
 * figure from studies turns steps into time, to weigh them against the overhead of a chunk. So the same workload, engine
 * and number of workers give the same plan on every machine, whatever its vectors, its clock and its load.
 *
 * <p>Sampling is bounded in cells and in steps for each, so it ends within milliseconds whatever {@code maxIter} is.
 */
final class Pilot {
    /** Rows of a sample: enough to see every band of a picture, and few compared with all rows. */
    private static final int MOST_ROWS = 64;

    private static final int LEAST_ROWS = 32;
    private static final int ROWS_FOR_ONE = 16;

    /** Cells of a sampled row. */
    private static final int MOST_COLUMNS = 32;

    private static final int LEAST_COLUMNS = 24;

    /** A sample takes about one cell in so many. */
    private static final int CELLS_FOR_ONE = 1024;

    /** Steps that a cell costs besides its own: its share of loops, packing and sums. */
    private static final double STEPS_PER_CELL = 4;

    /** Rows of a first glance. */
    private static final int GLANCE_ROWS = 8;

    private static final int GLANCE_COLUMNS = 8;

    private Pilot() {}

    /**
     * Estimates, by a glance at a few cells, what a whole workload costs one worker.
     *
     * @return infinite if the workload does not let anyone glance at it
     */
    static double glanceNanos(Workload<?> workload) {
        return workload.sampleCosts(
                        Math.min(GLANCE_ROWS, workload.rows()), Math.min(GLANCE_COLUMNS, workload.rowCells()))
                .map(glance -> nanos(glance, glance.meanSteps()) * workload.rows() * workload.rowCells())
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * Estimates what the rows of a workload will cost.
     *
     * @param chunkNanos overhead of a chunk
     */
    static CostEstimate estimate(Workload<?> workload, double chunkNanos) {
        int rows = sampleRows(workload.rows());
        double cells = (double) workload.rows() * workload.rowCells();
        int columns = (int) Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, cells / CELLS_FOR_ONE / rows));
        Optional<CostSample> sample = workload.sampleCosts(rows, Math.min(columns, workload.rowCells()));
        double[] rowNanos = new double[workload.rows()];
        if (sample.isEmpty()) {
            // Rows are alike, and nothing says that they cost much: only the number of chunks makes a difference.
            Arrays.fill(rowNanos, 1);
            return CostEstimate.of(rowNanos, chunkNanos);
        }
        List<Double> steps = sample.get().cellSteps();
        for (int row = 0; row < rowNanos.length; row++) {
            double cellSteps = between(steps, row / Math.max(1.0, rowNanos.length - 1));
            rowNanos[row] = nanos(sample.get(), cellSteps) * workload.rowCells();
        }
        return CostEstimate.of(rowNanos, chunkNanos);
    }

    private static double nanos(CostSample sample, double cellSteps) {
        return (cellSteps + STEPS_PER_CELL) * sample.stepNanos();
    }

    private static int sampleRows(int rows) {
        return Math.min(rows, Math.max(LEAST_ROWS, Math.min(MOST_ROWS, rows / ROWS_FOR_ONE)));
    }

    /** Linear between the values, which lie evenly from 0 to 1. */
    private static double between(List<Double> values, double at) {
        double position = at * (values.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, values.size() - 1);
        return values.get(below) + (position - below) * (values.get(above) - values.get(below));
    }
}
