package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TaskOverheadFit;
import org.mandelspark.measure.Verdict;
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
                .column("median", Side.RIGHT)
                .column("95% interval", Side.RIGHT)
                .column("min", Side.RIGHT)
                .column("max", Side.RIGHT)
                .column("in kernel", Side.RIGHT)
                .column("beside, a task", Side.RIGHT);
        for (Row row : result.rows()) {
            table.row(
                    row.grain().label(),
                    String.format(Locale.ROOT, "%,d", row.tasks()),
                    Figures.millis(row.seconds().median()),
                    row.seconds()
                            .interval()
                            .map(interval -> Figures.millis(interval.low()) + "-" + Figures.millis(interval.high()))
                            .orElse("none"),
                    Figures.millis(row.seconds().min()),
                    Figures.millis(row.seconds().max()),
                    String.format(
                            Locale.ROOT, "%.1f%%", 100 * row.median().pop().parallelEfficiency()),
                    String.format(
                            Locale.ROOT, "%.3f ms", 1e-6 * row.median().ledger().taskNanos(row.tasks())));
        }
        return table;
    }

    /** How to read the table. */
    List<String> definitions() {
        List<String> notes = new ArrayList<>();
        List<Spread> spreads = result.rows().stream().map(Row::seconds).toList();
        notes.add("Times in ms, from the beginning of planning to the stitched array; "
                + RepeatNotes.counts(spreads, result.request().settings()) + ".");
        notes.addAll(RepeatNotes.cautions(spreads));
        notes.add("In kernel: share of all core time that was spent in the kernel. Beside, a task: core time of a task"
                + " outside the kernel, by the ledger of the run in the middle.");
        return notes;
    }

    /** What follows. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        findings.add(comparison(result));
        result.fit().ifPresent(fit -> findings.add(told(fit)));
        Row finest = finest(result);
        double taskMillis = MILLIS_PER_NANO * finest.median().ledger().taskNanos(finest.tasks());
        findings.add(String.format(
                Locale.ROOT,
                "What to do: give a task at least %.0f ms of work, %d times the %.3f ms that it takes beside its kernel (%s).",
                Math.ceil(ENOUGH * taskMillis),
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
            return "The finest cut, %s, takes least: %s ms."
                    .formatted(
                            finest.grain().label(),
                            Figures.millis(fastest.seconds().median()));
        }
        return "The same answer takes %s times as long in %s as in %s (%s)%s."
                .formatted(
                        Figures.ratio(
                                finest.seconds().median() / fastest.seconds().median()),
                        Figures.count(finest.tasks(), "task"),
                        Figures.count(fastest.tasks(), "task"),
                        fastest.grain().label(),
                        finest.seconds().against(fastest.seconds()) == Verdict.SLOWER
                                ? ", and the 95% intervals do not overlap"
                                : ", which the intervals leave open");
    }

    private static String told(TaskOverheadFit fit) {
        return String.format(
                Locale.ROOT,
                "Fitted: %.3f ms a task and %.0f ms a run (residual %.0f ms RMS).",
                1e3 * fit.secondsPerTask(),
                1e3 * fit.fixedSeconds(),
                1e3 * fit.residuals().rms());
    }
}
