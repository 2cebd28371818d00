package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.util.Optional;
import org.mandelspark.grid.Tiling;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.PixelColours;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/**
 * Tiles of the top level, coloured by what is stored of their pixels.
 *
 * @param files the pyramid whose arrays are read
 * @param tiling its tiles
 * @param maxIter the count of pixels that never escaped
 * @param colouring the kind
 * @param colours of the pixels
 */
public record StoredLeaves(
        PyramidFiles files, Tiling tiling, int maxIter, Colouring.Kind colouring, PixelColours colours)
        implements Leaves {
    @Override
    public Work fill(int column, int row, int width, int height, int[] pixels, PixelSink sink) throws IOException {
        PixelArray.COUNTS.in(files, tiling).read(column, row, width, height, pixels);
        requireCounts(column, row, pixels, width * height);
        int[] fractions = new int[width * height];
        if (colouring == Colouring.Kind.SMOOTH) {
            PixelArray.FRACTION.in(files, tiling).read(column, row, width, height, fractions);
        }
        long start = System.nanoTime();
        for (int i = 0; i < width * height; i++) {
            pixels[i] = colours.rgb(pixels[i], fractions[i]);
        }
        return new Work(0, 0, "stored counts", System.nanoTime() - start, 0);
    }

    private void requireCounts(int column, int row, int[] counts, int n) throws IOException {
        for (int i = 0; i < n; i++) {
            if (counts[i] < 0 || counts[i] > maxIter) {
                String chunk = PixelArray.COUNTS.in(files, tiling).file(column, row);
                throw new IOException("%s holds the escape count %d, allowed are 0 to %d"
                        .formatted(files.folder().file(chunk), counts[i], maxIter));
            }
        }
    }

    @Override
    public Optional<Workload<?>> counts() {
        return Optional.empty();
    }

    @Override
    public boolean areNew() {
        return true;
    }
}
