package org.mandelspark.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.measure.TimedRun;

/**
 * The account of the second job of a run: pixels that the first had left undecided, each a unit of its own.
 *
 * @param workers chunks computed at once
 * @param wallNanos from the engine's call to the last pixel
 * @param deserialiseNanos core time of tasks before their chunks began
 * @param serialiseNanos core time of the same tasks after their chunks had ended
 * @param tasksSeen chunks whose end was reported to the engine
 * @param chunks their costs
 */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE, isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public record RestRun(
        @JsonProperty(value = "workers", required = true) int workers,
        @JsonProperty(value = "wall_ns", required = true) long wallNanos,

        @JsonProperty(value = "deserialise_ns", required = true)
        long deserialiseNanos,

        @JsonProperty(value = "serialise_ns", required = true)
        long serialiseNanos,

        @JsonProperty(value = "tasks_seen", required = true) int tasksSeen,

        @JsonProperty(value = "chunks", required = true) List<ChunkTiming> chunks)
        implements TimedRun {
    public RestRun {
        chunks = List.copyOf(chunks);
        if (chunks.isEmpty() || workers < 1 || wallNanos < 1) {
            throw new IllegalArgumentException("a second job has at least one chunk and one worker, and takes time");
        }
    }

    @Override
    public long planNanos() {
        return 0;
    }

    @Override
    public TaskOverheads overheads() {
        return new TaskOverheads(deserialiseNanos, serialiseNanos);
    }

    @Override
    public long resultBytes() {
        return chunks.stream().mapToLong(ChunkTiming::resultBytes).sum();
    }
}
