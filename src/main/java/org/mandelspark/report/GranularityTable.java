package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TaskOverheadFit;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.GranularityResult;
import org.mandelspark.study.GranularityResult.Row;

/** A study of task sizes for the terminal. */
public final class GranularityTable {
    /** Work over overhead from which on overhead takes at most 5%. */
    private static final int ENOUGH = 20;

    private static final double MILLIS_PER_NANO = 1e-6;

    private final GranularityResult result;

    /**
     * A table.
     *
     * @param result what it shows
     */
    public GranularityTable(GranularityResult result) {
        this.result = result;
    }

    /** The table and its notes, at most 100 columns wide. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(table().lines());
        lines.add("");
        definitions().forEach(note -> lines.addAll(Paragraph.lines(note)));
        findings().forEach(finding -> lines.addAll(Paragraph.lines(finding)));
        return lines;
    }

    TextTable table() {
        TextTable table = new TextTable()
                .column("grain", Side.LEFT)
                .column("tasks", Side.RIGHT)
                .column("median ms", Side.RIGHT)
                .column("95% CI ms", Side.RIGHT)
                .column("min ms", Side.RIGHT)
                .column("max ms", Side.RIGHT)
                .column("eff. %", Side.RIGHT)
                .column("besides, ms a task", Side.RIGHT);
        for (Row row : result.rows()) {
            table.row(
                    row.grain().label(),
                    String.format(Locale.ROOT, "%,d", row.tasks()),
                    Format.millis(row.seconds().median()),
                    Format.interval(row.seconds().interval(), Format::millis),
                    Format.millis(row.seconds().min()),
                    Format.millis(row.seconds().max()),
                    Format.percent(row.median().pop().parallelEfficiency()),
                    String.format(
                            Locale.ROOT,
                            "%.3f",
                            MILLIS_PER_NANO * row.median().ledger().taskNanos(row.tasks())));
        }
        return table;
    }

    /** Notes on how to read the table. */
    List<String> definitions() {
        List<String> notes = new ArrayList<>();
        List<Spread> spreads = result.rows().stream().map(Row::seconds).toList();
        notes.add("Times " + TimedRun.TIMED_REGION + "; " + RepeatNotes.counts(spreads, result) + ".");
        notes.addAll(new WarmthNotes(result).notes());
        notes.addAll(RepeatNotes.cautions(spreads));
        notes.add("eff.: share of core time in the kernel; besides: core time of a task outside the kernel. Both are of"
                + " one run: " + CaptionText.ONE_RUN + ".");
        return notes;
    }

    /** Conclusions from the table. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        findings.add(comparison(result));
        result.fit().ifPresent(fit -> findings.add(told(fit)));
        Row finest = finest(result);
        double taskMillis = MILLIS_PER_NANO * finest.median().ledger().taskNanos(finest.tasks());
        findings.add(String.format(
                Locale.ROOT,
                "Advice: give a task at least %.3f ms of work, %d times the %.3f ms that it takes besides its kernel (%s).",
                ENOUGH * taskMillis,
                ENOUGH,
                taskMillis,
                finest.grain().label()));
        return findings;
    }

    private static Row finest(GranularityResult result) {
        return result.rows().stream().max(Comparator.comparingInt(Row::tasks)).orElseThrow();
    }

    /** The coarsest cut against the finest, and no more than their intervals say. */
    static String comparison(GranularityResult result) {
        Row finest =
                result.rows().stream().max(Comparator.comparingInt(Row::tasks)).orElseThrow();
        Row fastest = result.rows().stream()
                .min(Comparator.comparingDouble(row -> row.seconds().median()))
                .orElseThrow();
        if (finest.equals(fastest)) {
            return "The finest cut, %s, has the lowest median: %s ms."
                    .formatted(
                            finest.grain().label(),
                            Format.millis(fastest.seconds().median()));
        }
        return "The same answer in %s takes %s in %s (%s): %s."
                .formatted(
                        Format.count(finest.tasks(), "task"),
                        CaptionText.asLong(
                                finest.seconds().median() / fastest.seconds().median()),
                        Format.count(fastest.tasks(), "task"),
                        fastest.grain().label(),
                        CaptionText.verdict(finest.seconds(), fastest.seconds()));
    }

    /** The cost of a task, if the times show any. */
    static String told(TaskOverheadFit fit) {
        if (fit.secondsPerTask() <= 0) {
            return "Fitted: the times do not grow with the number of tasks (residual %s ms RMS), so they do not say what a task costs."
                    .formatted(Format.millis(fit.residuals().rms()));
        }
        return "Fitted: %s ms a task and %s ms a run (residual %s ms RMS)."
                .formatted(
                        Format.millis(fit.secondsPerTask()),
                        Format.millis(fit.fixedSeconds()),
                        Format.millis(fit.residuals().rms()));
    }
}
