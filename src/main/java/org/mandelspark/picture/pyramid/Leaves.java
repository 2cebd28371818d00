package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.picture.PixelColours;
import org.mandelspark.workload.ExactEscapeTime;
import org.mandelspark.workload.Shared;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/** The tiles from which the others of a block are made. */
public interface Leaves extends Serializable {
    /** The tiles of a picture that is computed, by a kernel that its view allows. */
    static Leaves computed(
            PictureParameters picture, Tiling tiling, KernelKind kernel, Interior interior, PixelColours colours) {
        View points = picture.points();
        return points.isExact()
                ? new ExactLeaves(
                        ExactEscapeTime.of(points.exactGrid(), points.maxIter()),
                        tiling,
                        picture.colouring().kind(),
                        picture.samples(),
                        colours)
                : ComputedLeaves.of(picture, tiling, kernel, interior, colours);
    }

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
    Optional<Workload<?>> counts();

    /** The same tiles, where what all of them need is sent by other means than with each task. */
    default Leaves sharing(Shared.Sharing sharing) {
        return this;
    }

    /** True if the tiles are new and have to be written. */
    boolean areNew();
}
