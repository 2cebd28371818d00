package org.mandelspark.study;

import java.util.Arrays;
import java.util.Optional;
import org.mandelspark.grid.RowRange;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/**
 * A look ahead at what rows will cost: some coarse rows are computed here, and the others are taken to lie between.
 *
 * <p>Costs are steps, which are the same on every machine, and a little for each cell. One time a step, that of the
 * faster half of the coarse rows, turns them into nanoseconds, so that they can be weighed against the overhead of a
 * chunk; a compiler that has not settled makes rows seem dearer than they will be, and chunks smaller than they might
 * be.
 */
final class Pilot {
    /** Coarse rows: enough to see every band of a picture, and few beside all rows. */
    private static final int MOST_ROWS = 64;

    private static final int LEAST_ROWS = 32;
    private static final int ROWS_FOR_ONE = 16;

    /** What a cell costs beside its steps, in steps: its share of loops, packing and sums. */
    private static final double STEPS_PER_CELL = 4;

    /** Rows of a first glance, at most: odd, so that the middle one is among them. */
    private static final int GLANCE_ROWS = 7;

    /** A glance takes no more than one cell in so many. */
    private static final int GLANCE_COARSENESS = 64;

    /** Steps of a worker, some 50 ms of vectors, below which a pilot of a few milliseconds costs more than it gains. */
    private static final double SHORT_STEPS = 1e8;

    /** With so many rows for each worker, rows in turn share the work evenly enough. */
    private static final int ROWS_TO_MIX = 16;

    private Pilot() {}

    /**
     * Whether a workload is so short, and has so many rows, that rows in turn ({@code cyclic}) are done sooner than a
     * pilot finds something better; a glance at some rows tells.
     *
     * @param workers number of workers, at least 1
     */
    static <A> boolean isNeedless(Workload<A> workload, int workers) {
        Optional<Workload<A>> found = workload.coarse(2 * GLANCE_ROWS + 1);
        if (found.isEmpty() || workload.rows() / workers < ROWS_TO_MIX) {
            return false;
        }
        Workload<A> coarse = found.get();
        double cells = (double) workload.rows() * workload.rowCells();
        int glances = (int) Math.max(1, Math.min(GLANCE_ROWS, cells / GLANCE_COARSENESS / coarse.rowCells()));
        double stepsForOne = cells / ((double) glances * coarse.rowCells());
        A row = coarse.cells().allocate(coarse.rowCells());
        double steps = 0;
        for (int i = 0; i < glances && steps <= SHORT_STEPS * workers; i++) {
            int at = coarse.rows() * (2 * i + 1) / (2 * glances);
            long executed =
                    coarse.fill(new RowRange(at, 1, 1), row, new int[] {0}).steps();
            steps += stepsForOne * (executed + STEPS_PER_CELL * coarse.rowCells());
        }
        return steps <= SHORT_STEPS * workers;
    }

    /**
     * What the rows of a workload will cost.
     *
     * @param chunkNanos overhead of a chunk
     */
    static <A> CostEstimate estimate(Workload<A> workload, double chunkNanos) {
        Optional<Workload<A>> found = workload.coarse(coarseRows(workload.rows()));
        if (found.isEmpty()) {
            // Rows are alike, and nothing says that they cost much: only the number of chunks makes a difference.
            double[] alike = new double[workload.rows()];
            Arrays.fill(alike, 1);
            return CostEstimate.of(alike, chunkNanos);
        }
        Workload<A> coarse = found.get();
        int n = coarse.rows();
        A cells = coarse.cells().allocate(coarse.rowCells());
        double[] steps = new double[n];
        double[] nanosPerStep = new double[n];
        for (int row = 0; row < n; row++) {
            long start = System.nanoTime();
            Work work = coarse.fill(new RowRange(row, 1, 1), cells, new int[] {0});
            steps[row] = work.steps() + STEPS_PER_CELL * coarse.rowCells();
            nanosPerStep[row] = Math.max(1, System.nanoTime() - start) / steps[row];
        }
        Arrays.sort(nanosPerStep);
        double scale = nanosPerStep[n / 4] * workload.rowCells() / coarse.rowCells();
        double[] rowNanos = new double[workload.rows()];
        for (int row = 0; row < rowNanos.length; row++) {
            rowNanos[row] = scale * between(steps, row / Math.max(1.0, rowNanos.length - 1));
        }
        return CostEstimate.of(rowNanos, chunkNanos);
    }

    private static int coarseRows(int rows) {
        return Math.min(rows, Math.max(LEAST_ROWS, Math.min(MOST_ROWS, rows / ROWS_FOR_ONE)));
    }

    /** Linear between the values, which lie evenly from 0 to 1. */
    private static double between(double[] values, double at) {
        double position = at * (values.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (position - below) * (values[above] - values[below]);
    }
}
