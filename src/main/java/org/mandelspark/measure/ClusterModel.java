package org.mandelspark.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mandelspark.schedule.ListScheduling;
import org.mandelspark.schedule.Overheads;
import org.mandelspark.schedule.Replay;

/**
 * Overheads that an engine adds to the chunks it executes, learnt from measured runs; they give the time that a list of
 * chunks takes with it on any number of workers.
 *
 * @param startNanos from the engine's call to the start of the first chunk
 * @param dispatchNanos least time between the starts of two chunks, whoever starts them: the dispatcher's rate
 * @param taskNanos time that a chunk takes its worker besides its kernel
 * @param gatherNanosPerByte of results: one driver receives all of them; 0 where nothing travels
 * @param endNanos from the end of the last chunk to the stitched array
 */
public record ClusterModel(
        double startNanos, double dispatchNanos, double taskNanos, double gatherNanosPerByte, double endNanos) {
    /** An engine that adds nothing: what the schedule alone allows. */
    public static final ClusterModel IDEAL = new ClusterModel(0, 0, 0, 0, 0);

    /** Chunks a worker from which on a run has enough gaps to show what a task costs. */
    private static final int TELLING = 4;

    /**
     * The model of an engine.
     *
     * @param measured runs of one engine, at least one
     * @param empty runs of chunks that cost nothing; the fastest gives the dispatcher's rate, without any it is not limited
     * @param heavy runs of chunks that are nothing but results; the fastest gives the rate of the gather, without any it
     *     is not limited
     */
    public static ClusterModel of(
            List<? extends TimedRun> measured, List<? extends TimedRun> empty, List<? extends TimedRun> heavy) {
        List<? extends TimedRun> telling = measured.stream()
                .filter(run -> run.chunks().size() >= TELLING * run.workers())
                .toList();
        return new ClusterModel(
                median(measured, ClusterModel::firstStart),
                least(empty, ClusterModel::startInterval),
                median(
                        telling.isEmpty() ? measured : telling,
                        run -> run.ledger().taskNanos(run.chunks().size())),
                least(heavy, run -> run.resultBytes() == 0 ? 0 : run.wallNanos() / (double) run.resultBytes()),
                median(measured, run -> Math.max(0, run.wallNanos() - lastEnd(run))));
    }

    /**
     * Time from the engine's call to the stitched array.
     *
     * <p>Results are received one after another, from when the first chunk may have ended.
     *
     * @param chunkNanos kernel times in the plan's order
     * @param workers how many there are
     * @param resultBytes of all chunks together
     */
    public double makespanNanos(double[] chunkNanos, int workers, double resultBytes) {
        double computed =
                ListScheduling.makespanNanos(chunkNanos, workers, new Overheads(startNanos, dispatchNanos, taskNanos));
        double shortest = Arrays.stream(chunkNanos).min().orElse(0);
        double gathered = startNanos + taskNanos + shortest + resultBytes * gatherNanosPerByte;
        return Math.max(computed, gathered) + endNanos;
    }

    /** Workers and times of the chunks of {@link #makespanNanos}, since the engine's call. */
    public Replay replay(double[] chunkNanos, int workers) {
        return ListScheduling.replay(chunkNanos, workers, new Overheads(startNanos, dispatchNanos, taskNanos));
    }

    private static double firstStart(TimedRun run) {
        return Math.max(
                0, run.chunks().stream().mapToLong(TimedTask::startNanos).min().orElseThrow());
    }

    private static long lastEnd(TimedRun run) {
        return run.chunks().stream().mapToLong(TimedTask::endNanos).max().orElseThrow();
    }

    private static double startInterval(TimedRun run) {
        long[] starts =
                run.chunks().stream().mapToLong(TimedTask::startNanos).sorted().toArray();
        return starts.length < 2 ? 0 : (starts[starts.length - 1] - starts[0]) / (starts.length - 1.0);
    }

    private static double median(List<? extends TimedRun> runs, ToDoubleFunction<TimedRun> figure) {
        return Spread.of(runs.stream().mapToDouble(figure).toArray()).median();
    }

    private static double least(List<? extends TimedRun> runs, ToDoubleFunction<TimedRun> figure) {
        return runs.stream().mapToDouble(figure).min().orElse(0);
    }
}
