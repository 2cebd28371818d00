package org.mandelspark.measure;

import java.util.ArrayList;
import java.util.List;
import org.mandelspark.Draw;
import org.mandelspark.grid.RowRange;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.workload.Work;

/** Chunk timings in which only what matters to a test is said. */
final class TimedChunks {
    /** Each chunk has so many iterations. */
    static final long ITERATIONS = 1000;

    private TimedChunks() {}

    /** A first try on a slot of the one process there is. */
    static ChunkTiming chunk(int index, int slot, long startNanos, long endNanos, long kernelNanos) {
        return chunk(index, "driver", slot, startNanos, endNanos, kernelNanos, 0);
    }

    /** Any chunk. */
    static ChunkTiming chunk(
            int index, String executor, int slot, long startNanos, long endNanos, long kernelNanos, int attempt) {
        return new ChunkTiming(
                index,
                new RowRange(index, 1, 1),
                executor,
                "host",
                slot,
                startNanos,
                endNanos,
                kernelNanos,
                new Work(ITERATIONS, ITERATIONS, "test"),
                0,
                attempt);
    }

    /** Up to 20 chunks on up to six slots of two processes: overlapping, early, late, tried again, in any order. */
    static List<ChunkTiming> wild(Draw draw) {
        return draw.list(1, 20, () -> {
            int index = draw.integer(0, 15);
            String executor = draw.pick("1", "2");
            int slot = draw.integer(0, 2);
            long start = draw.integer(-100, 1100);
            long length = draw.integer(0, 300);
            return chunk(index, executor, slot, start, start + length, draw.integer(1, 300), draw.integer(0, 2));
        });
    }

    /** Runs of 1 to 30 chunks, next chunk to the slot that is free first, with overhead before and in each. */
    static Run run(Draw draw) {
        int workers = draw.integer(1, 8);
        long[] free = new long[workers];
        List<ChunkTiming> chunks = new ArrayList<>();
        long lastEnd = 0;
        for (int rest = draw.integer(1, 30); rest > 0; rest--) {
            int slot = 0;
            for (int other = 1; other < workers; other++) {
                slot = free[other] < free[slot] ? other : slot;
            }
            long start = free[slot] + draw.integer(0, 50);
            long kernelNanos = draw.integer(1, 51);
            free[slot] = start + kernelNanos + draw.integer(0, 50);
            lastEnd = Math.max(lastEnd, free[slot]);
            chunks.add(chunk(chunks.size(), slot, start, free[slot], kernelNanos));
        }
        return new Run(chunks, workers, lastEnd + draw.integer(1, 40));
    }

    /** What an engine would have measured if it existed. */
    record Run(List<ChunkTiming> chunks, int workers, long wallNanos) {}
}
