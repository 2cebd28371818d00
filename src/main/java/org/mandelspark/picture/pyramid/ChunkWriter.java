package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.mandelspark.files.ZarrArray;
import org.mandelspark.grid.Tiling;
import org.mandelspark.picture.CountTally;
import org.mandelspark.workload.Work;

/** Writes the chunks of a block's arrays, lists them, and tallies the counts. */
final class ChunkWriter implements PixelSink {
    private final PyramidFiles files;
    private final Tiling tiling;
    private final int maxIter;
    private final Set<PixelArray> wanted;
    private final List<ChunkEntry> written = new ArrayList<>();
    private CountTally tally;

    ChunkWriter(PyramidFiles files, Tiling tiling, Stored stored) {
        this.files = files;
        this.tiling = tiling;
        this.maxIter = stored.maxIter();
        this.wanted = stored.arrays();
        this.tally = new CountTally(maxIter);
    }

    /** Forgets the last block. */
    void begin() {
        written.clear();
        tally = new CountTally(maxIter);
    }

    /** The chunks of the block. */
    List<ChunkEntry> written() {
        return List.copyOf(written);
    }

    /** The distribution of its counts, of nothing if they are not written. */
    SortedMap<Integer, Long> pixels() {
        return tally.distribution().pixels();
    }

    @Override
    public Set<PixelArray> wanted() {
        return wanted;
    }

    @Override
    public Work take(PixelArray array, int column, int row, int width, int height, int[] cells) throws IOException {
        long start = System.nanoTime();
        if (array == PixelArray.COUNTS) {
            tally.add(cells, width * height);
        }
        ZarrArray zarr = array.in(files, tiling);
        byte[] content = zarr.encode(cells, width, height);
        written.add(new ChunkEntry(array.file(), column, row, content.length, TileEntry.ofFile(content)));
        long encoded = System.nanoTime();
        files.folder().write(zarr.file(column, row), content);
        return new Work(0, 0, "", encoded - start, System.nanoTime() - encoded);
    }
}
