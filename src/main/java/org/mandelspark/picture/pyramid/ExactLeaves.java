package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.util.Optional;
import org.mandelspark.grid.Tiling;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.PixelColours;
import org.mandelspark.workload.ExactCounts;
import org.mandelspark.workload.ExactEscapeTime;
import org.mandelspark.workload.PixelLines;
import org.mandelspark.workload.Shared;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/** Tiles of the top level of an exact view. What quick tiers leave undecided is decided before a tile is coloured. */
record ExactLeaves(ExactEscapeTime pixels, Tiling tiling, Colouring.Kind colouring, int samples, PixelColours colours)
        implements PointLeaves {
    @Override
    public ExactLeaves sharing(Shared.Sharing sharing) {
        return new ExactLeaves(pixels.sharing(sharing), tiling, colouring, samples, colours);
    }

    @Override
    public Work points(int left, int top, int width, int height, int[] into, PixelSink sink) throws IOException {
        PixelLines lines = pixels.lines();
        ExactCounts counts = new ExactCounts(width * height);
        for (int k = 0; k < height; k++) {
            // The last row of the grid is the top of the picture.
            lines.fill(pixels.rows() - 1 - top - k, left, width, counts, k * width);
        }
        for (int i = 0; i < width * height; i++) {
            if (counts.isUndecided(i)) {
                lines.finish(left + i % width, pixels.rows() - 1 - top - i / width, counts, i);
            }
        }
        long start = System.nanoTime();
        Work stored = new Work(0, 0, "");
        if (sink.wanted().contains(PixelArray.COUNTS)) {
            stored = take(sink, PixelArray.COUNTS, left, top, width, height, counts.counts());
        }
        boolean isSmooth = colouring == Colouring.Kind.SMOOTH;
        int[] fractions = new int[width * height];
        for (int i = 0; i < width * height; i++) {
            fractions[i] = isSmooth ? Short.toUnsignedInt(counts.fractions()[i]) : 0;
            into[i] = colours.rgb(counts.counts()[i], fractions[i]);
        }
        if (isSmooth && sink.wanted().contains(PixelArray.FRACTION)) {
            stored = stored.plus(take(sink, PixelArray.FRACTION, left, top, width, height, fractions));
        }
        long colourNanos = System.nanoTime() - start - stored.outputNanos();
        return lines.work().plus(new Work(0, 0, "", colourNanos, 0)).plus(stored);
    }

    @Override
    public Optional<Workload<?>> counts() {
        return Optional.of(pixels);
    }
}
