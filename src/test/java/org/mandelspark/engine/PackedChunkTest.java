package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.RowRange;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.workload.Work;

/** A chunk is the same before and after its way. */
class PackedChunkTest {
    private static final PackedChunk CHUNK = new PackedChunk(
            List.of(new byte[] {1, 2, 3}, new byte[0], new byte[] {4}),
            "17",
            "knoten-ä",
            3,
            1_700_000_000_000_000_001L,
            1_700_000_000_000_000_900L,
            555,
            new Work(12_345_678_901L, 987, "simd (4 × 256 bits)"),
            2);

    @Test
    void whatArrivesIsWhatWasSent() {
        PackedChunk arrived = PackedChunk.ofWire(CHUNK.toWire());
        assertThat(arrived).usingRecursiveComparison().isEqualTo(CHUNK);
    }

    @Test
    void timesCountFromTheCallAndBytesAreThoseOfTheCells() {
        RowRange rows = RowRange.band(4, 9);
        assertThat(CHUNK.timing(6, rows, 1_700_000_000_000_000_000L))
                .isEqualTo(new ChunkTiming(6, rows, "17", "knoten-ä", 3, 1, 900, 555, CHUNK.work(), 4, 2));
    }
}
