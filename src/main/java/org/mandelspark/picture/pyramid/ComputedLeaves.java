package org.mandelspark.picture.pyramid;

import java.io.IOException;
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
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.picture.PixelColours;
import org.mandelspark.workload.EscapeTime;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/**
 * Tiles of the top level, computed where they are wanted. The counts are those that {@code render} has: points of the same
 * {@link Linspace}, whatever tile they are in. With several samples a pixel, a few rows of pixels are made at a time.
 */
public record ComputedLeaves(
        Formula formula,
        Region region,
        Tiling tiling,
        int maxIter,
        KernelKind kernel,
        Interior interior,
        Colouring.Kind colouring,
        int samples,
        PixelColours colours)
        implements PointLeaves {
    /** The tiles of a picture. */
    public static ComputedLeaves of(
            PictureParameters picture, Tiling tiling, KernelKind kernel, Interior interior, PixelColours colours) {
        View points = picture.points();
        return new ComputedLeaves(
                points.formula(),
                points.frame().region(points.size()),
                tiling,
                points.maxIter(),
                kernel,
                interior,
                picture.colouring().kind(),
                picture.samples(),
                colours);
    }

    @Override
    public Work points(int left, int top, int width, int height, int[] into, PixelSink sink) throws IOException {
        Size size = tiling.size().times(samples);
        Linspace columns = new Linspace(region.xMin(), region.xMax(), size.width());
        Linspace rows = new Linspace(region.yMin(), region.yMax(), size.height());
        double[] x = new double[width];
        for (int i = 0; i < width; i++) {
            x[i] = columns.at(left + i);
        }
        double[] y = new double[height];
        int[] starts = new int[height];
        for (int k = 0; k < height; k++) {
            // The last row of the grid is the top of the picture.
            y[k] = rows.at(size.height() - 1 - top - k);
            starts[k] = k * width;
        }
        EscapeKernel found = Kernels.find(formula, kernel, interior);
        long steps = found.fill(x, y, maxIter, into, starts);
        long start = System.nanoTime();
        long iterations = 0;
        for (int i = 0; i < width * height; i++) {
            iterations += into[i];
        }
        Work stored = new Work(0, 0, "");
        if (sink.wanted().contains(PixelArray.COUNTS)) {
            stored = take(sink, PixelArray.COUNTS, left, top, width, height, into);
        }
        switch (colouring) {
            case BANDS, HISTOGRAM -> {
                for (int i = 0; i < width * height; i++) {
                    into[i] = colours.rgb(into[i], 0);
                }
            }
            case SMOOTH -> {
                int[] fractions = new int[sink.wanted().contains(PixelArray.FRACTION) ? width * height : 0];
                smooth(x, y, into, fractions);
                if (fractions.length > 0) {
                    stored = stored.plus(take(sink, PixelArray.FRACTION, left, top, width, height, fractions));
                }
            }
        }
        long colourNanos = System.nanoTime() - start - stored.outputNanos();
        return new Work(iterations, steps, found.description(), colourNanos, 0).plus(stored);
    }

    /** Colours the pixels, and keeps the fractions if there is room for them. */
    private void smooth(double[] x, double[] y, int[] pixels, int[] kept) {
        FractionKernel.Rows found =
                FractionKernels.find(formula, maxIter, kernel).rows(x);
        short[] fractions = new short[x.length];
        for (int row = 0; row < y.length; row++) {
            int first = row * x.length;
            found.fill(y[row], pixels, first, fractions, 0);
            for (int i = 0; i < x.length; i++) {
                int fraction = Short.toUnsignedInt(fractions[i]);
                pixels[first + i] = colours.rgb(pixels[first + i], fraction);
                if (kept.length > 0) {
                    kept[first + i] = fraction;
                }
            }
        }
    }

    @Override
    public Optional<Workload<?>> counts() {
        return Optional.of(
                new EscapeTime(formula, new Grid(region, tiling.size().times(samples)), maxIter, kernel, interior));
    }
}
