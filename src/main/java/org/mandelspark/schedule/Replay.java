package org.mandelspark.schedule;

/** Times and workers of all chunks, as {@link ListScheduling} models them; times in nanoseconds from 0. */
public final class Replay {
    private final int[] workerOf;
    private final double[] startNanos;
    private final double[] endNanos;
    private final double[] usefulNanos;
    private double makespanNanos;

    Replay(int chunks, int workers) {
        workerOf = new int[chunks];
        startNanos = new double[chunks];
        endNanos = new double[chunks];
        usefulNanos = new double[workers];
    }

    void executed(int chunk, int worker, double start, double end, double cost) {
        workerOf[chunk] = worker;
        startNanos[chunk] = start;
        endNanos[chunk] = end;
        usefulNanos[worker] += cost;
    }

    Replay finished(double makespan) {
        makespanNanos = makespan;
        return this;
    }

    /** Time when the last chunk ended. */
    public double makespanNanos() {
        return makespanNanos;
    }

    /** Number of chunks. */
    public int chunks() {
        return workerOf.length;
    }

    /** Number of workers. */
    public int workers() {
        return usefulNanos.length;
    }

    /** The worker that executed a chunk. */
    public int worker(int chunk) {
        return workerOf[chunk];
    }

    /** Time when its worker took the chunk. */
    public double startNanos(int chunk) {
        return startNanos[chunk];
    }

    /** Time when the chunk was done; the overhead of its task lies before. */
    public double endNanos(int chunk) {
        return endNanos[chunk];
    }

    /** Cost of the chunks that each worker executed, without the overhead of their tasks. */
    public double[] usefulNanos() {
        return usefulNanos.clone();
    }
}
