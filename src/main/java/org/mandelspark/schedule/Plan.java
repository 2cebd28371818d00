package org.mandelspark.schedule;

import java.util.BitSet;
import java.util.List;
import org.mandelspark.grid.RowRange;
import org.mandelspark.workload.Workload;

/**
 * A workload cut into chunks, ready for an engine.
 *
 * @param workload what is computed
 * @param chunks every unit of it exactly once, in the order in which the chunks are to be started
 */
public record Plan<A>(Workload<A> workload, List<RowRange> chunks) {
    public Plan {
        chunks = List.copyOf(chunks);
        requireEveryUnitOnce(workload.units().count(), chunks);
    }

    /** Cells of the whole answer. */
    public int cells() {
        return Math.multiplyExact(workload.rows(), workload.rowCells());
    }

    /** Units of the chunk that has most. */
    public int longestChunk() {
        return chunks.stream().mapToInt(RowRange::count).max().orElse(0);
    }

    private static void requireEveryUnitOnce(int units, List<RowRange> chunks) {
        BitSet seen = new BitSet(units);
        for (RowRange chunk : chunks) {
            for (int k = 0; k < chunk.count(); k++) {
                int unit = chunk.row(k);
                if (unit >= units || seen.get(unit)) {
                    throw new IllegalArgumentException(
                            "unit " + unit + " of " + units + " is planned more than once or does not exist");
                }
                seen.set(unit);
            }
        }
        if (seen.cardinality() != units) {
            throw new IllegalArgumentException("unit " + seen.nextClearBit(0) + " of " + units + " is in no chunk");
        }
    }
}
