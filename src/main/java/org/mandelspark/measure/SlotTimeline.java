package org.mandelspark.measure;

import java.util.List;

/**
 * The chunks that one core slot computed, and the times that follow from them.
 *
 * <p>The clocks of two hosts differ, and a chunk may seem to begin before the engine was called or before its
 * predecessor ended: such times count as 0, not as negative ones.
 *
 * @param chunks at least one, in order of their start
 */
record SlotTimeline(List<? extends TimedTask> chunks) {
    SlotTimeline {
        chunks = List.copyOf(chunks);
    }

    /** Time when the first chunk began, at least 0. */
    long firstStartNanos() {
        return Math.max(0, chunks.get(0).startNanos());
    }

    /** Time when the last chunk ended, at least 0. */
    long lastEndNanos() {
        return Math.max(0, chunks.stream().mapToLong(TimedTask::endNanos).max().orElseThrow());
    }

    /** Time between the chunks. */
    long gapNanos() {
        long gaps = 0;
        long end = chunks.get(0).endNanos();
        for (TimedTask chunk : chunks) {
            gaps += Math.max(0, chunk.startNanos() - end);
            end = Math.max(end, chunk.endNanos());
        }
        return gaps;
    }

    /** Time inside the kernel: the useful time. */
    long usefulNanos() {
        return chunks.stream().mapToLong(TimedTask::usefulNanos).sum();
    }

    /** Time spent on what the chunks are for. */
    long workNanos() {
        return chunks.stream().mapToLong(TimedTask::workNanos).sum();
    }

    /** Time in chunks but spent on something else. */
    long inTaskRestNanos() {
        return chunks.stream()
                .mapToLong(chunk ->
                        Math.max(0, chunk.endNanos() - chunk.startNanos() - chunk.workNanos() - chunk.tableNanos()))
                .sum();
    }

    /** Time in which chunks encoded what they wrote. */
    long encodeNanos() {
        return chunks.stream().mapToLong(TimedTask::encodeNanos).sum();
    }

    /** Time in which chunks built or awaited what all of them need. */
    long tableNanos() {
        return chunks.stream().mapToLong(TimedTask::tableNanos).sum();
    }

    /** Time in which chunks wrote. */
    long writeNanos() {
        return chunks.stream().mapToLong(TimedTask::writeNanos).sum();
    }
}
