package org.mandelspark.measure;

import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * Losses of efficiency of a run, as factors whose product it is: the metrics of the Performance Optimisation and
 * Productivity centre (POP), with a core slot for a process and {@link TimedTask#workNanos} for useful time.
 *
 * <p>A slot that was never used has no useful time and still counts. With T the wall time and T_ideal that of a replay
 * of the measured work without any overhead: in order of start, the next chunk to the worker that is free
 * first. All factors but the last figure lie between 0 and 1, except as said.
 *
 * <p>Rosas, Giménez and Labarta, Scalability Prediction for Fundamental Performance Factors (Supercomputing Frontiers
 * and Innovations 1(2), 2014), who replay with the chunks bound to their process.
 *
 * @param loadBalance mean(useful)/max(useful)
 * @param serialisationEfficiency max(useful)/T_ideal: 1 if the replay loads its busiest worker as much as the run did,
 *     less if it loads it more. Above 1 if it gives to another worker what the run made its busiest slot do
 * @param transferEfficiency T_ideal/T: what overhead costs. Above 1 only if clocks disagree
 * @param iterationsPerCoreSecond computation scaling: iterations for each second of useful time; if it falls with the
 *     number of workers, the cores slow each other down
 */
public record PopMetrics(
        double loadBalance, double serialisationEfficiency, double transferEfficiency, double iterationsPerCoreSecond) {
    public PopMetrics {
        for (double factor : new double[] {loadBalance, serialisationEfficiency, transferEfficiency}) {
            if (!(factor > 0 && Double.isFinite(factor))) {
                throw new IllegalArgumentException("an efficiency must be finite and greater than 0, not " + factor);
            }
        }
        if (!(iterationsPerCoreSecond >= 0 && Double.isFinite(iterationsPerCoreSecond))) {
            throw new IllegalArgumentException(
                    "iterations per core-second must be finite and at least 0, not " + iterationsPerCoreSecond);
        }
    }

    /**
     * The metrics of a run.
     *
     * @param chunks at least one, and not all of them without useful time; of retried ones the last attempt counts
     * @param workers number of slots p, at least as many as the chunks used at once
     * @param wallNanos T, greater than 0
     */
    public static PopMetrics of(List<? extends TimedTask> chunks, int workers, long wallNanos) {
        RunTimeline run = RunTimeline.of(chunks, workers, wallNanos);
        double[] useful = run.workNanos();
        double totalNanos = LoadSummary.of(useful).getSum();
        double maxNanos = LoadSummary.of(useful).getMax();
        double idealNanos = idealNanos(run.chunks(), workers);
        long iterations =
                run.chunks().stream().mapToLong(chunk -> chunk.iterations()).sum();
        return new PopMetrics(
                1 / Imbalance.of(useful).lif(),
                maxNanos / idealNanos,
                idealNanos / wallNanos,
                iterations / (totalNanos / TimeUnit.SECONDS.toNanos(1)));
    }

    /** max(useful)/T, the product of serialisation and transfer efficiency. */
    public double communicationEfficiency() {
        return serialisationEfficiency * transferEfficiency;
    }

    /** mean(useful)/T, the product of load balance and communication efficiency. */
    public double parallelEfficiency() {
        return loadBalance * communicationEfficiency();
    }

    /** Time of a replay without overhead: each chunk, in the given order, goes to the worker that is free first. */
    private static long idealNanos(List<? extends TimedTask> inOrderOfStart, int workers) {
        PriorityQueue<Long> freeAtNanos = new PriorityQueue<>();
        for (int worker = 0; worker < workers; worker++) {
            freeAtNanos.add(0L);
        }
        long lastEnd = 0;
        for (TimedTask chunk : inOrderOfStart) {
            long end = freeAtNanos.remove() + chunk.workNanos();
            freeAtNanos.add(end);
            lastEnd = Math.max(lastEnd, end);
        }
        return lastEnd;
    }
}
