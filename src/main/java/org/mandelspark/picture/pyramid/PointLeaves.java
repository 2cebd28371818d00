package org.mandelspark.picture.pyramid;

import java.io.IOException;
import org.mandelspark.grid.Tiling;
import org.mandelspark.picture.LinearLight;
import org.mandelspark.workload.Work;

/**
 * Tiles of the top level that are computed where they are wanted, of one point or of several for each pixel. With several, a
 * few rows of pixels are made at a time.
 */
sealed interface PointLeaves extends Leaves permits ComputedLeaves, ExactLeaves {
    /** Points whose colours are held at once, at least those of a row of pixels: of 2 MiB in the widest tile. */
    int POINTS = 1 << 20;

    /** The tiles of the top level. */
    Tiling tiling();

    /** Points on a side of a pixel. */
    int samples();

    /**
     * Colours of a rectangle of points.
     *
     * @param left first column of the points
     * @param top first row of them, from the top
     * @param into takes the colours, 0xRRGGBB
     * @param sink takes what they are coloured by
     */
    Work points(int left, int top, int width, int height, int[] into, PixelSink sink) throws IOException;

    @Override
    default Work fill(int column, int row, int width, int height, int[] pixels, PixelSink sink) throws IOException {
        int left = column * tiling().tile();
        int top = row * tiling().tile();
        if (samples() == 1) {
            return points(left, top, width, height, pixels, sink);
        }
        int side = samples();
        int most = Math.max(1, Math.min(height, POINTS / (side * side * width)));
        int[] points = new int[most * side * side * width];
        Work total = null;
        for (int done = 0; done < height; done += most) {
            int rows = Math.min(most, height - done);
            Work part = points(left * side, (top + done) * side, width * side, rows * side, points, PixelSink.NONE);
            long start = System.nanoTime();
            LinearLight.shrink(side, points, width * side, rows * side, pixels, width, done * width);
            part = part.plus(new Work(0, 0, "", System.nanoTime() - start, 0));
            total = total == null ? part : total.plus(part);
        }
        return total;
    }

    /** Gives what is stored of points to the sink. */
    default Work take(PixelSink sink, PixelArray array, int left, int top, int width, int height, int[] cells)
            throws IOException {
        return sink.take(array, left / tiling().tile(), top / tiling().tile(), width, height, cells);
    }

    @Override
    default boolean areNew() {
        return true;
    }
}
