package org.mandelspark.measure.application;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mandelspark.schedule.FreeWorkers;

/** Slots of a replay, taken in the order in which they become free; some come later, some leave. */
final class SlotPool {
    private final FreeWorkers free;
    private final double[] leave;
    private int staying;

    private SlotPool(double[] from, double[] leave) {
        this.free = new FreeWorkers(from);
        this.leave = leave;
        this.staying = from.length;
    }

    /** So many slots from the beginning to the end. */
    static SlotPool of(int slots) {
        double[] leave = new double[slots];
        Arrays.fill(leave, Double.POSITIVE_INFINITY);
        return new SlotPool(new double[slots], leave);
    }

    /**
     * The slots of executors as they came and went. Those that stayed to the end of the application stay.
     *
     * @param executors at least one
     */
    static SlotPool of(List<Executor> executors, long applicationEndMs) {
        List<Executor> sorted = executors.stream()
                .sorted(Comparator.comparingLong(Executor::startMs))
                .toList();
        int slots = sorted.stream().mapToInt(Executor::slots).sum();
        double[] from = new double[slots];
        double[] leave = new double[slots];
        int slot = 0;
        for (Executor executor : sorted) {
            Arrays.fill(from, slot, slot + executor.slots(), (double) executor.startMs());
            Arrays.fill(
                    leave,
                    slot,
                    slot + executor.slots(),
                    executor.endMs() < applicationEndMs ? (double) executor.endMs() : Double.POSITIVE_INFINITY);
            slot += executor.slots();
        }
        return new SlotPool(from, leave);
    }

    /** Time from a given one on when a slot is free; those that have left by then are out. */
    double freeMs(double fromMs) {
        while (true) {
            double ms = Math.max(fromMs, free.firstFreeNanos());
            if (ms < leave[free.first()] || staying == 0) {
                return ms;
            }
            staying--;
            if (staying == 0) {
                // The replay is later than the application was: its last executors wait for it.
                leave[free.first()] = Double.POSITIVE_INFINITY;
                staying = 1;
            } else {
                free.occupyFirst(Double.POSITIVE_INFINITY);
            }
        }
    }

    /** Gives the slot that is free first something to do. */
    void occupy(double untilMs) {
        free.occupyFirst(untilMs);
    }
}
