package org.mandelspark.grid;

import java.io.Serializable;

/**
 * A picture cut into square tiles on every level of halving, numbered as Deep Zoom does: the top level has the picture's
 * own size, each level below half of that, rounded up, down to level 0, which is one pixel. Tile (column, row) of a level
 * shows what tiles (2·column … 2·column + 1, 2·row … 2·row + 1) of the level above show; row 0 is the top of the picture.
 *
 * @param size of the picture in pixels
 * @param tile side of a tile in pixels, even, from {@value #LEAST_TILE} to {@value #MOST_TILE}
 */
public record Tiling(Size size, int tile) implements Serializable {
    /** The smallest side of a tile. */
    public static final int LEAST_TILE = 64;

    /** The largest side of a tile: a core has to hold one for each level of a block. */
    public static final int MOST_TILE = 2048;

    public Tiling {
        if (tile < LEAST_TILE || tile > MOST_TILE || tile % 2 != 0) {
            throw new IllegalArgumentException(
                    "a tile must have an even side of %d to %d pixels, not %d".formatted(LEAST_TILE, MOST_TILE, tile));
        }
    }

    /** Number of the top level. */
    public int top() {
        int longest = Math.max(size.width(), size.height());
        return Integer.SIZE - Integer.numberOfLeadingZeros(longest - 1);
    }

    /** Width and height of the picture on a level. */
    public Size at(int level) {
        int halvings = top() - level;
        return new Size(halved(size.width(), halvings), halved(size.height(), halvings));
    }

    /** Number of columns of tiles on a level. */
    public int columns(int level) {
        return pieces(at(level).width());
    }

    /** Number of rows of tiles on a level. */
    public int rows(int level) {
        return pieces(at(level).height());
    }

    /** Number of tiles on a level. */
    public long tiles(int level) {
        return (long) columns(level) * rows(level);
    }

    /** Width of a tile in pixels: less than a side only in the last column. */
    public int width(int level, int column) {
        return Math.min(tile, at(level).width() - column * tile);
    }

    /** Height of a tile in pixels: less than a side only in the last row. */
    public int height(int level, int row) {
        return Math.min(tile, at(level).height() - row * tile);
    }

    private int pieces(int pixels) {
        return (pixels - 1) / tile + 1;
    }

    private static int halved(int pixels, int halvings) {
        return (int) (((pixels - 1L) >> halvings) + 1);
    }
}
