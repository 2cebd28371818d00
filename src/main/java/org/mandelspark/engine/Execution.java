package org.mandelspark.engine;

import java.util.List;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.record.ChunkTiming;

/**
 * A plan executed.
 *
 * @param cells the whole answer, row-major
 * @param chunks one timing for each chunk of the plan, in the plan's order
 * @param wallNanos from the engine's call to the stitched array
 * @param overheads core time around the chunks that only the engine can report
 * @param tasksSeen chunks whose successful end the engine's own books show: all of them, unless Spark lost events
 * @param extra attempts beyond one for each chunk
 * @param fetchedResults results that were too large to travel with the word of their task's end and were fetched from
 *     where they were computed, which takes longer
 */
public record Execution<A>(
        A cells,
        List<ChunkTiming> chunks,
        long wallNanos,
        TaskOverheads overheads,
        int tasksSeen,
        ExtraAttempts extra,
        int fetchedResults) {
    public Execution {
        if (tasksSeen < 0 || tasksSeen > chunks.size()) {
            throw new IllegalArgumentException("tasks seen must be 0 to " + chunks.size() + ", not " + tasksSeen);
        }
        if (fetchedResults < 0) {
            throw new IllegalArgumentException("fetched results must be at least 0, not " + fetchedResults);
        }
    }

    /** Execution by an engine that shares memory with its workers, and so sees everything. */
    static <A> Execution<A> inPlace(A cells, List<ChunkTiming> chunks, long wallNanos) {
        return new Execution<>(cells, chunks, wallNanos, TaskOverheads.NONE, chunks.size(), ExtraAttempts.NONE, 0);
    }

    /** True if the engine's books show every chunk; if not, the answer is whole but its cost is not known. */
    public boolean isComplete() {
        return tasksSeen == chunks.size();
    }

    /** Sum over the chunks; the same for every run of a workload. */
    public long iterations() {
        return chunks.stream().mapToLong(chunk -> chunk.work().iterations()).sum();
    }

    /** Steps that were really executed, summed over the chunks. */
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
}
