package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mandelspark.measure.PopMetrics;
import org.mandelspark.measure.Spread;
import org.mandelspark.record.Run;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.ScalingRequest;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.ScalingResult.Row;

/** A scaling study for the terminal: the table, what follows from it, and where the core time went. */
public final class ScalingTable {
    private final ScalingResult result;

    /**
     * A table.
     *
     * @param result what it shows
     */
    public ScalingTable(ScalingResult result) {
        this.result = result;
    }

    /** The tables and their notes, at most 100 columns wide. */
    public List<String> lines() {
        List<Run> medians = medians();
        List<String> lines = new ArrayList<>(table().lines());
        lines.add("");
        definitions().forEach(note -> lines.addAll(Paragraph.lines(note)));
        new ScalingAdvice(result).findings().forEach(finding -> lines.addAll(Paragraph.lines(finding)));
        lines.add("");
        lines.addAll(new LedgerTable(medians).lines());
        lines.add("");
        medians.forEach(run -> lines.addAll(Paragraph.lines(LedgerTable.finding(run, medians.get(0)))));
        return lines;
    }

    List<Run> medians() {
        return result.rows().stream().map(Row::median).toList();
    }

    TextTable table() {
        TextTable table = new TextTable()
                .column("workers", Side.RIGHT)
                .column("median s", Side.RIGHT)
                .column("95% interval", Side.RIGHT)
                .column("min", Side.RIGHT)
                .column("max", Side.RIGHT)
                .column("speedup", Side.RIGHT)
                .column("eff. %", Side.RIGHT)
                .column("Karp-Flatt", Side.RIGHT)
                .column("load %", Side.RIGHT)
                .column("comm. %", Side.RIGHT);
        for (Row row : result.rows()) {
            Spread seconds = row.seconds();
            PopMetrics pop = row.median().pop();
            table.row(
                    String.valueOf(row.workers()),
                    Format.seconds(seconds.median()),
                    Format.interval(seconds.interval(), Format::seconds),
                    Format.seconds(seconds.min()),
                    Format.seconds(seconds.max()),
                    Format.ratio(row.speedup()),
                    Format.percent(row.efficiency()),
                    row.serialFraction().isPresent()
                            ? fraction(row.serialFraction().getAsDouble())
                            : "-",
                    Format.percent(pop.loadBalance()),
                    Format.percent(pop.communicationEfficiency()));
        }
        return table;
    }

    /** Notes on how to read the table, and what weakens it. */
    List<String> definitions() {
        List<Spread> spreads = result.rows().stream().map(Row::seconds).toList();
        List<String> notes = new ArrayList<>();
        notes.add("Times in s, from the beginning of planning to the stitched array; "
                + RepeatNotes.counts(spreads, result) + ".");
        notes.addAll(new WarmthNotes(result).notes());
        notes.addAll(RepeatNotes.cautions(spreads, result.runs()));
        notes.add(grown());
        notes.add("load, comm.: load balance and communication efficiency (POP) of the median run; their product is the"
                + " share of core time in the kernel.");
        return notes;
    }

    private String grown() {
        ScalingRequest request = result.request();
        String what = "%s on %s, schedule %s, %s"
                .formatted(
                        request.computation().kernel().label(),
                        request.engine().label(),
                        request.schedule().label(),
                        request.computation().problem().title());
        if (request.mode() == Mode.STRONG) {
            return String.format(
                    Locale.ROOT,
                    "%s; strong scaling: %s whatever the number of workers.",
                    what,
                    Format.count(result.rows().get(0).median().iterations(), "iteration"));
        }
        return "%s; weak scaling: rows grow with the workers, and speedup is scaled. Iterations a worker: %s."
                .formatted(
                        what,
                        result.rows().stream()
                                .map(row -> String.format(
                                        Locale.ROOT,
                                        "%,d with %d",
                                        row.median().iterations() / row.workers(),
                                        row.workers()))
                                .collect(Collectors.joining(", ")));
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
