package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.mandelspark.files.Json;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Tiling;
import org.mandelspark.picture.CountDistribution;
import org.mandelspark.picture.CountTally;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Float64Cells;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/**
 * Distributions of the counts of blocks, as their lists hold them, added up where they are read: a row is a group of
 * blocks, one in so many, and a cell the number of its pixels in a bin.
 *
 * @param files of the pyramid that stored the counts
 * @param tiling its tiles
 * @param pass that stored them
 * @param maxIter the count of pixels that never escaped
 */
public record BlockDistributions(PyramidFiles files, Tiling tiling, Pyramid.Pass pass, int maxIter)
        implements Workload<double[]> {
    private static final int MOST_GROUPS = 256;

    /** Limit of the cells of all groups together, of 8 bytes each on the driver. */
    private static final int MOST_CELLS = 1 << 20;

    @Override
    public String name() {
        return "histogram";
    }

    @Override
    public int rows() {
        int groups = Math.max(1, Math.min(MOST_GROUPS, MOST_CELLS / rowCells()));
        return (int) Math.min(groups, blocks());
    }

    private long blocks() {
        return tiling.tiles(pass.roots());
    }

    @Override
    public int rowCells() {
        return CountTally.bins(maxIter);
    }

    /** Whole numbers; a double holds those up to 2⁵³, more pixels than any file system has room for. */
    @Override
    public Cells<double[]> cells() {
        return new Float64Cells();
    }

    @Override
    public int sliceUnits() {
        return 1;
    }

    @Override
    public Work fill(RowRange groups, double[] into, int[] rowStarts) {
        for (int k = 0; k < groups.count(); k++) {
            CountTally tally = new CountTally(maxIter);
            for (long block = groups.row(k); block < blocks(); block += rows()) {
                tally.add(list(block).pixels());
            }
            tally.write(into, rowStarts[k]);
        }
        return new Work(0, 0, "read");
    }

    private PyramidBlocks.Manifest list(long block) {
        int columns = tiling.columns(pass.roots());
        String list = PyramidFiles.list(pass, (int) (block % columns), (int) (block / columns));
        try {
            return Json.value(Json.tree(files.folder().read(list)), PyramidBlocks.Manifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(files.folder().file(list) + ": " + e.getMessage(), e);
        }
    }

    /** The distribution of all blocks, from all cells. */
    public CountDistribution sum(double[] cells) {
        CountTally tally = new CountTally(maxIter);
        IntStream.range(0, rows()).forEach(group -> tally.add(cells, group * rowCells()));
        return tally.distribution();
    }
}
