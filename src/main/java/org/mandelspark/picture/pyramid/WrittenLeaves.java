package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.util.Optional;
import org.mandelspark.picture.TilePng;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/**
 * Tiles that an earlier pass wrote, read again.
 *
 * @param files where they are
 * @param level of them
 */
public record WrittenLeaves(PyramidFiles files, int level) implements Leaves {
    @Override
    public Work fill(int column, int row, int width, int height, int[] pixels, PixelSink sink) throws IOException {
        String tile = files.tile(level, column, row);
        try {
            TilePng.decode(files.folder().read(tile), width, height, pixels);
        } catch (IllegalArgumentException e) {
            throw new IOException(files.folder().file(tile) + " is not a picture", e);
        }
        return new Work(0, 0, "read");
    }

    @Override
    public Optional<Workload<?>> counts() {
        return Optional.empty();
    }

    @Override
    public boolean areNew() {
        return false;
    }
}
