package org.mandelspark.schedule;

import java.util.BitSet;
import java.util.List;
import org.mandelspark.grid.RowRange;
import org.mandelspark.workload.Workload;

/**
 * A workload cut into chunks, ready for an engine.
 *
 * @param workload what is computed
 * @param chunks every row exactly once, in the order in which the chunks are to be started
 */
public record Plan<A>(Workload<A> workload, List<RowRange> chunks) {
    public Plan {
        chunks = List.copyOf(chunks);
        requireEveryRowOnce(workload.rows(), chunks);
    }

    /** Cells of the whole answer. */
    public int cells() {
        return Math.multiplyExact(workload.rows(), workload.rowCells());
    }

    /** Rows of the chunk that has most. */
    public int longestChunk() {
        return chunks.stream().mapToInt(RowRange::count).max().orElse(0);
    }

    private static void requireEveryRowOnce(int rows, List<RowRange> chunks) {
        BitSet seen = new BitSet(rows);
        for (RowRange chunk : chunks) {
            for (int k = 0; k < chunk.count(); k++) {
                int row = chunk.row(k);
                if (row >= rows || seen.get(row)) {
                    throw new IllegalArgumentException(
                            "row " + row + " of " + rows + " is planned more than once or" + " does not exist");
                }
                seen.set(row);
            }
        }
        if (seen.cardinality() != rows) {
            throw new IllegalArgumentException("row " + seen.nextClearBit(0) + " of " + rows + " is in no chunk");
        }
    }
}
