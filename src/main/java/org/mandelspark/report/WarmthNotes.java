package org.mandelspark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.measure.Drift;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Steadiness;
import org.mandelspark.record.Run;
import org.mandelspark.record.Warming;
import org.mandelspark.study.Contestant;
import org.mandelspark.study.GranularityResult;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.StudyResult;

/** Sentences on how warm the configurations of a study were, and whether their repeats drifted. */
final class WarmthNotes {
    private static final int MOST_NAMES = 4;

    private final boolean isTold;
    private final Map<String, List<Run>> configurations;
    private final Map<String, Warming> warming = new LinkedHashMap<>();

    WarmthNotes(StudyResult result) {
        // Head-to-heads have a column for it.
        isTold = !(result instanceof HeadToHeadResult);
        configurations = configurations(result);
        configurations.forEach((name, runs) -> warming.put(name, Warming.of(runs)));
    }

    private static Map<String, List<Run>> configurations(StudyResult result) {
        Map<String, List<Run>> configurations = new LinkedHashMap<>();
        if (result instanceof HeadToHeadResult kernels) {
            for (Run run : kernels.runs()) {
                add(run, Contestant.of(run).toString(), configurations);
            }
            return configurations;
        }
        if (result instanceof ScalingResult) {
            SortedMap<Integer, List<Run>> byWorkers = new TreeMap<>();
            for (Run run : result.runs()) {
                byWorkers
                        .computeIfAbsent(isSerial(run) ? 0 : run.workers(), none -> new ArrayList<>())
                        .add(run);
            }
            byWorkers.forEach((workers, runs) -> runs.forEach(run ->
                    add(run, workers == 0 ? "the single thread" : Format.count(workers, "worker"), configurations)));
            return configurations;
        }
        boolean isOfTasks = result instanceof GranularityResult;
        result.runs()
                .forEach(run -> add(
                        run, isOfTasks ? Format.count(run.chunks().size(), "task") : run.schedule(), configurations));
        return configurations;
    }

    private static boolean isSerial(Run run) {
        return run.engine().equals(EngineKind.SERIAL.label());
    }

    private static void add(Run run, String name, Map<String, List<Run>> configurations) {
        if (run.phase() == Phase.WARMUP || run.phase() == Phase.MEASURED) {
            configurations.computeIfAbsent(name, none -> new ArrayList<>()).add(run);
        }
    }

    /** The number of runs of each configuration that are not counted, as a phrase. */
    String counted() {
        int least = warming.values().stream().mapToInt(Warming::runs).min().orElse(0);
        int most = warming.values().stream().mapToInt(Warming::runs).max().orElse(0);
        return (least == most ? "" : least + " to ") + Format.count(most, "warm-up") + " not counted";
    }

    /** The warm-ups of a configuration; with a plus those between its repeats. */
    String warmups(String name) {
        Warming warm = warming.get(name);
        return warm.between() == 0 ? "" + warm.before() : warm.before() + "+" + warm.between();
    }

    /** The number of warm-ups of each configuration, those that were not steady after them, and those that drifted. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        boolean isJudged =
                warming.values().stream().anyMatch(warm -> warm.variation().isPresent());
        boolean isRestarted = warming.values().stream().anyMatch(warm -> warm.between() > 0);
        if ((isJudged || isRestarted) && isTold) {
            notes.add("Warm-ups: " + warming.keySet().stream().map(this::told).collect(Collectors.joining(", ")) + ".");
        }
        if (isRestarted) {
            notes.add(
                    "Warm-ups behind a + came between repeats: after the engine was started again for its turn, or after --resume.");
        }
        if (isJudged) {
            List<String> unsteady = names(name -> warming.get(name).isUnsteady());
            notes.add(
                    "Steady is what varies by at most %.0f%% over its last %d warm-ups (coefficient of variation%s; Georges et al., OOPSLA 2007): %s."
                            .formatted(
                                    100 * Steadiness.BOUND,
                                    Steadiness.WINDOW,
                                    isTold ? ", in brackets" : "",
                                    unsteady.isEmpty()
                                            ? "all became steady"
                                            : unsteady.size() == warming.size()
                                                    ? "none became steady"
                                                    : joined(unsteady) + " did not become steady"));
        }
        drift(Drift.FASTER, "faster", "not warm, so nothing is called faster or slower than they are", notes);
        drift(Drift.SLOWER, "slower", "the machine changed (clock rate, neighbours)", notes);
        return notes;
    }

    private String told(String name) {
        Warming warm = warming.get(name);
        return name + " " + warmups(name)
                + (warm.variation().isPresent()
                        ? " (" + Format.percent(warm.variation().getAsDouble()) + "%)"
                        : "");
    }

    private void drift(Drift drift, String how, String why, List<String> notes) {
        List<String> drifting = names(name -> drift(name) == drift);
        if (!drifting.isEmpty()) {
            notes.add("Repeats of %s became %s while they were measured, by the Mann-Kendall test (%.0f%%): %s."
                    .formatted(joined(drifting), how, 100 * Drift.LEVEL, why));
        }
    }

    /** The drift of a configuration's repeats. */
    Drift drift(String name) {
        return Drift.of(configurations.get(name).stream()
                .filter(run -> run.phase() == Phase.MEASURED && !run.isVoid())
                .mapToDouble(Run::totalSeconds)
                .toArray());
    }

    /** Names that may contain commas. */
    private static String joined(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join("; ", names)
                : String.join("; ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
    }

    private List<String> names(Predicate<String> which) {
        return warming.keySet().stream().filter(which).toList();
    }
}
