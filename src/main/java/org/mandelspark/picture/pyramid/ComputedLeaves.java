package org.mandelspark.picture.pyramid;

import java.util.Optional;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Linspace;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.EscapeKernel;
import org.mandelspark.kernel.FractionKernel;
import org.mandelspark.kernel.FractionKernels;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.Kernels;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.PixelColours;
import org.mandelspark.workload.EscapeTime;
import org.mandelspark.workload.Work;

/**
 * Tiles of the top level, computed where they are wanted. The counts are those that {@code render} has: points of the same
 * {@link Linspace}, whatever tile they are in.
 */
public record ComputedLeaves(
        Formula formula,
        Region region,
        Tiling tiling,
        int maxIter,
        KernelKind kernel,
        Interior interior,
        Colouring.Kind colouring,
        PixelColours colours)
        implements Leaves {
    /** The tiles of a view. */
    public static ComputedLeaves of(
            View view,
            Tiling tiling,
            KernelKind kernel,
            Interior interior,
            Colouring.Kind colouring,
            PixelColours colours) {
        return new ComputedLeaves(
                view.formula(),
                view.frame().region(view.size()),
                tiling,
                view.maxIter(),
                kernel,
                interior,
                colouring,
                colours);
    }

    @Override
    public Work fill(int column, int row, int width, int height, int[] pixels) {
        Size size = tiling.size();
        Linspace columns = new Linspace(region.xMin(), region.xMax(), size.width());
        Linspace rows = new Linspace(region.yMin(), region.yMax(), size.height());
        double[] x = new double[width];
        for (int i = 0; i < width; i++) {
            x[i] = columns.at(column * tiling.tile() + i);
        }
        double[] y = new double[height];
        int[] starts = new int[height];
        for (int k = 0; k < height; k++) {
            // The last row of the grid is the top of the picture.
            y[k] = rows.at(size.height() - 1 - row * tiling.tile() - k);
            starts[k] = k * width;
        }
        EscapeKernel found = Kernels.find(formula, kernel, interior);
        long steps = found.fill(x, y, maxIter, pixels, starts);
        long start = System.nanoTime();
        long iterations = 0;
        for (int i = 0; i < width * height; i++) {
            iterations += pixels[i];
        }
        switch (colouring) {
            case BANDS -> {
                for (int i = 0; i < width * height; i++) {
                    pixels[i] = colours.rgb(pixels[i], 0);
                }
            }
            case SMOOTH -> smooth(x, y, pixels);
            case HISTOGRAM -> throw new IllegalStateException("a tile does not know the whole picture");
        }
        return new Work(iterations, steps, found.description(), System.nanoTime() - start, 0);
    }

    private void smooth(double[] x, double[] y, int[] pixels) {
        FractionKernel.Rows found =
                FractionKernels.find(formula, maxIter, kernel).rows(x);
        short[] fractions = new short[x.length];
        for (int row = 0; row < y.length; row++) {
            int first = row * x.length;
            found.fill(y[row], pixels, first, fractions, 0);
            for (int i = 0; i < x.length; i++) {
                pixels[first + i] = colours.rgb(pixels[first + i], Short.toUnsignedInt(fractions[i]));
            }
        }
    }

    @Override
    public Optional<EscapeTime> counts() {
        return Optional.of(new EscapeTime(formula, new Grid(region, tiling.size()), maxIter, kernel, interior));
    }

    @Override
    public boolean areNew() {
        return true;
    }
}
