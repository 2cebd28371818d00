package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.mandelspark.workload.EscapeTime;
import org.mandelspark.workload.Work;

/** The tiles from which the others of a block are made. */
public interface Leaves extends Serializable {
    /**
     * Puts the pixels of a tile, 0xRRGGBB, at the beginning of an array.
     *
     * @param column of the tile
     * @param row of the tile, from the top
     * @param width of it in pixels
     * @param height of it
     * @param sink takes what they are coloured by, if that is computed
     * @return what that took
     */
    Work fill(int column, int row, int width, int height, int[] pixels, PixelSink sink) throws IOException;

    /** The counts that they are computed from, if they are. */
    Optional<EscapeTime> counts();

    /** True if the tiles are new and have to be written. */
    boolean areNew();
}
