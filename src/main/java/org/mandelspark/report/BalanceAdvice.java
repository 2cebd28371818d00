package org.mandelspark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Bounds;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Verdict;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.study.BalanceResult.Row;
import org.mandelspark.study.RowCost;

/** Conclusions from a study of load balance, in sentences that stay within its intervals. */
final class BalanceAdvice {
    static final String STATIC = "static";
    static final String CYCLIC = "cyclic";

    /** Efficiency from which on there is nothing to explain. */
    private static final double GOOD = 0.95;

    /** The bound is what holds a schedule back if it takes at least so much of its time. */
    private static final double BOUND_DECIDES = 0.95;

    private final BalanceResult result;
    private final Row best;

    BalanceAdvice(BalanceResult result) {
        this.result = result;
        this.best = result.best();
    }

    /** The row of a schedule, if it took part. */
    static Optional<Row> row(BalanceResult result, String schedule) {
        return result.rows().stream()
                .filter(row -> row.schedule().equals(schedule))
                .findFirst();
    }

    /** Everything, what matters most first. */
    List<String> findings() {
        List<String> findings = new ArrayList<>(comparisons());
        findings.addAll(idle());
        findings.addAll(bounds());
        if (!result.rowCosts().isEmpty()) {
            findings.addAll(rows());
        }
        findings.add(whatToDo());
        return findings;
    }

    /** Share of the core time in which workers are idle because others are not done. */
    private List<String> idle() {
        return Stream.concat(row(result, STATIC).stream(), Stream.of(best))
                .distinct()
                .map(row -> {
                    double tail = Lanes.of(row).tailShare();
                    double beside = Math.max(0, 1 - row.efficiency() - tail);
                    return "%s leaves %s%% of core time idle%s, because workers wait for the last one; %s%% is in the kernel, %s%% besides it."
                            .formatted(
                                    row.schedule(),
                                    Format.percent(tail),
                                    simulated(row),
                                    Format.percent(row.efficiency()),
                                    Format.percent(beside));
                })
                .toList();
    }

    /** Limits of a schedule that its chunks set, whatever their order. */
    private List<String> bounds() {
        return row(result, STATIC).stream()
                .filter(row -> !Format.ratio(longestOverShare(row)).equals(Format.ratio(1)))
                .filter(row -> longestOverShare(row) > 1)
                .map(row -> {
                    double share = longestOverShare(row);
                    return "No order of its chunks can make %s faster than %s s: its longest chunk is %s times an equal share of the work."
                            .formatted(row.schedule(), Format.seconds(row.lowerBoundSeconds()), Format.ratio(share));
                })
                .toList();
    }

    private static double longestOverShare(Row row) {
        return row.longestChunkSeconds() * row.workers() / row.median().workSeconds();
    }

    private static String simulated(Row row) {
        return row.origin() == Origin.SIMULATED ? ", simulated on " + Format.count(row.workers(), "worker") : "";
    }

    /** The best against the two that everybody knows. */
    List<String> comparisons() {
        List<String> comparisons = new ArrayList<>();
        comparisons.add("Lowest median: %s, %s s%s."
                .formatted(
                        best.schedule(),
                        Format.seconds(best.seconds().median()),
                        best.origin() == Origin.SIMULATED ? ", simulated" : ""));
        for (String known : List.of(STATIC, CYCLIC)) {
            row(result, known)
                    .filter(row -> !row.equals(best))
                    .ifPresent(row -> comparisons.add("%s takes %s %s: %s."
                            .formatted(
                                    known,
                                    CaptionText.asLong(row.seconds().median()
                                            / best.seconds().median()),
                                    best.schedule(),
                                    CaptionText.verdict(row.seconds(), best.seconds()))));
        }
        return comparisons;
    }

