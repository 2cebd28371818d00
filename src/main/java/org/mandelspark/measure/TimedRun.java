package org.mandelspark.measure;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.mandelspark.schedule.ListScheduling;
import org.mandelspark.schedule.Overheads;
import org.mandelspark.schedule.Replay;

/** The execution of a list of chunks by some workers: what is measured of it, and what follows from that. */
public interface TimedRun {
    /** Reasons why a run is void, for messages. */
    String WHY_VOID = "events of tasks were lost, or workers joined while it ran";

    /** The time that every study compares. Planning includes the pilot of a schedule that takes one. */
    String TIMED_REGION = "from the beginning of planning to the stitched array";

    /** Costs of the chunks, in the order of the plan; at least one. */
    List<? extends TimedTask> chunks();

    /** Chunks computed at once, at least 1. */
    int workers();

    /**
     * Time from the beginning of planning, a pilot included, to the engine's call, in nanoseconds; counted in the
     * total.
     */
    long planNanos();

    /** Time from the engine's call to the stitched array, in nanoseconds. */
    long wallNanos();

    /** Time before the planning for what all units need, of deep views: the reference, in nanoseconds. */
    default long referenceNanos() {
        return 0;
    }

    /** Time before the planning for the table of the reference's blocks, in nanoseconds. */
    default long tableNanos() {
        return 0;
    }

    /** The run that computed what this one left open, if there was something. */
    default Optional<? extends TimedRun> rest() {
        return Optional.empty();
    }

    /** Core time around the chunks. */
    TaskOverheads overheads();

    /**
     * Chunks whose end was reported to the engine; fewer than there are make the run void, as do more workers at once
     * than it had.
     */
    int tasksSeen();

    /** True if its account cannot be trusted: {@link #WHY_VOID}. */
    default boolean isVoid() {
        return tasksSeen() != chunks().size() || new SlotLanes(chunks(), workers()).count() > workers();
    }

    /** The time that is compared: {@value #TIMED_REGION}. */
    default double totalSeconds() {
        long nanos = referenceNanos() + tableNanos() + planNanos() + wallNanos();
        return nanos / (double) TimeUnit.SECONDS.toNanos(1)
                + rest().map(TimedRun::totalSeconds).orElse(0.0);
    }

    /** Core time spent on what the chunks are for, without {@link #rest}: in the kernel, and where they write what they compute, on that. */
    default double workSeconds() {
        return chunks().stream().mapToLong(TimedTask::workNanos).sum() / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Sum over the chunks. */
    default long iterations() {
        return chunks().stream().mapToLong(chunk -> chunk.iterations()).sum()
                + rest().map(TimedRun::iterations).orElse(0L);
    }

    /** Bytes of results that travelled to the driver. */
    long resultBytes();

    /** {@link TimedTask#workNanos} of the chunks, in the plan's order. */
    default double[] chunkNanos() {
        return chunks().stream().mapToDouble(TimedTask::workNanos).toArray();
    }

    /** Use of core time. */
    default Ledger ledger() {
        Ledger own = Ledger.of(chunks(), workers(), wallNanos(), planNanos(), overheads());
        Map<Ledger.Account, Long> more = new EnumMap<>(Ledger.Account.class);
        if (referenceNanos() + tableNanos() > 0) {
            more.put(Ledger.Account.REFERENCE, workers() * referenceNanos());
            more.put(Ledger.Account.TABLE, workers() * tableNanos());
        }
        Ledger prepared = own.plus(more);
        return rest().map(rest -> prepared.plus(rest.ledger().amounts())).orElse(prepared);
    }

    /** Factors of the efficiency. Planning counts as time in which nothing useful is done. */
    default PopMetrics pop() {
        return PopMetrics.of(chunks(), workers(), planNanos() + wallNanos());
    }

    /** Times that no schedule of these chunks can undercut, and that none exceeds except by overhead. */
    default Bounds bounds() {
        return Bounds.of(workers(), chunkNanos());
    }

    /** {@link TimedTask#workNanos} a slot, slots without a chunk included. */
    default Imbalance imbalance() {
        return Imbalance.of(RunTimeline.of(chunks(), workers(), wallNanos()).workNanos());
    }

    /**
     * The worker that computed each chunk, from 0, in the plan's order; one that took a dead one's place is the same.
     */
    default int[] lanes() {
        SlotLanes lanes = new SlotLanes(chunks(), workers());
        return chunks().stream().mapToInt(lanes::laneOf).toArray();
    }

    /**
     * The chunks as measured on another number of workers, each with the core time that a task of this run took besides
     * its kernel on average, after the same planning.
     */
    default Replay replay(int virtualWorkers) {
        return ListScheduling.replay(
                chunkNanos(), virtualWorkers, new Overheads(planNanos(), 0, ledger().taskNanos(chunks().size())));
    }

    /**
     * The run, of several, whose time is nearest to their median, or the faster of two: whatever is said of one run.
     */
    static <R extends TimedRun> R median(List<R> runs) {
        return median(runs, TimedRun::totalSeconds);
    }

    /** The run in the middle by a given time. Of an even number of runs, the faster of the two middle ones. */
    static <R extends TimedRun> R median(List<R> runs, ToDoubleFunction<R> time) {
        return runs.stream().sorted(Comparator.comparingDouble(time)).toList().get((runs.size() - 1) / 2);
    }

    /** Spread of the times of several runs, in seconds. */
    static Spread spread(List<? extends TimedRun> runs) {
        return Spread.of(runs.stream().mapToDouble(TimedRun::totalSeconds).toArray());
    }
}
