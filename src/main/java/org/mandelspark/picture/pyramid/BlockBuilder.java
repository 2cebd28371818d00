package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mandelspark.grid.Tiling;
import org.mandelspark.picture.LinearLight;
import org.mandelspark.picture.TilePng;
import org.mandelspark.workload.Work;

/**
 * Builds one block after another: makes the tiles of all its levels and writes them. Depth first, so it holds the pixels
 * of one tile of each level, and not more than one encoded.
 */
final class BlockBuilder {
    /** Files of tiles of one colour that are kept, as there are few such colours. */
    private static final int MOST_PLAIN = 64;

    private final Tiling tiling;
    private final Leaves leaves;
    private final PyramidFiles files;
    private final Pyramid.Pass pass;
    private final ChunkWriter chunks;
    private final int[][] pixels;
    private final TilePng encoder = new TilePng();
    private final Map<List<Integer>, byte[]> plain = new LinkedHashMap<>();
    private List<TileEntry> written = new ArrayList<>();
    private Work work;

    BlockBuilder(Tiling tiling, Leaves leaves, PyramidFiles files, Pyramid.Pass pass, Stored stored) {
        this.tiling = tiling;
        this.leaves = leaves;
        this.files = files;
        this.pass = pass;
        this.chunks = new ChunkWriter(files, tiling, stored);
        this.pixels = new int[pass.leaves() - pass.roots() + 1][tiling.tile() * tiling.tile()];
    }

    /** The list of what is in a block, and the work of making it. */
    record Built(PyramidBlocks.Manifest list, Work work) {}

    /** Builds the block whose root is this tile. */
    Built build(int column, int row) throws IOException {
        written = new ArrayList<>();
        work = null;
        chunks.begin();
        switch (pass.source()) {
            case NEW, WRITTEN -> make(pass.roots(), column, row);
            case COUNTED -> count(column, row);
        }
        return new Built(new PyramidBlocks.Manifest(written, chunks.written(), chunks.pixels()), work);
    }

    /** Computes all leaves of the block for what is stored of them. */
    private void count(int rootColumn, int rootRow) throws IOException {
        int level = pass.leaves();
        int above = level - pass.roots();
        for (int row = rootRow << above; row < Math.min(tiling.rows(level), (rootRow + 1) << above); row++) {
            for (int column = rootColumn << above;
                    column < Math.min(tiling.columns(level), (rootColumn + 1) << above);
                    column++) {
                int width = tiling.width(level, column);
                add(leaves.fill(column, row, width, tiling.height(level, row), pixels[above], chunks));
            }
        }
    }

    /** Makes a tile and all above it; its pixels are valid until the next one of this level is made. */
    private int[] make(int level, int column, int row) throws IOException {
        int[] tile = pixels[level - pass.roots()];
        int width = tiling.width(level, column);
        int height = tiling.height(level, row);
        if (level == pass.leaves()) {
            add(leaves.fill(column, row, width, height, tile, chunks));
            if (leaves.areNew()) {
                write(level, column, row, width, height);
            }
            return tile;
        }
        halves(tiling, level, column, row, tile, (right, below) -> make(level + 1, right, below));
        write(level, column, row, width, height);
        return tile;
    }

    /** Pixels of a tile of the level above. */
    @FunctionalInterface
    interface Part {
        int[] of(int column, int row) throws IOException;
    }

    /** Makes a tile of the up to four tiles above it. */
    static void halves(Tiling tiling, int level, int column, int row, int[] into, Part part) throws IOException {
        int width = tiling.width(level, column);
        int half = tiling.tile() / 2;
        for (int below = 0; below < 2 && 2 * row + below < tiling.rows(level + 1); below++) {
            for (int right = 0; right < 2 && 2 * column + right < tiling.columns(level + 1); right++) {
                LinearLight.shrink(
                        2,
                        part.of(2 * column + right, 2 * row + below),
                        tiling.width(level + 1, 2 * column + right),
                        tiling.height(level + 1, 2 * row + below),
                        into,
                        width,
                        below * half * width + right * half);
            }
        }
    }

    private void write(int level, int column, int row, int width, int height) throws IOException {
        int[] tile = pixels[level - pass.roots()];
        long start = System.nanoTime();
        byte[] png = encoded(tile, width, height);
        TileEntry entry = new TileEntry(
                level, column, row, png.length, TileEntry.ofFile(png), TileEntry.ofPixels(tile, width * height));
        long encoded = System.nanoTime();
        files.folder().write(files.tile(level, column, row), png);
        written.add(entry);
        add(new Work(0, 0, "", encoded - start, System.nanoTime() - encoded));
    }

    private byte[] encoded(int[] tile, int width, int height) {
        for (int i = 1; i < width * height; i++) {
            if (tile[i] != tile[0]) {
                return encoder.encode(tile, width, height);
            }
        }
        if (plain.size() == MOST_PLAIN) {
            plain.clear();
        }
        return plain.computeIfAbsent(List.of(tile[0], width, height), colour -> encoder.encode(tile, width, height));
    }

    private void add(Work more) {
        work = work == null ? more : work.plus(more);
    }
}
