package org.mandelspark.measure;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
    static Arbitrary<List<ChunkTiming>> wild() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.of("1", "2"),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(-100, 1100),
                        Arbitraries.longs().between(0, 300),
                        Arbitraries.longs().between(1, 300),
                        Arbitraries.integers().between(0, 2))
                .as((index, executor, slot, start, length, kernel, attempt) ->
                        chunk(index, executor, slot, start, start + length, kernel, attempt))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    /** Runs of 1 to 30 chunks, next chunk to the slot that is free first, with overhead before and in each. */
    static Arbitrary<Run> runs() {
        Arbitrary<List<long[]>> costs = Arbitraries.longs()
                .between(0, 50)
                .array(long[].class)
                .ofSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        costs,
                        Arbitraries.longs().between(1, 40))
                .as(TimedChunks::run);
    }

    private static Run run(int workers, List<long[]> costs, long stitchNanos) {
        long[] free = new long[workers];
        List<ChunkTiming> chunks = new ArrayList<>();
        long lastEnd = 0;
        for (long[] cost : costs) {
            int slot = 0;
            for (int other = 1; other < workers; other++) {
                slot = free[other] < free[slot] ? other : slot;
            }
            long start = free[slot] + cost[0];
            long kernelNanos = cost[1] + 1;
            free[slot] = start + kernelNanos + cost[2];
            lastEnd = Math.max(lastEnd, free[slot]);
            chunks.add(chunk(chunks.size(), slot, start, free[slot], kernelNanos));
        }
        return new Run(chunks, workers, lastEnd + stitchNanos);
    }

    /** What an engine would have measured if it existed. */
    record Run(List<ChunkTiming> chunks, int workers, long wallNanos) {}
}
