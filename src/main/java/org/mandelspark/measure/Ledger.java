package org.mandelspark.measure;

import java.util.List;

/**
 * Use of the cores throughout a run: core time in nanoseconds that adds up to p times the wall time.
 *
 * <p>Time on a slot belongs to the launch until its first chunk begins, is in a chunk or a gap between chunks until its
 * last chunk ends, and is idle until the last chunk of all ends. A slot without any chunk belongs to the launch until
 * every other slot has begun, because until then it might have got a chunk, and is idle afterwards.
 *
 * <p>Engines report the time to deserialise tasks and to serialise results as sums. The first task of each slot is
 * deserialised before its first chunk, and the last result serialised after its last chunk. So the mean for a task is
 * taken out of each used slot's launch and out of what follows its last chunk, as far as it fits in there; the rest of
 * the sums is taken out of the gaps, as far as they last. So every moment of every slot is counted at least once, and
 * the residual subtracts what was counted twice.
 *
 * @param planNanos p times the planning before the engine was called
 * @param launchNanos before the first chunk of each slot
 * @param kernelNanos useful time
 * @param inTaskRestNanos in chunks but outside the kernel: allocation and packing
 * @param deserialiseNanos of tasks
 * @param serialiseNanos of results
 * @param dispatchGapNanos between chunks of a slot: waiting for the next task
 * @param tailIdleNanos after the last chunk of a slot, waiting for the slot that ends last: imbalance
 * @param fetchAndStitchNanos p times the time from the last end to the stitched array
 * @param residualNanos at most 0: chunks that seem to overlap or to lie outside of the run, for clocks disagree, kernels
 *     that seem longer than their chunk, and overheads that do not fit where they must have been
 */
public record Ledger(
        long planNanos,
        long launchNanos,
        long kernelNanos,
        long inTaskRestNanos,
        long deserialiseNanos,
        long serialiseNanos,
        long dispatchGapNanos,
        long tailIdleNanos,
        long fetchAndStitchNanos,
        long residualNanos) {
    public Ledger {
        long counted = 0;
        for (long nanos : new long[] {
            planNanos,
            launchNanos,
            kernelNanos,
            inTaskRestNanos,
            deserialiseNanos,
            serialiseNanos,
            dispatchGapNanos,
            tailIdleNanos,
            fetchAndStitchNanos
        }) {
            if (nanos < 0) {
                throw new IllegalArgumentException("core time must be at least 0 ns, not " + nanos);
            }
            counted += nanos;
        }
        if (residualNanos > 0 || counted + residualNanos < 1) {
            throw new IllegalArgumentException("a residual must be at most 0 ns and leave some of " + counted
                    + " ns, which " + residualNanos + " does not");
        }
    }

    /**
     * The ledger of a run.
     *
     * @param chunks at least one, their times since the engine was called; of retried ones the last attempt counts, and
     *     what the others took is in the launch or a gap
     * @param workers number of slots p, at least as many as the chunks used at once
     * @param wallNanos from the engine's call to the stitched array, greater than 0
     * @param planNanos from the beginning of planning to the engine's call, at least 0
     * @param overheads sums over all tasks
     */
    public static Ledger of(
            List<ChunkTiming> chunks, int workers, long wallNanos, long planNanos, TaskOverheads overheads) {
        if (planNanos < 0) {
            throw new IllegalArgumentException("planning must take at least 0 ns, not " + planNanos);
        }
        RunTimeline run = RunTimeline.of(chunks, workers, wallNanos);
        long deserialiseMean = overheads.deserialiseNanos() / run.chunks().size();
        long serialiseMean = overheads.serialiseNanos() / run.chunks().size();
        long lastEnd = Math.min(wallNanos, run.lastEndNanos());
        long launch = run.unusedSlots() * run.lastFirstStartNanos();
        long tailIdle = run.unusedSlots() * Math.max(0, lastEnd - run.lastFirstStartNanos());
        long fetchAndStitch = workers * (wallNanos - lastEnd);
        long kernel = 0;
        long inTaskRest = 0;
        long gaps = 0;
        long overheadInGaps = overheads.deserialiseNanos() + overheads.serialiseNanos();
        for (SlotTimeline slot : run.slots()) {
            long idle = Math.max(0, lastEnd - slot.lastEndNanos());
            long fromLaunch = Math.min(deserialiseMean, slot.firstStartNanos());
            long fromIdle = Math.min(serialiseMean, idle);
            long fromFetch = Math.min(serialiseMean - fromIdle, wallNanos - lastEnd);
            launch += slot.firstStartNanos() - fromLaunch;
            kernel += slot.kernelNanos();
            inTaskRest += slot.inTaskRestNanos();
            gaps += slot.gapNanos();
            tailIdle += idle - fromIdle;
            fetchAndStitch -= fromFetch;
            overheadInGaps -= fromLaunch + fromIdle + fromFetch;
        }
        long dispatchGap = Math.max(0, gaps - overheadInGaps);
        long counted = launch
                + kernel
                + inTaskRest
                + overheads.deserialiseNanos()
                + overheads.serialiseNanos()
                + dispatchGap
                + tailIdle
                + fetchAndStitch;
        return new Ledger(
                workers * planNanos,
                launch,
                kernel,
                inTaskRest,
                overheads.deserialiseNanos(),
                overheads.serialiseNanos(),
                dispatchGap,
                tailIdle,
                fetchAndStitch,
                workers * wallNanos - counted);
    }

    /** All core time: p times the wall time with planning. */
    public long totalNanos() {
        return planNanos
                + launchNanos
                + kernelNanos
                + inTaskRestNanos
                + deserialiseNanos
                + serialiseNanos
                + dispatchGapNanos
                + tailIdleNanos
                + fetchAndStitchNanos
                + residualNanos;
    }

    /**
     * Core time of one task besides its kernel, on average: what is in tasks but outside the kernel, around chunks, and
     * between them.
     *
     * @param tasks how many there were, at least 1
     */
    public double taskNanos(int tasks) {
        return (inTaskRestNanos + deserialiseNanos + serialiseNanos + dispatchGapNanos) / (double) tasks;
    }

    /** Every part in the order of a run, the residual last; their shares add up to 1. */
    public List<Part> parts() {
        return List.of(
                part("plan", planNanos),
                part("launch", launchNanos),
                part("kernel", kernelNanos),
                part("in-task rest", inTaskRestNanos),
                part("deserialise", deserialiseNanos),
                part("serialise", serialiseNanos),
                part("dispatch gap", dispatchGapNanos),
                part("tail idle", tailIdleNanos),
                part("fetch and stitch", fetchAndStitchNanos),
                part("residual", residualNanos));
    }

    private Part part(String name, long nanos) {
        return new Part(name, nanos, nanos / (double) totalNanos());
    }

    /**
     * A line of the ledger.
     *
     * @param name what the time went to
     * @param nanos core time
     * @param share of the total; that of the residual may be below 0
     */
    public record Part(String name, long nanos, double share) {}
}
