package org.mandelspark.measure;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.mandelspark.schedule.ListScheduling;
import org.mandelspark.schedule.Overheads;
import org.mandelspark.schedule.Replay;

/**
 * One execution of a plan in a study, as far as anything is computed from it.
 *
 * @param phase what it is for
 * @param repeat which run of its configuration and phase, from 1
 * @param engine name of what executed the chunks
 * @param schedule name of the rule that cut them
 * @param workers chunks computed at once
 * @param planNanos from the beginning of planning, a pilot included, to the engine's call; counted in the total
 * @param wallNanos from the engine's call to the stitched array
 * @param checksum of the cells
 * @param chunks what each cost, in the plan's order
 * @param overheads core time around the chunks
 * @param tasksSeen chunks whose end the engine was told of; fewer than there are make the run void, as do more workers at
 *     once than it had
 * @param extra attempts beyond one for each chunk
 */
public record MeasuredRun(
        Phase phase,
        int repeat,
        String engine,
        String schedule,
        int workers,
        long planNanos,
        long wallNanos,
        String checksum,
        List<ChunkTiming> chunks,
        TaskOverheads overheads,
        int tasksSeen,
        ExtraAttempts extra) {
    /** What makes a run void, for messages. */
    public static final String WHY_VOID = "events of tasks were lost, or workers joined while it ran";

    /** The time that every study compares. Planning includes the pilot of a schedule that takes one. */
    public static final String TIMED_REGION = "from the beginning of planning to the stitched array";

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    public MeasuredRun {
        chunks = List.copyOf(chunks);
        if (chunks.isEmpty()) {
            throw new IllegalArgumentException("a run has at least one chunk");
        }
        if (workers < 1 || repeat < 1) {
            throw new IllegalArgumentException("workers and repeat are at least 1, not " + workers + " and " + repeat);
        }
        if (wallNanos < 1 || planNanos < 0) {
            throw new IllegalArgumentException(
                    "a run takes at least 1 ns and its plan at least 0, not " + wallNanos + " and " + planNanos);
        }
    }

    /** Whether its account cannot be trusted, {@link #WHY_VOID}. */
    public boolean isVoid() {
        return tasksSeen != chunks.size() || new SlotLanes(chunks, workers).count() > workers;
    }

    /** The time that is compared: {@value #TIMED_REGION}. */
    public double totalSeconds() {
        return (planNanos + wallNanos) / NANOS;
    }

    /** Time inside the kernel, over all chunks. */
    public double kernelSeconds() {
        return chunks.stream().mapToLong(ChunkTiming::kernelNanos).sum() / NANOS;
    }

    /** Sum over the chunks. */
    public long iterations() {
        return chunks.stream().mapToLong(chunk -> chunk.work().iterations()).sum();
    }

    /** What was really executed, summed over the chunks. */
    public long steps() {
        return chunks.stream().mapToLong(chunk -> chunk.work().steps()).sum();
    }

    /** What computed the chunks, distinct and sorted; more than one if executors differ. */
    public List<String> methods() {
        return chunks.stream()
                .map(chunk -> chunk.work().method())
                .distinct()
                .sorted()
                .toList();
    }

    /** Bytes that travelled, summed over the chunks. */
    public long resultBytes() {
        return chunks.stream().mapToLong(ChunkTiming::resultBytes).sum();
    }

    /** Kernel times of the chunks in nanoseconds, in the plan's order. */
    public double[] chunkNanos() {
        return chunks.stream().mapToDouble(ChunkTiming::kernelNanos).toArray();
    }

    /** Where the core time went. */
    public Ledger ledger() {
        return Ledger.of(chunks, workers, wallNanos, planNanos, overheads);
    }

    /** Where the efficiency went. Planning counts as time in which nothing useful is done. */
    public PopMetrics pop() {
        return PopMetrics.of(chunks, workers, planNanos + wallNanos);
    }

    /** What no schedule of these chunks can undercut, and what none exceeds but for overhead. */
    public Bounds bounds() {
        return Bounds.of(workers, chunkNanos());
    }

    /** Useful time a slot, slots without a chunk included. */
    public Imbalance imbalance() {
        return Imbalance.of(RunTimeline.of(chunks, workers, wallNanos).usefulNanos());
    }

    /** Which worker computed each chunk, from 0, in the plan's order; one that took a dead one's place is the same. */
    public int[] lanes() {
        SlotLanes lanes = new SlotLanes(chunks, workers);
        return chunks.stream().mapToInt(lanes::laneOf).toArray();
    }

    /**
     * The chunks as measured on another number of workers, each with the core time that a task of this run took beside its
     * kernel on average, after the same planning.
     */
    public Replay replay(int virtualWorkers) {
        return ListScheduling.replay(
                chunkNanos(), virtualWorkers, new Overheads(planNanos, 0, ledger().taskNanos(chunks.size())));
    }

    /** Of several runs the one whose time is nearest to their median, of two the faster: whatever is said of one run. */
    public static MeasuredRun median(List<MeasuredRun> runs) {
        return median(runs, MeasuredRun::totalSeconds);
    }

    /** The same by another time. With an even number the median lies half-way between two runs. */
    public static MeasuredRun median(List<MeasuredRun> runs, ToDoubleFunction<MeasuredRun> time) {
        return runs.stream().sorted(Comparator.comparingDouble(time)).toList().get((runs.size() - 1) / 2);
    }

    /** How the times of several runs spread, in seconds. */
    public static Spread spread(List<MeasuredRun> runs) {
        return Spread.of(runs.stream().mapToDouble(MeasuredRun::totalSeconds).toArray());
    }
}
