package org.mandelspark.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Units;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.workload.CostSample;
import org.mandelspark.workload.Workload;

/**
 * A look ahead at what units will cost: cells of some rows are computed, and the rows between are taken to lie between. A
 * tile costs what the sampled cells within it say, or the nearest one.
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

    /** Cells of a sample for tiles, which differ from one column to the next as well: at least and at most. */
    private static final int LEAST_CELLS = 1 << 10;

    private static final int MOST_CELLS = 1 << 12;

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
     * Estimates what the units of a workload will cost.
     *
     * @param chunkNanos overhead of a chunk
     */
    static CostEstimate estimate(Workload<?> workload, double chunkNanos) {
        return workload.units().areRows() ? ofRows(workload, chunkNanos) : ofTiles(workload, chunkNanos);
    }

    private static CostEstimate ofRows(Workload<?> workload, double chunkNanos) {
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

    private static CostEstimate ofTiles(Workload<?> workload, double chunkNanos) {
        Units units = workload.units();
        Size whole = units.whole();
        double wanted = Math.max(LEAST_CELLS, Math.min(MOST_CELLS, (double) whole.pixels() / CELLS_FOR_ONE));
        // As many in a row as in a column, but for arrays that have fewer.
        int rows = (int) Math.max(1, Math.min(whole.height(), Math.sqrt(wanted)));
        int columns = (int) Math.max(1, Math.min(whole.width(), wanted / rows));
        CostSample sample = workload.sampleCells(rows, columns).orElseThrow();
        double[] unitNanos = new double[units.count()];
        for (int unit = 0; unit < unitNanos.length; unit++) {
            RowRange ys = sampled(units.row(unit), units.height(unit), whole.height(), rows);
            RowRange xs = sampled(units.column(unit), units.width(unit), whole.width(), columns);
            double steps = 0;
            for (int row = ys.first(); row < ys.first() + ys.count(); row++) {
                for (int column = xs.first(); column < xs.first() + xs.count(); column++) {
                    steps += sample.cellSteps().get(row * columns + column);
                }
            }
            unitNanos[unit] = nanos(sample, steps / ys.count() / xs.count()) * units.width(unit) * units.height(unit);
        }
        return CostEstimate.of(unitNanos, chunkNanos);
    }

    /** Sampled places within {@code count} of all places from {@code first} on, or the one nearest to their middle. */
    private static RowRange sampled(int first, int count, int all, int places) {
        double step = places == 1 ? 1 : (all - 1.0) / (places - 1);
        int from = (int) Math.ceil(first / step);
        int end = Math.min(places, (int) Math.ceil((first + count) / step));
        return from < end
                ? RowRange.band(from, end)
                : new RowRange(Math.min(places - 1, (int) Math.round((first + (count - 1) / 2.0) / step)), 1, 1);
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
