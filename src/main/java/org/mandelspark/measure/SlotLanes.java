package org.mandelspark.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the workers of a run by the core slots that its chunks name.
 *
 * <p>A slot is a worker, but where a process died and another took its place, the slots of both are one worker: a run
 * that names more slots than it had workers makes a slot the successor of one whose last chunk ended before its own
 * first one began. In order of their beginnings, each into any lane that is free, slots need as many lanes as there are
 * at once and no more (interval partitioning).
 */
final class SlotLanes {
    /** A core slot of one process; slots of several processes have the same numbers. */
    private record Slot(String executor, int number) {
        static Slot of(TimedTask chunk) {
            return new Slot(chunk.executor(), chunk.slot());
        }
    }

    private record Span(Slot slot, long firstStartNanos, long lastEndNanos) {
        Span and(Span later) {
            return new Span(
                    slot, Math.min(firstStartNanos, later.firstStartNanos), Math.max(lastEndNanos, later.lastEndNanos));
        }
    }

    private static final Comparator<Slot> BY_NAME =
            Comparator.comparing(Slot::executor).thenComparingInt(Slot::number);

    private final Map<Slot, Integer> laneOfSlot = new HashMap<>();
    private final int count;

    /**
     * The lanes of a run.
     *
     * @param chunks of which one attempt each counts
     * @param workers that the run had
     */
    SlotLanes(Collection<? extends TimedTask> chunks, int workers) {
        Map<Slot, Span> bySlot = new LinkedHashMap<>();
        for (TimedTask chunk : chunks) {
            Slot slot = Slot.of(chunk);
            bySlot.merge(slot, new Span(slot, chunk.startNanos(), chunk.endNanos()), Span::and);
        }
        List<List<Span>> lanes = new ArrayList<>();
        bySlot.values().stream()
                .sorted(Comparator.comparingLong(Span::firstStartNanos).thenComparing(Span::slot, BY_NAME))
                .forEach(span -> laneFor(span, lanes, workers).add(span));
        lanes.sort(Comparator.comparing(lane -> lane.get(0).slot(), BY_NAME));
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (Span span : lanes.get(lane)) {
                laneOfSlot.put(span.slot(), lane);
            }
        }
        count = lanes.size();
    }

    /** Number of workers that computed something; more than there were if their slots overlap. */
    int count() {
        return count;
    }

    /** The worker that computed a chunk, from 0, in order of the names of processes. */
    int laneOf(TimedTask chunk) {
        return laneOfSlot.get(Slot.of(chunk));
    }

    private static List<Span> laneFor(Span span, List<List<Span>> lanes, int workers) {
        if (lanes.size() >= workers) {
            for (List<Span> lane : lanes) {
                if (lane.get(lane.size() - 1).lastEndNanos() <= span.firstStartNanos()) {
                    return lane;
                }
            }
        }
        List<Span> lane = new ArrayList<>();
        lanes.add(lane);
        return lane;
    }
}
