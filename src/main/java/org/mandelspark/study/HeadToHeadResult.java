package org.mandelspark.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.measure.Cost;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.measure.Verdict;
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.workload.Problem;

/**
 * Result of a head-to-head.
 *
 * @param request what was asked for
 * @param checksum of the counts, the same for every run
 * @param iterations their sum, the same for every run
 * @param sessions the engines in the order in which they were started
 * @param rows one for each configuration that has a run that is not void, the baseline first
 * @param runs every run in the order in which they took place, warm-ups too
 */
public record HeadToHeadResult(
        HeadToHeadRequest request,
        String checksum,
        long iterations,
        List<Session> sessions,
        List<Row> rows,
        List<Run> runs)
        implements StudyResult {
    public HeadToHeadResult {
        sessions = List.copyOf(sessions);
        rows = List.copyOf(rows);
        runs = List.copyOf(runs);
    }

    @Override
    public String configurationsLabel() {
        return "all engines and, on each, all kernels";
    }

    @Override
    public String configuration(Run run) {
        return Contestant.of(run).toString();
    }

    /**
     * An engine from start to end.
     *
     * @param engine which
     * @param workers chunks computed at once
     * @param workersSource who decided that number
     * @param environment where it ran
     * @param startNanos what its start took, which no run contains and no record
     */
    public record Session(
            EngineKind engine, int workers, String workersSource, Environment environment, OptionalLong startNanos) {}

    /**
     * A configuration and what was measured of it.
     *
     * @param contestant the configuration
     * @param seconds {@value TimedRun#TIMED_REGION}
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

    /**
     * Result of the runs of a study.
     *
     * @param sessions the engines
     * @param runs every run, in any order
     * @throws StudyException if the baseline has no run that can be used
     */
    static HeadToHeadResult of(HeadToHeadRequest request, List<Session> sessions, List<Run> runs) {
        Map<Contestant, List<Run>> measured = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> run.phase() == Phase.MEASURED && !run.isVoid())
                .forEach(run -> measured.computeIfAbsent(Contestant.of(run), contestant -> new ArrayList<>())
                        .add(run));
        if (!measured.containsKey(request.baseline())) {
            throw new StudyException(request.baseline() + ", with which everything is compared, was not measured");
        }
        Spread baseline = TimedRun.spread(measured.get(request.baseline()));
        List<Row> rows = measured.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(tableOrder(request)))
                .map(entry -> row(entry.getKey(), entry.getValue(), baseline))
                .toList();
        Run reference = runs.get(0);
        return new HeadToHeadResult(request, reference.checksum(), reference.iterations(), sessions, rows, runs);
    }

    private static Comparator<Contestant> tableOrder(HeadToHeadRequest request) {
        return Comparator.comparing((Contestant contestant) -> !contestant.equals(request.baseline()))
                .thenComparing(contestant -> request.kernels().indexOf(contestant.kernel()))
                .thenComparing(contestant -> request.interiors().indexOf(contestant.interior()))
                .thenComparing(contestant -> request.engines().indexOf(contestant.engine()))
                .thenComparing(Contestant::workers);
    }

    private static Row row(Contestant contestant, List<Run> measured, Spread baseline) {
        Spread seconds = TimedRun.spread(measured);
        Run first = measured.get(0);
        return new Row(
                contestant,
                seconds,
                first.iterations() / seconds.median() / 1e9,
                baseline.median() / seconds.median(),
                seconds.against(baseline),
                first.steps(),
                measured.stream()
                        .flatMap(run -> run.methods().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                first.checksum());
    }

    @Override
    public Problem<?> problem() {
        return request.computation().problem();
    }

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
