package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.mandelspark.grid.Tiling;
import org.mandelspark.workload.Work;

/** Compares what is computed of a tile's pixels with the chunks that are stored of it. */
final class ChunkComparison implements PixelSink {
    private final PyramidFiles files;
    private final Tiling tiling;
    private final Set<PixelArray> arrays;
    private boolean isEqual = true;

    ChunkComparison(PyramidFiles files, Tiling tiling, Set<PixelArray> arrays) {
        this.files = files;
        this.tiling = tiling;
        this.arrays = arrays;
    }

    /** True if no chunk was torn or different. */
    boolean isEqual() {
        return isEqual;
    }

    @Override
    public Set<PixelArray> wanted() {
        return arrays;
    }

    @Override
    public Work take(PixelArray array, int column, int row, int width, int height, int[] cells) {
        long start = System.nanoTime();
        int[] there = new int[width * height];
        try {
            array.in(files, tiling).read(column, row, width, height, there);
            isEqual &= Arrays.equals(there, 0, there.length, cells, 0, there.length);
        } catch (IOException e) {
            isEqual = false;
        }
        return new Work(0, 0, "", System.nanoTime() - start, 0);
    }
}
