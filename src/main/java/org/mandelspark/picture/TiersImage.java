package org.mandelspark.picture;

import org.mandelspark.kernel.deep.Tier;
import org.mandelspark.workload.ExactCounts;

/**
 * An image of the tier that proved each count: dark blue doubles, teal doubles with smaller remainders, yellow pairs of doubles, red integers.
 * Where points are doubles, pixels to which doubles give another count are white.
 */
final class TiersImage extends PixelImage {
    private static final int UNLIKE_DOUBLES = 0xffffff;

    private final ExactCounts counts;

    /** Counts row-major, the bottom row first. */
    TiersImage(ExactCounts counts, int width, int height) {
        super(width, height);
        this.counts = counts;
    }

    @Override
    void colours(int x, int y, int n, int[] into, int to) {
        int from = (getHeight() - 1 - y) * getWidth() + x;
        for (int i = 0; i < n; i++) {
            into[to + i] = counts.isUnlikeDoubles(from + i) ? UNLIKE_DOUBLES : colour(counts.tier(from + i));
        }
    }

    private static int colour(Tier tier) {
        return switch (tier) {
            case DOUBLES -> 0x1d3557;
            case CAREFUL_DOUBLES -> 0x2a9d8f;
            case PAIRS -> 0xe9c46a;
            case BALLS -> 0xe63946;
        };
    }
}
