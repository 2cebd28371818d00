package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.Replay;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.study.BalanceResult.Row;

/**
 * Times and workers of the chunks: as the engine executed them, or as they were replayed on virtual workers.
 *
 * @param workers number of lanes
 * @param endSeconds when the array was stitched; of a replay, when the last chunk ended
 * @param spans one for each chunk, in the plan's order
 */
record Lanes(int workers, double endSeconds, List<Span> spans) {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    Lanes {
        spans = List.copyOf(spans);
    }

    /** The lanes of a row's median run. */
    static Lanes of(Row row) {
        return row.origin() == Origin.SIMULATED ? replayed(row.median(), row.workers()) : executed(row.median());
    }

    /** The lanes of a run as the engine executed it. */
    static Lanes executed(Run run) {
        int[] lanes = run.lanes();
        List<Span> spans = new ArrayList<>();
        for (ChunkTiming chunk : run.chunks()) {
            spans.add(new Span(
                    lanes[spans.size()],
                    (run.planNanos() + chunk.startNanos()) / NANOS,
                    (run.planNanos() + chunk.endNanos()) / NANOS));
        }
        return new Lanes(run.workers(), run.totalSeconds(), spans);
    }

    private static Lanes replayed(Run run, int workers) {
        Replay replay = run.replay(workers);
        return new Lanes(
                workers,
                replay.makespanNanos() / NANOS,
                IntStream.range(0, replay.chunks())
                        .mapToObj(chunk -> new Span(
                                replay.worker(chunk),
                                (replay.endNanos(chunk)
                                                - run.chunks().get(chunk).usefulNanos())
                                        / NANOS,
                                replay.endNanos(chunk) / NANOS))
                        .toList());
    }

    /** Part of all core time from the end of each lane's last chunk to the end of the last chunk of all. */
    double tailShare() {
        double[] lastEnd = new double[workers];
        double end = 0;
        for (Span span : spans) {
            lastEnd[span.worker()] = Math.max(lastEnd[span.worker()], span.endSeconds());
            end = Math.max(end, span.endSeconds());
        }
        return (workers * end - Arrays.stream(lastEnd).sum()) / (workers * endSeconds);
    }

    /** The seconds of every repeat of a row, measured or replayed as the row is. */
    static double[] repeatSeconds(BalanceResult result, Row row) {
        DoubleStream seconds = result.runs().stream()
                .filter(run -> run.phase() == Phase.MEASURED
                        && !run.isVoid()
                        && run.engine().equals(row.median().engine())
                        && run.schedule().equals(row.median().schedule())
                        && run.unit().equals(row.unit()))
                .mapToDouble(run -> row.origin() == Origin.SIMULATED
                        ? run.replay(row.workers()).makespanNanos() / NANOS
                        : run.totalSeconds());
        return seconds.toArray();
    }

    /**
     * A chunk on its worker, without what its task takes besides.
     *
     * @param worker lane, from 0
     * @param startSeconds since planning began
     * @param endSeconds on the same clock
     */
    record Span(int worker, double startSeconds, double endSeconds) {}
}
