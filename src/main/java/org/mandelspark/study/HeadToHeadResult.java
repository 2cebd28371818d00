package org.mandelspark.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.measure.Cost;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.Verdict;
import org.mandelspark.output.Environment;

/**
 * What a head-to-head gave.
 *
 * @param request what was asked for
 * @param checksum of the counts, the same for every run
 * @param iterations their sum, the same for every run
 * @param sessions the engines in the order in which they were started
 * @param rows one for each configuration, the baseline first
 * @param runs every run in the order in which they took place, warm-ups too
 */
public record HeadToHeadResult(
        HeadToHeadRequest request,
        String checksum,
        long iterations,
        List<Session> sessions,
        List<Row> rows,
        List<TimedRun> runs) {
    public HeadToHeadResult {
        sessions = List.copyOf(sessions);
        rows = List.copyOf(rows);
        runs = List.copyOf(runs);
    }

    /**
     * An engine from start to end.
     *
     * @param engine which
     * @param workers chunks computed at once
     * @param workersSource who decided that number
     * @param environment where it ran
     * @param startNanos what its start took, which no run contains
     */
    public record Session(
            EngineKind engine, int workers, String workersSource, Environment environment, long startNanos) {}

    /**
     * A configuration and what was measured of it.
     *
     * @param contestant the configuration
     * @param seconds from the engine's call to the stitched array
     * @param gigaIterationsPerSecond iterations of the view, nominally, over the median
     * @param speedup median of the baseline over this median
     * @param verdict whether the difference to the baseline is more than chance
     * @param steps what was really executed in one run
     * @param methods what computed the chunks
     * @param checksum of the counts of every run
     */
    public record Row(
            Contestant contestant,
            Spread seconds,
            double gigaIterationsPerSecond,
            double speedup,
            Verdict verdict,
            long steps,
            List<String> methods,
            String checksum) {}

    /** The configuration that everything is compared with. */
    public Row baseline() {
        return rows.get(0);
    }

    /** The fastest row without Spark and with one thread, by its median. */
    public Row bestSingleThread() {
        return rows.stream()
                .filter(row -> row.contestant().isSingleThread())
                .min(BY_MEDIAN)
                .orElseThrow();
    }

    /** The fastest Spark row for each number of workers, by its median. */
    public SortedMap<Integer, Row> bestSpark() {
        SortedMap<Integer, Row> best = new TreeMap<>();
        rows.stream()
                .filter(row -> row.contestant().engine() == EngineKind.SPARK)
                .sorted(BY_MEDIAN)
                .forEach(row -> best.putIfAbsent(row.contestant().workers(), row));
        return best;
    }

    /** The smallest number of workers at which Spark is shown to be faster than the best single thread, if any is. */
    public OptionalInt cost() {
        SortedMap<Integer, Spread> spark = new TreeMap<>();
        bestSpark().forEach((workers, row) -> spark.put(workers, row.seconds()));
        return Cost.workers(bestSingleThread().seconds(), spark);
    }

    /** The Spark that took part, if one did. */
    public Optional<Environment.Spark> spark() {
        return sessions.stream()
                .flatMap(session -> session.environment().spark().stream())
                .findFirst();
    }

    private static final Comparator<Row> BY_MEDIAN =
            Comparator.comparingDouble(row -> row.seconds().median());
}
