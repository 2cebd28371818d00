package org.mandelspark.picture.pyramid;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.View;

/**
 * The passes in which a pyramid is built. They follow from what is shown and its tiles alone, so every run writes the same
 * files.
 *
 * @param tiling levels and tiles
 * @param enough blocks that are wanted before blocks become larger, so that many cores share them evenly
 */
public record Pyramid(Tiling tiling, int enough) implements Serializable {
    /** Limit of blocks: the driver knows each of them. */
    public static final int MOST_BLOCKS = 1_000_000;

    /** Enough blocks of pixels that take about as long to write as to compute. */
    static final int ENOUGH = 64;

    /** Enough blocks of exact counts: a pixel of them costs so much that cores must not wait for the last block. */
    static final int ENOUGH_EXACT = 256;

    /** Side of a tile unless another is asked for. */
    private static final int TILE = 1024;

    /** Levels below the leaves of a block, as long as there are enough blocks; each makes it four times as large. */
    private static final int USUAL_LEVELS = 3;

    /** The largest blocks take a core minutes. */
    private static final int MOST_LEVELS = 6;

    /** Blocks of later passes that are worth sharing out. */
    private static final int FEW = 16;

    /**
     * A part of the work: tiles of a level become all tiles of the levels below it, down to another one.
     *
     * @param source what happens to tiles of level {@code leaves}
     * @param leaves the level of the tiles that all others are made of
     * @param roots the level of the last tile of each block, at most {@code leaves}
     */
    public record Pass(Source source, int leaves, int roots) implements Serializable {}

    /** Origins of the tiles of which the others of a pass are made. */
    public enum Source {
        /** They are computed for what is stored of their pixels, and neither they nor others are written. */
        COUNTED,
        /** They are made of pixels, and written. */
        NEW,
        /** An earlier pass has written them. */
        WRITTEN
    }

    /**
     * A pyramid.
     *
     * @throws IllegalArgumentException if it would take too many blocks
     */
    public Pyramid {
        long blocks = tiling.tiles(firstRoots(tiling, enough));
        if (blocks > MOST_BLOCKS) {
            throw new IllegalArgumentException(
                    "%s in tiles of %d take %,d blocks, more than the %,d that are allowed: take larger tiles"
                            .formatted(tiling.size(), tiling.tile(), blocks, MOST_BLOCKS));
        }
    }

    /**
     * The pyramid of a view.
     *
     * @throws IllegalArgumentException if it would take too many blocks
     */
    public static Pyramid of(View view, Tiling tiling) {
        return new Pyramid(tiling, enough(view));
    }

    /**
     * The side of a view's tiles unless another is asked for. A block is a tile at least, so small pictures of exact counts
     * have smaller tiles, as long as there are few of them.
     */
    public static int usualTile(View view) {
        int tile = TILE;
        while (view.isExact() && tile > Tiling.LEAST_TILE && leaves(new Tiling(view.size(), tile)) < ENOUGH_EXACT) {
            tile /= 2;
        }
        return tile;
    }

    private static long leaves(Tiling tiling) {
        return tiling.tiles(tiling.top());
    }

    private static int enough(View view) {
        return view.isExact() ? ENOUGH_EXACT : ENOUGH;
    }

    /** A pass before all others, over the blocks of the first of them, after which the counts of all pixels are known. */
    public Pass counting() {
        return new Pass(Source.COUNTED, tiling.top(), firstRoots());
    }

    /** All passes that make tiles, that of the top level first. */
    public List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        int roots = firstRoots();
        passes.add(new Pass(Source.NEW, tiling.top(), roots));
        while (roots > 0) {
            int leaves = roots;
            roots = laterRoots(tiling, leaves);
            passes.add(new Pass(Source.WRITTEN, leaves, roots));
        }
        return List.copyOf(passes);
    }

    /** The pixels of a block of the first pass. Blocks are numbered from the top left, other tiles from the bottom left. */
    public Unit block() {
        long side = (long) tiling.tile() << (tiling.top() - firstRoots());
        Size size = tiling.size();
        return new Unit.Tile((int) Math.min(side, size.width()), (int) Math.min(side, size.height()));
    }

    /** As many levels at once as leave some blocks to share; all that are left if none do. */
    private static int laterRoots(Tiling tiling, int leaves) {
        int roots = leaves;
        while (roots > 0 && leaves - roots < USUAL_LEVELS && tiling.tiles(roots - 1) >= FEW) {
            roots--;
        }
        return roots == leaves ? 0 : roots;
    }

    private int firstRoots() {
        return firstRoots(tiling, enough);
    }

    private static int firstRoots(Tiling tiling, int enough) {
        int levels = 0;
        while (levels < Math.min(MOST_LEVELS, tiling.top())
                && (levels < USUAL_LEVELS
                        ? tiling.tiles(tiling.top() - levels - 1) >= enough
                        : tiling.tiles(tiling.top() - levels) > MOST_BLOCKS)) {
            levels++;
        }
        return tiling.top() - levels;
    }
}
