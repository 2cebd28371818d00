package org.mandelspark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mandelspark.measure.Drift;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Steadiness;
import org.mandelspark.record.Run;
import org.mandelspark.record.Warming;
import org.mandelspark.study.StudyResult;

/** Sentences on how warm the configurations of a study were, and whether their repeats drifted. */
final class WarmthNotes {
    private static final int MOST_NAMES = 4;

    private final Map<String, List<Run>> configurations;
    private final Map<String, Warming> warming = new LinkedHashMap<>();

    WarmthNotes(StudyResult result) {
        configurations = result.configurations();
        configurations.forEach((name, runs) -> warming.put(name, Warming.of(runs)));
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
        if (isJudged() || isRestarted()) {
            notes.add("Warm-ups: " + warming.keySet().stream().map(this::told).collect(Collectors.joining(", ")) + ".");
        }
        add(", in brackets", notes);
        return notes;
    }

    /** The same where the table has a column of the warm-ups. */
    List<String> notesOnColumn() {
        List<String> notes = new ArrayList<>();
        add("", notes);
        return notes;
    }

    private boolean isJudged() {
        return warming.values().stream().anyMatch(warm -> warm.variation().isPresent());
    }

    private boolean isRestarted() {
        return warming.values().stream().anyMatch(warm -> warm.between() > 0);
    }

    private void add(String whereVariationIs, List<String> notes) {
        if (isRestarted()) {
            notes.add(
                    "Warm-ups behind a + came between repeats: after the engine was started again for its turn, or after --resume.");
        }
        if (isJudged()) {
            List<String> unsteady = names(name -> warming.get(name).isUnsteady());
            notes.add(
                    "Steady is what varies by at most %.0f%% over its last %d warm-ups (coefficient of variation%s; Georges et al., OOPSLA 2007): %s."
                            .formatted(
                                    100 * Steadiness.BOUND,
                                    Steadiness.WINDOW,
                                    whereVariationIs,
                                    unsteady.isEmpty()
                                            ? "all became steady"
                                            : unsteady.size() == warming.size()
                                                    ? "none became steady"
                                                    : joined(unsteady) + " did not become steady"));
        }
        drift(Drift.FASTER, "faster", "not warm, so nothing is called faster or slower than they are", notes);
        drift(Drift.SLOWER, "slower", "the machine changed (clock rate, neighbours)", notes);
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
