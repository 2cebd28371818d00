package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mandelspark.study.SimulationResult;
import org.mandelspark.study.SimulationResult.Row;

/** What a simulation lets one expect, in sentences that say that it was simulated. */
final class SimulationAdvice {
    /** Cores of which less than this is used are not worth their price to most. */
    private static final double WORTH = 0.8;

    private final SimulationResult result;

    SimulationAdvice(SimulationResult result) {
        this.result = result;
    }

    /** Everything, what matters most first. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        int most = result.rows().stream().mapToInt(Row::workers).max().orElseThrow();
        Row best = best(most);
        findings.add("Simulated: %s would take %s s with %s, at an efficiency of %s%%%s."
                .formatted(
                        Figures.count(most, "worker"),
                        Figures.seconds(best.makespanSeconds()),
                        best.schedule(),
                        Figures.percent(best.efficiency()),
                        others(best, most)));
        Optional<Row> worth = result.rows().stream()
                .filter(row -> row.efficiency() >= WORTH)
                .max(Comparator.comparingInt(Row::workers).thenComparing(Comparator.comparingDouble(Row::efficiency)));
        findings.add(worth.map(row -> "Simulated: up to %s the best schedule, %s, keeps %.0f%% of them busy; %s"
                        .formatted(
                                Figures.count(row.workers(), "worker"),
                                row.schedule(),
                                100 * WORTH,
                                row.workers() < most
                                        ? "beyond, grow the work or take fewer workers."
                                        : "more were not tried."))
                .orElse("Simulated: with no number of workers %.0f%% of them are busy: grow the work."
                        .formatted(100 * WORTH)));
        findings.add(SimulationTable.worst(result));
        return findings;
    }

    private String others(Row best, int workers) {
        return result.rows().stream()
                .filter(row -> row.workers() == workers && row.schedule().equals(BalanceAdvice.STATIC))
                .filter(row -> !row.schedule().equals(best.schedule()))
                .findFirst()
                .map(row -> "; static %s s and %s%%"
                        .formatted(Figures.seconds(row.makespanSeconds()), Figures.percent(row.efficiency())))
                .orElse("");
    }

    private Row best(int workers) {
        return result.rows().stream()
                .filter(row -> row.workers() == workers)
                .min(Comparator.comparingDouble(Row::makespanSeconds))
                .orElseThrow();
    }
}
