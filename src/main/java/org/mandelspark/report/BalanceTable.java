package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.study.BalanceResult.Row;

/** A study of load balance for the terminal: the table, and below it what to conclude. */
public final class BalanceTable {
    private final BalanceResult result;

    /**
     * A table.
     *
     * @param result what it shows
     */
    public BalanceTable(BalanceResult result) {
        this.result = result;
    }

    /** The table and its notes, at most 100 columns wide. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(table().lines());
        lines.add("");
        definitions().forEach(note -> lines.addAll(Paragraph.lines(note)));
        new BalanceAdvice(result).findings().forEach(finding -> lines.addAll(Paragraph.lines(finding)));
        return lines;
    }

    TextTable table() {
        TextTable table = new TextTable()
                .column("schedule", Side.LEFT)
                .column("K", Side.RIGHT)
                .column("p", Side.RIGHT)
                .column("chunks", Side.RIGHT)
                .column(isSimulated() ? "simulated s" : "median s", Side.RIGHT)
                .column("95% CI s", Side.RIGHT)
                .column("eff. %", Side.RIGHT)
                .column("λ", Side.RIGHT)
                .column("longest s", Side.RIGHT)
                .column("bound s", Side.RIGHT);
        for (Row row : result.rows()) {
            Spread seconds = row.seconds();
            table.row(
                    row.schedule(),
                    row.factor().isPresent() ? String.valueOf(row.factor().getAsInt()) : "-",
                    String.valueOf(row.workers()),
                    String.valueOf(row.chunks()),
                    Format.seconds(seconds.median()),
                    Format.interval(seconds.interval(), Format::seconds),
                    Format.percent(row.efficiency()),
                    Format.ratio(row.imbalance()),
                    Format.seconds(row.longestChunkSeconds()),
                    Format.seconds(row.lowerBoundSeconds()));
        }
        return table;
    }

    /** Notes on how to read the table, and what weakens it. */
    List<String> definitions() {
        List<Spread> spreads = result.rows().stream().map(Row::seconds).toList();
        List<String> notes = new ArrayList<>();
        String counts = RepeatNotes.counts(spreads, result) + ".";
        if (isSimulated()) {
            notes.add(
                    "simulated: the chunks were measured on %s (%s) and replayed on %d, each with the core time that a"
                                    .formatted(
                                            Format.count(result.workers(), "worker"),
                                            result.workersSource(),
                                            result.rows().get(0).workers())
                            + " task took besides its kernel; no run took these times.");
            notes.add(
                    "Times from the beginning of planning to the end of the last chunk, medians of the replays, without"
                            + " what an engine takes to start and to stitch; " + counts);
        } else {
            notes.add("Times " + TimedRun.TIMED_REGION + "; " + counts);
        }
        notes.addAll(new WarmthNotes(result).notes());
        notes.addAll(RepeatNotes.cautions(spreads, result.runs()));
        notes.add(Glossary.line(Glossary.FACTOR, Glossary.WORKERS, Glossary.IMBALANCE, Glossary.LONGEST, Glossary.BOUND)
                + " eff., λ, longest and bound are of one run: " + CaptionText.ONE_RUN + ".");
        return notes;
    }

    /** True if the rows are simulated: all rows are, or none. */
    private boolean isSimulated() {
        return result.rows().get(0).origin() == Origin.SIMULATED;
    }
}
