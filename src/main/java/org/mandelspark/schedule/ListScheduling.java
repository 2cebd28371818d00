package org.mandelspark.schedule;

/**
 * The model of how workers execute a list of chunks: the next chunk of the list goes to the worker that is free first,
 * the lowest of several (Graham, Bounds for certain multiprocessing anomalies, 1966).
 *
 * <p>With p workers and no overheads the makespan lies between total/p and total/p + (1 − 1/p)·longest. With
 * {@link Overheads} a chunk starts when its worker is free, the start is over and the dispatcher has been quiet for
 * its time, and takes its worker the task overhead and its cost. Takes O(n log p) for n chunks.
 */
public final class ListScheduling {
    private ListScheduling() {}

    /**
     * Time when the last chunk ends; the start overhead if there is no chunk. Allocates nothing by the chunk.
     *
     * @param costNanos cost of each chunk, finite and at least 0, in the order of the list
     * @param workers number of workers, at least 1
     */
    public static double makespanNanos(double[] costNanos, int workers, Overheads overheads) {
        return run(costNanos, workers, overheads, (chunk, worker, startNanos, endNanos, cost) -> {});
    }

    /** The same model as {@link #makespanNanos}, with every chunk kept. */
    public static Replay replay(double[] costNanos, int workers, Overheads overheads) {
        requireWorkers(workers);
        Replay replay = new Replay(costNanos.length, workers);
        return replay.finished(run(costNanos, workers, overheads, replay::executed));
    }

    private static double run(double[] costNanos, int workers, Overheads overheads, Journal journal) {
        requireWorkers(workers);
        double makespanNanos = overheads.startNanos();
        double dispatcherNanos = overheads.startNanos();
        // Idle workers are taken from the lowest on, so those beyond the number of chunks never get one.
        FreeWorkers free = new FreeWorkers(Math.max(1, Math.min(workers, costNanos.length)), overheads.startNanos());
        for (int chunk = 0; chunk < costNanos.length; chunk++) {
            if (!CostEstimate.isCost(costNanos[chunk])) {
                throw new IllegalArgumentException(
                        "the cost of chunk " + chunk + " must be finite and at least 0, not " + costNanos[chunk]);
            }
            double startNanos = Math.max(free.firstFreeNanos(), dispatcherNanos);
            double endNanos = startNanos + (overheads.taskNanos() + costNanos[chunk]);
            journal.executed(chunk, free.first(), startNanos, endNanos, costNanos[chunk]);
            free.occupyFirst(endNanos);
            dispatcherNanos = startNanos + overheads.dispatchNanos();
            makespanNanos = Math.max(makespanNanos, endNanos);
        }
        return makespanNanos;
    }

    private static void requireWorkers(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("there must be at least 1 worker, not " + workers);
        }
    }

    /** Hears of each chunk; its cost is without the overhead of its task. */
    @FunctionalInterface
    private interface Journal {
        void executed(int chunk, int worker, double startNanos, double endNanos, double costNanos);
    }
}
