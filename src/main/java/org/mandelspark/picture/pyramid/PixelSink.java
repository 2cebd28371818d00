package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.util.Set;
import org.mandelspark.workload.Work;

/** Takes what the pixels of a computed tile are coloured by. */
interface PixelSink {
    /** Takes nothing. */
    PixelSink NONE = new PixelSink() {
        @Override
        public Set<PixelArray> wanted() {
            return Set.of();
        }

        @Override
        public Work take(PixelArray array, int column, int row, int width, int height, int[] cells) {
            throw new IllegalStateException("nobody wants the " + array);
        }
    };

    /** The arrays that it takes. */
    Set<PixelArray> wanted();

    /**
     * Takes the part of an array that belongs to a tile.
     *
     * @param column of the tile
     * @param row of it, from the top
     * @param width of it in pixels
     * @param height of it
     * @param cells that part, row by row; not kept
     * @return what that took
     */
    Work take(PixelArray array, int column, int row, int width, int height, int[] cells) throws IOException;
}
