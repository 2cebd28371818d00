package org.mandelspark.report;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Spread;
import org.mandelspark.study.StudySettings;

/** What a table of repeats says below itself: how often, what was left out, what may not be claimed. */
final class RepeatNotes {
    private RepeatNotes() {}

    /** How many values each row has. */
    static String counts(List<Spread> rows, StudySettings settings) {
        IntSummaryStatistics n = rows.stream().mapToInt(Spread::n).summaryStatistics();
        String range = n.getMin() == n.getMax() ? "" + n.getMin() : n.getMin() + " to " + n.getMax();
        return "n = %s each, %s not counted".formatted(range, Figures.count(settings.warmups(), "warm-up"));
    }

    /** What weakens the table, if anything does. */
    static List<String> cautions(List<Spread> rows) {
        List<String> cautions = new ArrayList<>();
        if (rows.stream().anyMatch(row -> row.interval().isEmpty())) {
            cautions.add("Fewer than 6 repeats give no 95% interval, so nothing is called faster.");
        }
        int outliers = rows.stream().mapToInt(Spread::outliers).sum();
        if (outliers > 0) {
            cautions.add(
                    outliers == 1
                            ? "1 run lies beyond Tukey's fences; it is kept."
                            : outliers + " runs lie beyond Tukey's fences; they are kept.");
        }
        return cautions;
    }

    /** The same, what was left out because its account has holes, and which tasks were repeated. */
    static List<String> cautions(List<Spread> rows, List<MeasuredRun> runs) {
        List<String> cautions = new ArrayList<>(cautions(rows));
        long voidRuns = runs.stream().filter(MeasuredRun::isVoid).count();
        if (voidRuns > 0) {
            cautions.add((voidRuns == 1 ? "1 run is" : voidRuns + " runs are") + " void and left out: "
                    + MeasuredRun.WHY_VOID + ".");
        }
        ExtraAttempts extra = runs.stream().map(MeasuredRun::extra).reduce(ExtraAttempts.NONE, ExtraAttempts::plus);
        if (extra.total() > 0) {
            cautions.add("In %s %s; their runs are kept, and each chunk counts once."
                    .formatted(
                            Figures.count(
                                    runs.stream()
                                            .filter(run -> run.extra().total() > 0)
                                            .count(),
                                    "run"),
                            extra.told()));
        }
        return cautions;
    }
}
