package org.mandelspark.workload;

import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.kernel.EscapeKernel;
import org.mandelspark.kernel.Kernels;

/**
 * The same counts with a pixel for a row: the finest that work can be cut, to see what tasks of that size cost.
 *
 * @param whole what is computed
 */
public record EscapePixels(EscapeTime whole) implements Workload<int[]> {
    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public int rows() {
        return Math.multiplyExact(whole.rows(), whole.rowCells());
    }

    @Override
    public int rowCells() {
        return 1;
    }

    @Override
    public Cells<int[]> cells() {
        return whole.cells();
    }

    @Override
    public Work fill(RowRange pixels, int[] into, int[] rowStarts) {
        Grid grid = whole.grid();
        Formula formula = whole.formula();
        EscapeKernel kernel = Kernels.find(formula, whole.kernel(), whole.interior());
        double[] x = grid.x();
        long steps = 0;
        long iterations = 0;
        for (int k = 0; k < pixels.count(); k++) {
            int pixel = pixels.row(k);
            double[] re = {x[pixel % grid.width()]};
            double[] im = grid.y(new RowRange(pixel / grid.width(), 1, 1));
            steps += kernel.fill(re, im, whole.maxIter(), into, new int[] {rowStarts[k]});
            iterations += into[rowStarts[k]];
        }
        return new Work(iterations, steps, kernel.description());
    }
}
