package org.mandelspark.workload;

import java.util.Optional;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.EscapeKernel;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.Kernels;

/**
 * Escape counts of a formula: a row of pixels is a row, an int32 count is a cell.
 *
 * <p>Coordinates are computed where they are used, so a chunk of rows is described by a few numbers on the wire.
 *
 * @param formula what is iterated
 * @param grid the points
 * @param maxIter the count of points that never escape, at least 1
 * @param kernel what computes the counts; every kernel gives the same
 * @param interior which work the kernel may leave out; the closed form is that of the Mandelbrot set only
 */
public record EscapeTime(Formula formula, Grid grid, int maxIter, KernelKind kernel, Interior interior)
        implements Workload<int[]> {
    /** One column in so many tells enough of a row, if that leaves enough for vectors to be as busy as in a whole row. */
    private static final int COARSENESS = 32;

    private static final int LEAST_COARSE_COLUMNS = 192;

    public EscapeTime {
        interior.requireFor(formula);
    }

    /** The counts of a view. */
    public static EscapeTime of(View view, KernelKind kernel, Interior interior) {
        return new EscapeTime(view.formula(), view.grid(), view.maxIter(), kernel, interior);
    }

    @Override
    public String name() {
        return "mandelbrot";
    }

    @Override
    public int rows() {
        return grid.height();
    }

    @Override
    public int rowCells() {
        return grid.width();
    }

    @Override
    public Cells<int[]> cells() {
        return new Int32Cells(maxIter);
    }

    @Override
    public Work fill(RowRange rows, int[] into, int[] rowStarts) {
        EscapeKernel found = Kernels.find(formula, kernel, interior);
        long steps = found.fill(grid.x(), grid.y(rows), maxIter, into, rowStarts);
        long iterations = 0;
        for (int start : rowStarts) {
            iterations += sum(into, start, grid.width());
        }
        return new Work(iterations, steps, found.description());
    }

    @Override
    public Optional<Workload<int[]>> coarse(int rows) {
        int columns = Math.min(grid.width(), Math.max(LEAST_COARSE_COLUMNS, grid.width() / COARSENESS));
        return Optional.of(
                new EscapeTime(formula, new Grid(grid.region(), new Size(columns, rows)), maxIter, kernel, interior));
    }

    private static long sum(int[] counts, int from, int n) {
        long sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
