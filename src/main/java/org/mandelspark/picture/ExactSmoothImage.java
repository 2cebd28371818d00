package org.mandelspark.picture;

import org.mandelspark.grid.Size;
import org.mandelspark.workload.ExactCounts;

/** Exact counts seen as an image of smooth colours, by the fractions that were computed with them. */
final class ExactSmoothImage extends PixelImage {
    private final ExactCounts counts;
    private final SmoothColours colours;

    /** Counts row-major, the bottom row first. */
    ExactSmoothImage(ExactCounts counts, Size size, SmoothColours colours) {
        super(size.width(), size.height());
        this.counts = counts;
        this.colours = colours;
    }

    @Override
    void colours(int x, int y, int n, int[] into, int to) {
        int from = (getHeight() - 1 - y) * getWidth() + x;
        for (int i = 0; i < n; i++) {
            into[to + i] = colours.rgb(counts.counts()[from + i], Short.toUnsignedInt(counts.fractions()[from + i]));
        }
    }
}
