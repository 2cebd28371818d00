package org.mandelspark.engine;

import java.util.List;
import org.mandelspark.grid.RowRange;
import org.mandelspark.schedule.Plan;
import org.mandelspark.workload.Workload;

/**
 * The pieces in which a chunk is computed, each of as many units as its workload wants in one call.
 *
 * <p>They let progress be seen, and bound what a task holds, however large its chunk is.
 */
final class Slices {
    private Slices() {}

    static List<RowRange> of(Workload<?> workload, RowRange chunk) {
        return chunk.slices(workload.sliceUnits());
    }

    /** Cells of the largest piece of any chunk of the plan. */
    static int largest(Plan<?> plan) {
        Workload<?> workload = plan.workload();
        return Math.min(workload.sliceUnits(), plan.longestChunk())
                * workload.units().largest();
    }
}
