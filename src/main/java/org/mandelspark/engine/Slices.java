package org.mandelspark.engine;

import java.util.List;
import org.mandelspark.grid.RowRange;
import org.mandelspark.schedule.Plan;
import org.mandelspark.workload.Workload;

/**
 * The pieces in which a chunk is computed: at most {@value #MAX_CELLS} cells, or one row if a row is longer.
 *
 * <p>A piece is large enough that calls cost nothing and small enough to stay in a core's cache, to let progress be
 * seen, and to bound what a task holds, however large its chunk is.
 */
final class Slices {
    static final int MAX_CELLS = 1 << 16;

    private Slices() {}

    static List<RowRange> of(Workload<?> workload, RowRange chunk) {
        return chunk.slices(Math.max(1, MAX_CELLS / workload.rowCells()));
    }

    /** Cells of the largest piece of any chunk of the plan. */
    static int largest(Plan<?> plan) {
        int rowCells = plan.workload().rowCells();
        return Math.max(rowCells, Math.min(MAX_CELLS, plan.cells()));
    }
}
