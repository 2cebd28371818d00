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
    private static final int CHANNELS = 3;

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
    public PngFile.Pixels pixels() {
        return PngFile.Pixels.RGB;
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

    /** Channels less those of the pixel to the left: the filter Sub. */
    @Override
    public void octets(int from, int top, int n, byte[] into, int to) {
        int first = Math.max(0, from / CHANNELS - 1);
        int[] pixels = new int[(from + n - 1) / CHANNELS + 1 - first];
        colours(first, top, pixels.length, pixels, 0);
        for (int i = from; i < from + n; i++) {
            int pixel = i / CHANNELS - first;
            int shift = Byte.SIZE * (CHANNELS - 1 - i % CHANNELS);
            int left = i < CHANNELS ? 0 : pixels[pixel - 1] >> shift;
            into[to + i - from] = (byte) ((pixels[pixel] >> shift) - left);
        }
    }
}
