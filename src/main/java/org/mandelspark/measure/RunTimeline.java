package org.mandelspark.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.mandelspark.grid.Counted;

/**
 * The chunks of a run in order of their start, once as a whole and once slot by slot.
 *
 * @param chunks every chunk once
 * @param slots those that computed something
 * @param unusedSlots number of those that computed nothing
 */
record RunTimeline(List<TimedTask> chunks, List<SlotTimeline> slots, int unusedSlots) {
    private static final Comparator<TimedTask> BY_START =
            Comparator.comparingLong(TimedTask::startNanos).thenComparingInt(TimedTask::index);

    /**
     * Sorts out the chunks of a run. A chunk that was tried more than once counts with its last attempt; what the
     * others took is time of their slot without a chunk.
     *
     * @param timings at least one
     * @param workers number of slots, at least as many as were used at once
     * @param wallNanos of the run, greater than 0
     */
    static RunTimeline of(List<? extends TimedTask> timings, int workers, long wallNanos) {
        if (timings.isEmpty()) {
            throw new IllegalArgumentException("a run must have at least 1 chunk");
        }
        if (wallNanos < 1) {
            throw new IllegalArgumentException("a run must take at least 1 ns, not " + wallNanos);
        }
        timings.forEach(RunTimeline::requirePossible);
        List<TimedTask> chunks = lastAttempts(timings).stream().sorted(BY_START).toList();
        SlotLanes lanes = new SlotLanes(chunks, workers);
        if (lanes.count() > workers) {
            throw new IllegalArgumentException("the chunks ran on " + Counted.of(lanes.count(), "slot")
                    + " at once, which must not be more than " + Counted.of(workers, "worker"));
        }
        Map<Integer, List<TimedTask>> bySlot = new LinkedHashMap<>();
        for (TimedTask chunk : chunks) {
            bySlot.computeIfAbsent(lanes.laneOf(chunk), lane -> new ArrayList<>())
                    .add(chunk);
        }
        List<SlotTimeline> slots =
                bySlot.values().stream().map(SlotTimeline::new).toList();
        return new RunTimeline(chunks, slots, workers - slots.size());
    }

    /** {@link TimedTask#workNanos} of each slot, that of the unused ones last. */
    double[] workNanos() {
        return DoubleStream.concat(
                        slots.stream().mapToDouble(SlotTimeline::workNanos),
                        DoubleStream.generate(() -> 0).limit(unusedSlots))
                .toArray();
    }

    /** Time when every slot that was used had begun, at least 0. */
    long lastFirstStartNanos() {
        return slots.stream().mapToLong(SlotTimeline::firstStartNanos).max().orElseThrow();
    }

    /** Time when the last chunk of all ended, at least 0. */
    long lastEndNanos() {
        return slots.stream().mapToLong(SlotTimeline::lastEndNanos).max().orElseThrow();
    }

    private static Collection<TimedTask> lastAttempts(List<? extends TimedTask> timings) {
        return timings.stream()
                .collect(Collectors.<TimedTask, Integer, TimedTask>toMap(
                        TimedTask::index,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(TimedTask::attempt))))
                .values();
    }

    private static void requirePossible(TimedTask chunk) {
        if (chunk.endNanos() < chunk.startNanos()) {
            throw new IllegalArgumentException("chunk " + chunk.index() + " must not end before it begins: "
                    + chunk.startNanos() + " to " + chunk.endNanos() + " ns");
        }
        if (chunk.usefulNanos() < 0) {
            throw new IllegalArgumentException(
                    "chunk " + chunk.index() + " must spend at least 0 ns in the kernel, not " + chunk.usefulNanos());
        }
    }
}
