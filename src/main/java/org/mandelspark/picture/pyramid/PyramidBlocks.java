package org.mandelspark.picture.pyramid;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;
import org.mandelspark.files.Json;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Tiling;
import org.mandelspark.kernel.deep.Reference;
import org.mandelspark.picture.CountDistribution;
import org.mandelspark.workload.BlockCosts;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.CostSample;
import org.mandelspark.workload.Int32Cells;
import org.mandelspark.workload.ReferenceProgress;
import org.mandelspark.workload.Shared;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/**
 * One pass over a pyramid: a row is a block, in rows of blocks from the top left, and its cells are the number of its
 * tiles and the CRC-32C of its list of tiles. The tiles are written where they are computed, and the list after them.
 *
 * @param tiling levels and tiles
 * @param pass which levels
 * @param leaves what the tiles are made of
 * @param files where they go
 * @param stored what is stored of pixels that are computed
 * @param existing what becomes of blocks that are whole already
 */
public record PyramidBlocks(
        Tiling tiling, Pyramid.Pass pass, Leaves leaves, PyramidFiles files, Stored stored, Existing existing)
        implements Workload<int[]> {
    /** Cells of a block: tiles and checksum. */
    private static final int CELLS = 2;

    /** The method of chunks of which every block was there. */
    private static final String KEPT = "kept";

    /** Time to colour, halve, encode and write a pixel, as measured on a core of a current server. */
    private static final double OUTPUT_NANOS = 15;

    /** Choice whether blocks whose tiles are all there and intact are built again. */
    public enum Existing {
        REBUILD,
        KEEP
    }

    /**
     * The list of what was written of a block.
     *
     * @param tiles in the order in which they were written
     * @param chunks of the arrays of its pixels, if they are stored
     * @param pixels the distribution of its counts, if they are stored: {@link CountDistribution#pixels()}
     */
    public record Manifest(
            @JsonProperty(value = "tiles", required = true) List<TileEntry> tiles,

            @JsonProperty("chunks") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<ChunkEntry> chunks,

            @JsonProperty("pixels_by_count") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            SortedMap<Integer, Long> pixels) {
        public Manifest {
            tiles = List.copyOf(tiles);
            chunks = chunks == null ? List.of() : List.copyOf(chunks);
            pixels = pixels == null ? new TreeMap<>() : pixels;
        }
    }

    /** The account of this pass, from all its cells. */
    public PyramidManifest.PassEntry entry(int[] cells) {
        long tiles = 0;
        ByteBuffer checksums = ByteBuffer.allocate(rows() * Integer.BYTES);
        for (int block = 0; block < rows(); block++) {
            tiles += cells[block * CELLS];
            checksums.putInt(cells[block * CELLS + 1]);
        }
        return new PyramidManifest.PassEntry(
                pass.leaves(), pass.roots(), rows(), tiles, TileEntry.ofFile(checksums.array()));
    }

    @Override
    public String name() {
        return "pyramid";
    }

    @Override
    public int rows() {
        return (int) tiling.tiles(pass.roots());
    }

    @Override
    public int rowCells() {
        return CELLS;
    }

    @Override
    public Cells<int[]> cells() {
        return new Int32Cells(Integer.MAX_VALUE);
    }

    /** A block takes long enough. */
    @Override
    public int sliceUnits() {
        return 1;
    }

    @Override
    public Work fill(RowRange blocks, int[] into, int[] rowStarts) {
        BlockBuilder builder = new BlockBuilder(tiling, leaves, files, pass, stored);
        Work total = new Work(0, 0, KEPT);
        try {
            for (int k = 0; k < blocks.count(); k++) {
                int column = blocks.row(k) % tiling.columns(pass.roots());
                int row = blocks.row(k) / tiling.columns(pass.roots());
                String list = PyramidFiles.list(pass, column, row);
                Optional<byte[]> kept = existing == Existing.KEEP ? intact(list) : Optional.empty();
                byte[] content;
                if (kept.isPresent()) {
                    content = kept.get();
                } else {
                    BlockBuilder.Built built = builder.build(column, row);
                    content = Json.bytes(built.list());
                    files.folder().write(list, content);
                    total = built.work().plus(total);
                }
                CRC32C crc = new CRC32C();
                crc.update(content);
                into[rowStarts[k]] = manifest(content).tiles().size();
                into[rowStarts[k] + 1] = (int) crc.getValue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return total;
    }

    /** The list of a block, if it and all that it lists is there and as it was written. */
    private Optional<byte[]> intact(String list) {
        try {
            if (!files.folder().has(list)) {
                return Optional.empty();
            }
            byte[] content = files.folder().read(list);
            for (TileEntry tile : manifest(content).tiles()) {
                if (!isIntact(files.tile(tile.level(), tile.column(), tile.row()), tile.file())) {
                    return Optional.empty();
                }
            }
            for (ChunkEntry chunk : manifest(content).chunks()) {
                PixelArray array = PixelArray.parse(chunk.array());
                if (!isIntact(array.in(files, tiling).file(chunk.column(), chunk.row()), chunk.file())) {
                    return Optional.empty();
                }
            }
            return Optional.of(content);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isIntact(String file, String checksum) throws IOException {
        return TileEntry.ofFile(files.folder().read(file)).equals(checksum);
    }

    private static Manifest manifest(byte[] content) {
        JsonNode tree = Json.tree(content);
        return Json.value(tree, Manifest.class);
    }

    @Override
    public Optional<CostSample> sampleCosts(int rows, int columns) {
        return leaves.counts().map(computed -> {
            int across = tiling.columns(pass.roots());
            CostSample sample = BlockCosts.sample(computed, across, tiling.rows(pass.roots()));
            // Of several points for a pixel, each takes its steps, and hardly less to colour than a pixel does.
            double points = (double) computed.rows()
                    * computed.rowCells()
                    / tiling.size().pixels();
            List<Double> steps = new ArrayList<>(rows());
            for (int block = 0; block < rows(); block++) {
                double pixels = (double) tiling.width(pass.roots(), block % across)
                        * tiling.height(pass.roots(), block / across)
                        * (1L << (2 * (pass.leaves() - pass.roots())))
                        * points;
                steps.add((sample.cellSteps().get(block) + OUTPUT_NANOS / sample.stepNanos()) * pixels / CELLS);
            }
            return new CostSample(steps, sample.stepNanos());
        });
    }

    @Override
    public PyramidBlocks sharing(Shared.Sharing sharing) {
        return new PyramidBlocks(tiling, pass, leaves.sharing(sharing), files, stored, existing);
    }

    @Override
    public void prepare(ReferenceProgress progress) {
        leaves.counts().ifPresent(computed -> computed.prepare(progress));
    }

    @Override
    public Optional<Reference> reference() {
        return leaves.counts().flatMap(Workload::reference);
    }

    @Override
    public void warmUp(BooleanSupplier isEnough) {
        leaves.counts().ifPresent(computed -> computed.warmUp(isEnough));
    }
}
