package org.mandelspark.picture;

import java.util.Arrays;
import java.util.Comparator;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.FractionKernel;
import org.mandelspark.kernel.FractionKernels;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.ColdSpeed;
import org.mandelspark.workload.ViewProblem;

/** Escape counts seen as an image of smooth colours; fractions are computed where pixels are drawn, and not kept. */
final class SmoothImage extends PixelImage {
    /** Iterations of a pixel beyond its count, about. */
    private static final int EXTRA = 5;

    private final int[] counts;
    private final SmoothColours colours;
    private final double[] x;
    private final double[] y;
    private final FractionKernel fractions;

    /** Counts row-major, the bottom row first. */
    SmoothImage(int[] counts, View view, SmoothColours colours) {
        super(view.size().width(), view.size().height());
        this.counts = counts;
        this.colours = colours;
        Grid grid = view.grid();
        this.x = grid.x();
        this.y = grid.y(RowRange.band(0, grid.height()));
        this.fractions = FractionKernels.find(view.formula(), view.maxIter(), kernel(counts, view));
    }

    /** The kernel that will be done first, given that vectors have to be compiled. */
    private static KernelKind kernel(int[] counts, View view) {
        double iterations = 0;
        for (int count : counts) {
            iterations += count == view.maxIter() ? 0 : count + EXTRA;
        }
        double work = iterations;
        int threads = Runtime.getRuntime().availableProcessors();
        return new ViewProblem(view)
                .coldSpeeds().stream()
                        .min(Comparator.comparingDouble(speed -> speed.seconds(work, threads)))
                        .map(ColdSpeed::kernel)
                        .orElse(KernelKind.NAIVE);
    }

    @Override
    void colours(int left, int top, int n, int[] into, int to) {
        int row = getHeight() - 1 - top;
        int from = row * getWidth() + left;
        short[] parts = new short[n];
        fractions.rows(Arrays.copyOfRange(x, left, left + n)).fill(y[row], counts, from, parts, 0);
        for (int i = 0; i < n; i++) {
            into[to + i] = colours.rgb(counts[from + i], Short.toUnsignedInt(parts[i]));
        }
    }
}
