package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mandelspark.study.SimulationResult;
import org.mandelspark.study.SimulationResult.Row;

/** Expectations from a simulation, in sentences that say that it was simulated. */
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
        Row best = result.rows().stream()
                .min(Comparator.comparing((Row row) -> Double.valueOf(Format.seconds(row.makespanSeconds())))
                        .thenComparing(Row::workers)
                        .thenComparing(Row::makespanSeconds))
                .orElseThrow();
        findings.add("Simulated: the least time is %s s, with %s and %s, at an efficiency of %s%%%s."
                .formatted(
                        Format.seconds(best.makespanSeconds()),
                        Format.count(best.workers(), "worker"),
                        best.schedule(),
                        Format.percent(best.efficiency()),
                        simple(best)));
        Optional<Row> worth = result.rows().stream()
                .filter(row -> row.efficiency() >= WORTH)
                .max(Comparator.comparingInt(Row::workers).thenComparing(Comparator.comparingDouble(Row::efficiency)));
        findings.add(worth.map(row -> "Simulated: the most workers of which %.0f%% are busy are %d, with %s; %s"
                        .formatted(
                                100 * WORTH,
                                row.workers(),
                                row.schedule(),
                                row.workers() < most
                                        ? "beyond, grow the work or take fewer workers."
                                        : "more were not tried."))
                .orElse("Simulated: with no number of workers %.0f%% of them are busy: grow the work."
                        .formatted(100 * WORTH)));
        findings.add(SimulationTable.worst(result));
        return findings;
    }

    /** Time that static would take there. */
    private String simple(Row best) {
        String least = Format.seconds(best.makespanSeconds());
        return result.rows().stream()
                .filter(row -> row.workers() == best.workers() && row.schedule().equals(BalanceAdvice.STATIC))
                .filter(row -> !row.equals(best))
                .map(row -> Format.seconds(row.makespanSeconds()))
                .findFirst()
                .map(seconds -> seconds.equals(least)
                        ? "; static takes as long"
                        : "; static takes %s s there".formatted(seconds))
                .orElse("");
    }
}
