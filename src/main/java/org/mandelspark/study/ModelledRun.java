package org.mandelspark.study;

import java.util.List;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.schedule.Replay;

/**
 * A run that nobody measured, chunk by chunk: what a simulation's model says of a schedule on a number of workers.
 *
 * @param schedule the rule's name
 * @param unit what the rule deals out
 * @param chunks units of each, in the order of the plan
 * @param iterations of each
 * @param planNanos time before the engine's call
 * @param replay workers and times of the chunks, since the engine's call
 * @param chunkNanos kernel time of each
 * @param engineNanos from the engine's call to the stitched array
 */
public record ModelledRun(
        String schedule,
        Unit unit,
        List<RowRange> chunks,
        List<Long> iterations,
        double planNanos,
        Replay replay,
        List<Double> chunkNanos,
        double engineNanos) {
    public ModelledRun {
        chunks = List.copyOf(chunks);
        iterations = List.copyOf(iterations);
        chunkNanos = List.copyOf(chunkNanos);
    }
}
