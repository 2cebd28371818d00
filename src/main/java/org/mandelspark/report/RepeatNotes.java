package org.mandelspark.report;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Run;
import org.mandelspark.study.StudyResult;

/** Notes below a table of repeats: how often, what was left out, what must not be claimed. */
final class RepeatNotes {
    private RepeatNotes() {}

    /** Number of values of each row, and of those that did not count. */
    static String counts(List<Spread> rows, StudyResult result) {
        return "%s each, %s".formatted(n(rows), new WarmthNotes(result).counted());
    }

    /** The number of values, or from which to which. */
    static String n(List<Spread> rows) {
        IntSummaryStatistics n = rows.stream().mapToInt(Spread::n).summaryStatistics();
        return "n = " + (n.getMin() == n.getMax() ? "" + n.getMin() : n.getMin() + " to " + n.getMax());
    }

    /** Explanation of the dots of medians and repeats, and of bars as far as there are any. */
    static String dots(List<Spread> rows) {
        return "Large dots are medians, %ssmall ones every repeat (%s)%s."
                .formatted(
                        hasNone(rows)
                                ? ""
                                : "bars their 95% rank intervals"
                                        + (hasAll(rows) ? ", " : " where 6 repeats give one, "),
                        n(rows),
                        hasNone(rows)
                                ? ": too few for intervals, so no difference is shown"
                                : "; only bars that do not overlap show a difference");
    }

    static boolean hasNone(List<Spread> rows) {
        return rows.stream().allMatch(row -> row.interval().isEmpty());
    }

    private static boolean hasAll(List<Spread> rows) {
        return rows.stream().noneMatch(row -> row.interval().isEmpty());
    }

    /** Weaknesses of the table, if it has any. */
    static List<String> cautions(List<Spread> rows) {
        List<String> cautions = new ArrayList<>();
        if (hasNone(rows)) {
            cautions.add("Fewer than 6 repeats give no 95% interval, so nothing is called faster.");
        } else if (!hasAll(rows)) {
            cautions.add("Rows of fewer than 6 repeats have no 95% interval and are called neither faster nor slower.");
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
    static List<String> cautions(List<Spread> rows, List<Run> runs) {
        List<String> cautions = new ArrayList<>(cautions(rows));
        long voidRuns = runs.stream().filter(Run::isVoid).count();
        if (voidRuns > 0) {
            cautions.add((voidRuns == 1 ? "1 run is" : voidRuns + " runs are") + " void and left out: "
                    + TimedRun.WHY_VOID + ".");
        }
        ExtraAttempts extra = runs.stream().map(Run::extra).reduce(ExtraAttempts.NONE, ExtraAttempts::plus);
        if (extra.total() > 0) {
            cautions.add("In %s %s; their runs are kept, and each chunk counts once."
                    .formatted(
                            Format.count(
                                    runs.stream()
                                            .filter(run -> run.extra().total() > 0)
                                            .count(),
                                    "run"),
                            extra.describe()));
        }
        return cautions;
    }
}
