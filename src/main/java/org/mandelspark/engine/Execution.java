package org.mandelspark.engine;

import java.util.List;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.measure.TaskOverheads;

/**
 * A plan executed.
 *
 * @param cells the whole answer, row-major
 * @param chunks one timing for each chunk of the plan, in the plan's order
 * @param wallNanos from the engine's call to the stitched array
 */
public record Execution<A>(A cells, List<ChunkTiming> chunks, long wallNanos) {
    /** Sum over the chunks; the same for every run of a workload. */
    public long iterations() {
        return chunks.stream().mapToLong(chunk -> chunk.work().iterations()).sum();
    }

    /** What was really executed, summed over the chunks. */
    public long steps() {
        return chunks.stream().mapToLong(chunk -> chunk.work().steps()).sum();
    }

    /** The methods that computed the chunks, distinct; more than one if executors differ. */
    public List<String> methods() {
        return chunks.stream()
                .map(chunk -> chunk.work().method())
                .distinct()
                .sorted()
                .toList();
    }

    /** Core time around the chunks. */
    public TaskOverheads overheads() {
        return TaskOverheads.NONE;
    }

    /** Chunks whose end was seen. */
    public int tasksSeen() {
        return chunks.size();
    }

    /** Attempts that failed or were superseded. */
    public int retries() {
        return 0;
    }
}
