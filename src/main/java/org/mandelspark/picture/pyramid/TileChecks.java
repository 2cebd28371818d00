package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.mandelspark.files.Json;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Tiling;
import org.mandelspark.picture.TilePng;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Int32Cells;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/**
 * Tiles of a pyramid made again and compared with what is there: a row is a tile, and its cell says what was found, the
 * position of a {@link Finding}. Tiles of the top level are computed, the others made from the files of the level above.
 *
 * @param pyramid that is checked
 * @param leaves what tiles of the top level are
 * @param files where they are
 * @param arrays what else is stored, and compared with the tiles of the top level
 * @param sample number of tiles to look at, spread evenly over all levels
 */
public record TileChecks(Pyramid pyramid, Leaves leaves, PyramidFiles files, Set<PixelArray> arrays, int sample)
        implements Workload<int[]> {
    public TileChecks {
        arrays = Set.copyOf(arrays);
    }

    /** Result of a comparison. */
    public enum Finding {
        EQUAL("equal"),
        UNREADABLE("missing or torn"),
        UNLISTED("not as its block lists it"),
        UNMADE("made from a tile that is missing or torn"),
        DIFFERENT("other pixels than were computed now"),
        MISCOUNTED("its stored counts or fractions are torn, or others than were computed now");

        private final String label;

        Finding(String label) {
            this.label = label;
        }

        /** The finding in words. */
        public String label() {
            return label;
        }
    }

    private static final List<Finding> FINDINGS = List.of(Finding.values());

    /** The finding that a cell stands for. */
    public static Finding finding(int cell) {
        return FINDINGS.get(cell);
    }

    /** Number of tiles of all levels. */
    public static long tiles(Tiling tiling) {
        long tiles = 0;
        for (int level = 0; level <= tiling.top(); level++) {
            tiles += tiling.tiles(level);
        }
        return tiles;
    }

    /** A tile of a pyramid. */
    public record Tile(int level, int column, int row) {}

    /** The i-th tile of the sample. */
    public Tile tile(int i) {
        long all = tiles(pyramid.tiling());
        // i · all / sample, in two parts that do not overflow.
        long index = all / sample * i + all % sample * i / sample;
        int level = pyramid.tiling().top();
        while (index >= pyramid.tiling().tiles(level)) {
            index -= pyramid.tiling().tiles(level);
            level--;
        }
        int columns = pyramid.tiling().columns(level);
        return new Tile(level, (int) (index % columns), (int) (index / columns));
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public int rows() {
        return sample;
    }

    @Override
    public int rowCells() {
        return 1;
    }

    @Override
    public Cells<int[]> cells() {
        return new Int32Cells(FINDINGS.size());
    }

    @Override
    public int sliceUnits() {
        return 1;
    }

    @Override
    public Work fill(RowRange rows, int[] into, int[] rowStarts) {
        int area = pyramid.tiling().tile() * pyramid.tiling().tile();
        int[] there = new int[area];
        int[] made = new int[area];
        Work total = new Work(0, 0, "");
        for (int k = 0; k < rows.count(); k++) {
            Finding finding = Finding.UNREADABLE;
            try {
                Tile tile = tile(rows.row(k));
                int width = pyramid.tiling().width(tile.level(), tile.column());
                int height = pyramid.tiling().height(tile.level(), tile.row());
                byte[] png = files.folder().read(files.tile(tile.level(), tile.column(), tile.row()));
                TilePng.decode(png, width, height, there);
                String pixels = TileEntry.ofPixels(there, width * height);
                if (!isListed(tile, png, pixels)) {
                    finding = Finding.UNLISTED;
                } else {
                    finding = Finding.UNMADE;
                    ChunkComparison chunks = new ChunkComparison(files, pyramid.tiling(), arrays);
                    total = make(tile, width, height, made, chunks).plus(total);
                    finding = !TileEntry.ofPixels(made, width * height).equals(pixels)
                            ? Finding.DIFFERENT
                            : chunks.isEqual() ? Finding.EQUAL : Finding.MISCOUNTED;
                }
            } catch (IOException | IllegalArgumentException e) {
                // The finding says what could not be read.
            }
            into[rowStarts[k]] = FINDINGS.indexOf(finding);
        }
        return total;
    }

    private boolean isListed(Tile tile, byte[] png, String pixels) throws IOException {
        Pyramid.Pass pass = pyramid.passes().stream()
                .filter(one -> tile.level() >= one.roots()
                        && (tile.level() < one.leaves()
                                || tile.level() == pyramid.tiling().top()))
                .findFirst()
                .orElseThrow();
        int above = tile.level() - pass.roots();
        String list = PyramidFiles.list(pass, tile.column() >> above, tile.row() >> above);
        PyramidBlocks.Manifest manifest =
                Json.value(Json.tree(files.folder().read(list)), PyramidBlocks.Manifest.class);
        TileEntry entry =
                new TileEntry(tile.level(), tile.column(), tile.row(), png.length, TileEntry.ofFile(png), pixels);
        return manifest.tiles().contains(entry);
    }

    private Work make(Tile tile, int width, int height, int[] made, PixelSink sink) throws IOException {
        if (tile.level() == pyramid.tiling().top()) {
            return leaves.fill(tile.column(), tile.row(), width, height, made, sink);
        }
        WrittenLeaves above = new WrittenLeaves(files, tile.level() + 1);
        BlockBuilder.halves(pyramid.tiling(), tile.level(), tile.column(), tile.row(), made, (column, row) -> {
            int[] part = new int[pyramid.tiling().tile() * pyramid.tiling().tile()];
            above.fill(
                    column,
                    row,
                    pyramid.tiling().width(tile.level() + 1, column),
                    pyramid.tiling().height(tile.level() + 1, row),
                    part,
                    PixelSink.NONE);
            return part;
        });
        return new Work(0, 0, "read");
    }
}
