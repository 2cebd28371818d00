package org.mandelspark.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.EscapeKernel;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.Kernels;
import org.mandelspark.kernel.LoneSteps;

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
    /** Enough columns to fill vectors, and enough rows and iterations to meet all loops. */
    private static final int WARM_COLUMNS = 512;

    /** Limit of blocks that are sampled in a row or a column. */
    private static final int MOST_BLOCKS = 128;

    /** Limit of points of a sample of blocks, but for one of each. */
    private static final int MOST_POINTS = 1 << 14;

    private static final int WARM_ROWS = 32;
    private static final int WARM_ITERATIONS = 2000;

    public EscapeTime {
        interior.requireFor(formula);
    }

    /** The counts of a view. */
    public static EscapeTime of(View view, KernelKind kernel, Interior interior) {
        return new EscapeTime(view.formula(), view.grid(), view.maxIter(), kernel, interior);
    }

    @Override
    public String name() {
        return ViewProblem.WORKLOAD;
    }

    @Override
    public Optional<Workload<int[]>> inPixels() {
        return Optional.of(new EscapePixels(this));
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
    public void warmUp(BooleanSupplier isEnough) {
        if (kernel == KernelKind.SIMD) {
            Grid sample = new Grid(
                    grid.region(), new Size(Math.min(WARM_COLUMNS, grid.width()), Math.min(WARM_ROWS, grid.height())));
            double[] y = sample.y(RowRange.band(0, sample.height()));
            Kernels.warmUp(formula, interior, sample.x(), y, Math.min(maxIter, WARM_ITERATIONS), isEnough);
        }
    }

    /** Samples costs of cells by {@link LoneSteps}, whatever the kernel's vectors and however cold it is. */
    @Override
    public Optional<CostSample> sampleCosts(int rows, int columns) {
        KernelKind used = sampledKernel();
        LoneSteps steps = loneSteps(used);
        Grid sample = new Grid(grid.region(), new Size(columns, rows));
        double[] x = sample.x();
        double[] y = sample.y(RowRange.band(0, rows));
        List<Double> cellSteps = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int i = 0; i < columns; i++) {
                sum += steps.of(x[i], y[row]);
            }
            cellSteps.add(sum / columns);
        }
        return Optional.of(new CostSample(cellSteps, stepNanos(used)));
    }

    /**
     * Samples costs of blocks, in rows of blocks from the top left, by {@link LoneSteps} of a few points of each.
     *
     * @param columns blocks side by side
     * @param rows blocks one below another
     * @return steps of a pixel for each block; of the nearest one that was sampled, where there are very many
     */
    public CostSample sampleBlocks(int columns, int rows) {
        int sampledColumns = Math.min(columns, MOST_BLOCKS);
        int sampledRows = Math.min(rows, MOST_BLOCKS);
        int side = Math.max(1, (int) Math.sqrt(MOST_POINTS / (double) (sampledColumns * sampledRows)));
        KernelKind used = sampledKernel();
        LoneSteps steps = loneSteps(used);
        Grid points = new Grid(grid.region(), new Size(sampledColumns * side, sampledRows * side));
        double[] x = points.x();
        double[] y = points.y(RowRange.band(0, points.height()));
        double[] sums = new double[sampledColumns * sampledRows];
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                // The last row is the top.
                int block = (y.length - 1 - row) / side * sampledColumns + column / side;
                sums[block] += steps.of(x[column], y[row]) / (side * side);
            }
        }
        List<Double> blocks = new ArrayList<>(columns * rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int sampledRow = (int) ((long) row * sampledRows / rows);
                int sampledColumn = (int) ((long) column * sampledColumns / columns);
                blocks.add(sums[sampledRow * sampledColumns + sampledColumn]);
            }
        }
        return new CostSample(blocks, stepNanos(used));
    }

    private KernelKind sampledKernel() {
        return kernel == KernelKind.SIMD && !Kernels.hasSimd() ? KernelKind.NAIVE : kernel;
    }

    private LoneSteps loneSteps(KernelKind used) {
        return new LoneSteps(formula, used == KernelKind.SIMD ? interior : Interior.NONE, maxIter);
    }

    /** Time of a step, as measured on a core of a current server; machines differ by a factor of two or three. */
    private static double stepNanos(KernelKind used) {
        return switch (used) {
            case NAIVE -> 3.3;
            case ARRAY -> 2;
            case SIMD -> 0.25;
        };
    }

    private static long sum(int[] counts, int from, int n) {
        long sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
