package org.mandelspark.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.Units;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.EscapeKernel;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.Kernels;
import org.mandelspark.kernel.LoneSteps;

/**
 * Escape counts of a formula: a row of pixels is a row, an int32 count is a cell, and a unit is a row or a tile.
 *
 * <p>Coordinates are computed where they are used, so a chunk of units is described by a few numbers on the wire.
 *
 * @param formula what is iterated
 * @param grid the points
 * @param maxIter the count of points that never escape, at least 1
 * @param kernel what computes the counts; every kernel gives the same
 * @param interior which work the kernel may leave out; the closed form is that of the Mandelbrot set only
 * @param unit what is computed as one piece
 */
public record EscapeTime(Formula formula, Grid grid, int maxIter, KernelKind kernel, Interior interior, Unit unit)
        implements Workload<int[]> {
    /** Enough columns to fill vectors, and enough rows and iterations to meet all loops. */
    private static final int WARM_COLUMNS = 512;

    private static final int WARM_ROWS = 32;
    private static final int WARM_ITERATIONS = 2000;

    public EscapeTime {
        interior.requireFor(formula);
        unit.cut(grid.height(), grid.width());
    }

    /** The same in rows. */
    public EscapeTime(Formula formula, Grid grid, int maxIter, KernelKind kernel, Interior interior) {
        this(formula, grid, maxIter, kernel, interior, Unit.ROW);
    }

    /** The counts of a view. */
    public static EscapeTime of(View view, KernelKind kernel, Interior interior) {
        return new EscapeTime(view.formula(), view.grid(), view.maxIter(), kernel, interior);
    }

    @Override
    public String name() {
        return PlaneProblem.WORKLOAD;
    }

    @Override
    public Units units() {
        return unit.cut(grid.height(), grid.width());
    }

    @Override
    public EscapeTime inUnits(Unit other) {
        return new EscapeTime(formula, grid, maxIter, kernel, interior, other);
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
    public Work fill(RowRange chosen, int[] into, int[] starts) {
        EscapeKernel found = Kernels.find(formula, kernel, interior);
        Units units = units();
        if (units.areRows()) {
            return fill(found, grid.x(), grid.y(chosen), into, starts);
        }
        Work total = new Work(0, 0, found.description());
        int line = 0;
        for (int k = 0; k < chosen.count(); k++) {
            int tile = chosen.row(k);
            double[] x = grid.x(units.column(tile), units.width(tile));
            double[] y = grid.y(new RowRange(units.row(tile), units.height(tile), 1));
            total = total.plus(fill(found, x, y, into, Arrays.copyOfRange(starts, line, line + y.length)));
            line += y.length;
        }
        return total;
    }

    private Work fill(EscapeKernel found, double[] x, double[] y, int[] into, int[] starts) {
        long steps = found.fill(x, y, maxIter, into, starts);
        long iterations = 0;
        for (int start : starts) {
            iterations += sum(into, start, x.length);
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
        return sampleCells(rows, columns).map(cells -> {
            List<Double> cellSteps = new ArrayList<>(rows);
            for (int row = 0; row < rows; row++) {
                double sum = 0;
                for (double steps : cells.cellSteps().subList(row * columns, (row + 1) * columns)) {
                    sum += steps;
                }
                cellSteps.add(sum / columns);
            }
            return new CostSample(cellSteps, cells.stepNanos());
        });
    }

    @Override
    public Optional<CostSample> sampleCells(int rows, int columns) {
        KernelKind used = kernel == KernelKind.SIMD && !Kernels.hasSimd() ? KernelKind.NAIVE : kernel;
        LoneSteps steps = new LoneSteps(formula, used == KernelKind.SIMD ? interior : Interior.NONE, maxIter);
        Grid sample = new Grid(grid.region(), new Size(columns, rows));
        double[] x = sample.x();
        List<Double> cellSteps = new ArrayList<>(rows * columns);
        for (double im : sample.y(RowRange.band(0, rows))) {
            for (double re : x) {
                cellSteps.add(steps.of(re, im));
            }
        }
        return Optional.of(new CostSample(cellSteps, stepNanos(used)));
    }

    /** Time of a step, as measured on a core of a current server; machines differ by a factor of two or three. */
    private static double stepNanos(KernelKind used) {
        return switch (used) {
            case NAIVE -> 3.3;
            case ARRAY -> 2;
            case SIMD -> 0.25;
            case DEEP, DEEP_STEPS, DEEP_BALLS -> throw used.onlyExact();
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
