package org.mandelspark.schedule;

import java.util.Arrays;

/**
 * Workers in the order in which they become free: a binary heap over primitive arrays, ordered by time, then by the
 * worker's index. Only its first element ever changes, and only to a later time. Any unit of time will do.
 */
public final class FreeWorkers {
    private final double[] freeNanos;
    private final int[] workers;

    /** All workers, free at the same time. */
    public FreeWorkers(int count, double fromNanos) {
        freeNanos = new double[count];
        Arrays.fill(freeNanos, fromNanos);
        workers = new int[count];
        Arrays.setAll(workers, worker -> worker);
    }

    /**
     * Workers that become free one after another.
     *
     * @param fromNanos when each of them does, not descending; at least one
     */
    public FreeWorkers(double[] fromNanos) {
        freeNanos = fromNanos.clone();
        workers = new int[fromNanos.length];
        // What ascends is a heap.
        Arrays.setAll(workers, worker -> worker);
    }

    /** The worker that is free first, the lowest of several. */
    public int first() {
        return workers[0];
    }

    /** Time when that worker is free. */
    public double firstFreeNanos() {
        return freeNanos[0];
    }

    /** Makes that worker busy until {@code untilNanos}. */
    public void occupyFirst(double untilNanos) {
        int worker = workers[0];
        int hole = 0;
        while (true) {
            int child = 2 * hole + 1;
            if (child >= workers.length) {
                break;
            }
            if (child + 1 < workers.length
                    && isBefore(freeNanos[child + 1], workers[child + 1], freeNanos[child], workers[child])) {
                child++;
            }
            if (isBefore(untilNanos, worker, freeNanos[child], workers[child])) {
                break;
            }
            freeNanos[hole] = freeNanos[child];
            workers[hole] = workers[child];
            hole = child;
        }
        freeNanos[hole] = untilNanos;
        workers[hole] = worker;
    }

    private static boolean isBefore(double nanos, int worker, double otherNanos, int otherWorker) {
        return nanos < otherNanos || (nanos == otherNanos && worker < otherWorker);
    }
}