    /** Unevenness of the rows, and what it lets one expect. */
    private List<String> rows() {
        LongSummaryStatistics rows = rowIterations();
        if (rows.getMin() == rows.getMax()) {
            return List.of(String.format(
                    Locale.ROOT,
                    "Every %s has %s: equal bands are equal work, and finer cuts help only where workers differ.",
                    result.unitNoun(),
                    Format.count(rows.getMin(), "iteration")));
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%s have %,d to %,d iterations; the most expensive has m = %s times the mean.",
                        result.unit().equals(Unit.ROW)
                                ? "Rows"
                                : "Tiles of " + result.unit().label(),
                        rows.getMin(),
                        rows.getMax(),
                        Format.ratio(rowMaxOverMean())),
                expected());
    }

    /** The efficiency that could have been expected before any run. */
    String expected() {
        LinkedHashMap<String, Double> expected = new LinkedHashMap<>();
        row(result, STATIC).ifPresent(row -> expected.put(STATIC, expectedEfficiency(row)));
        expected.put(best.schedule(), expectedEfficiency(best));
        return "Expected at least, before any run and without overhead, with k chunks a worker: 1/(1 + m/k), about "
                + expected.entrySet().stream()
                        .map(entry -> Format.percent(entry.getValue()) + "% for " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** Advice which schedule to take, and what still holds it back. */
    String whatToDo() {
        if (best.seconds().interval().isEmpty()) {
            return "Advice: repeat at least 6 times; so far nothing is shown to be faster than anything else.";
        }
        Optional<Row> simple = row(result, STATIC);
        if (simple.isPresent() && compared(simple.get(), Verdict.FASTER).isEmpty()) {
            return "Advice: keep static, the simplest: nothing here is shown to be faster."
                    + (best.equals(simple.get())
                            ? holdsBack()
                            : " %s has the lowest median; more --repeats may decide.".formatted(best.schedule()));
        }
        List<String> slower = compared(best, Verdict.SLOWER);
        List<String> open = compared(best, Verdict.OPEN);
        String shown =
                best.origin() == Origin.SIMULATED ? ", in the simulation faster than " : ", shown to be faster than ";
        return "Advice: --schedule " + best.schedule()
                + (result.unit().equals(Unit.ROW)
                        ? ""
                        : " --unit " + result.unit().label())
                + (slower.isEmpty() ? "" : shown + CaptionText.names(slower))
                + (open.isEmpty() ? "" : "; not shown to be slower: " + CaptionText.names(open))
                + "." + holdsBack();
    }

    /** The schedules of which this is said when they are held against a row. */
    private List<String> compared(Row with, Verdict verdict) {
        return result.rows().stream()
                .filter(row -> !row.equals(with) && row.seconds().against(with.seconds()) == verdict)
                .map(Row::schedule)
                .toList();
    }

    /** Sentence on what holds the best back, by its median run, whose efficiency and bound these are. */
    private String holdsBack() {
        if (best.efficiency() >= GOOD) {
            return "";
        }
        double seconds = Lanes.of(best).endSeconds();
        if (best.longestChunkSeconds() > BOUND_DECIDES * seconds) {
            return " Of %s the longest chunk alone takes %s%% of the time: cut finer, or mix the %ss."
                    .formatted(
                            best.schedule(), Format.percent(best.longestChunkSeconds() / seconds), result.unitNoun());
        }
        if (best.origin() == Origin.SIMULATED) {
            return " %s still loses %s%% of the core time, to imbalance (λ %s) and to what tasks take besides their kernel."
                    .formatted(best.schedule(), Format.percent(1 - best.efficiency()), Format.ratio(best.imbalance()));
        }
        Ledger.Row loss = best.median().ledger().largestLoss();
        return " What %s loses most to is %s: %s%% of the core time."
                .formatted(best.schedule(), loss.account().label(), Format.percent(loss.share()));
    }

    /** m, the most expensive row over the mean row, in iterations; 1 if no row has any. */
    double rowMaxOverMean() {
        LongSummaryStatistics rows = rowIterations();
        return rows.getMax() == 0 ? 1 : Math.max(1, rows.getMax() / rows.getAverage());
    }

    private double expectedEfficiency(Row row) {
        return Bounds.expectedEfficiency(rowMaxOverMean(), row.chunks() / (double) row.workers());
    }

    private LongSummaryStatistics rowIterations() {
        return result.rowCosts().stream().mapToLong(RowCost::iterations).summaryStatistics();
    }
}
