package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Row;

/** Conclusions on the shape of the unit of work, each unit with the schedule that suits it best. */
final class UnitsAdvice {
    /** Units besides the fastest that are compared with it in sentences; the table has them all. */
    private static final int MOST_COMPARED = 6;

    private UnitsAdvice() {}

    /** Sentences that stay within the intervals; none where there is one unit only. */
    static List<String> findings(BalanceResult result) {
        if (!result.hasSeveralUnits()) {
            return List.of();
        }
        Row best = result.best();
        List<String> findings = new ArrayList<>();
        List<Row> others = result.bestOfUnits().stream()
                .filter(row -> !row.equals(best))
                .sorted(Comparator.comparingDouble(row -> row.seconds().median()))
                .limit(MOST_COMPARED)
                .toList();
        findings.add("Of the units, %s has the lowest median: %s s (%s)."
                .formatted(best.unit().label(), Format.seconds(best.seconds().median()), best.schedule()));
        for (Row row : others) {
            findings.add("Unit %s takes at best (%s) %s %s: %s."
                    .formatted(
                            row.unit().label(),
                            row.schedule(),
                            CaptionText.asLong(
                                    row.seconds().median() / best.seconds().median()),
                            best.unit().label(),
                            CaptionText.verdict(row.seconds(), best.seconds())));
        }
        findings.add(kernel(result.bestOfUnits()));
        return findings;
    }

    /** Efficiency counts all time in the kernel as useful, so it does not see what short lines cost there. */
    private static String kernel(List<Row> rows) {
        Comparator<Row> byKernel =
                Comparator.comparingDouble(row -> row.median().workSeconds());
        Row least = rows.stream().min(byKernel).orElseThrow();
        Row most = rows.stream().max(byKernel).orElseThrow();
        return "The kernel itself takes %s s of core time with unit %s and %s s with %s, which efficiency does not show."
                .formatted(
                        Format.seconds(least.median().workSeconds()),
                        least.unit().label(),
                        Format.seconds(most.median().workSeconds()),
                        most.unit().label());
    }
}
