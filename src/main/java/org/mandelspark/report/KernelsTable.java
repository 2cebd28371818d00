package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;

/** A head-to-head for the terminal: the table, and below it what may be concluded. */
public final class KernelsTable {
    private final HeadToHeadResult result;

    /**
     * A table.
     *
     * @param result what it shows
     */
    public KernelsTable(HeadToHeadResult result) {
        this.result = result;
    }

    /** The table and its notes, at most 100 columns wide. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(table().lines());
        lines.add("");
        notes().forEach(note -> lines.addAll(Paragraph.lines(note)));
        return lines;
    }

    TextTable table() {
        TextTable table = new TextTable()
                .column("kernel", Side.LEFT)
                .column("engine", Side.LEFT)
                .column("p", Side.RIGHT)
                .column("median ms", Side.RIGHT)
                .column("95% CI ms", Side.RIGHT)
                .column("min ms", Side.RIGHT)
                .column("max ms", Side.RIGHT)
                .column("Giter/s", Side.RIGHT)
                .column("speedup", Side.RIGHT)
                .column("verdict", Side.LEFT)
                .column("warm", Side.RIGHT);
        WarmthNotes warmth = new WarmthNotes(result);
        for (Row row : result.rows()) {
            Spread seconds = row.seconds();
            table.row(
                    row.contestant().name(),
                    row.contestant().engine().label(),
                    String.valueOf(row.contestant().workers()),
                    Format.millis(seconds.median()),
                    Format.interval(seconds.interval(), Format::millis),
                    Format.millis(seconds.min()),
                    Format.millis(seconds.max()),
                    Format.ratio(row.gigaIterationsPerSecond()),
                    Format.ratio(row.speedup()),
                    verdict(row),
                    warmth.warmups(row.contestant().toString()));
        }
        return table;
    }

    private String verdict(Row row) {
        if (row.equals(result.baseline())) {
            return "baseline";
        }
        return switch (row.verdict()) {
            case FASTER -> "faster";
            case SLOWER -> "slower";
            case OPEN -> "open";
        };
    }

    List<String> notes() {
        List<Spread> spreads = result.rows().stream().map(Row::seconds).toList();
        List<String> notes = new ArrayList<>();
        notes.add("Times " + TimedRun.TIMED_REGION + "; " + RepeatNotes.counts(spreads, result) + ".");
        notes.add(Glossary.line(Glossary.WORKERS, Glossary.SPEED));
        if (!RepeatNotes.hasNone(spreads)) {
            notes.add("faster, slower: than the baseline; 95% rank intervals of the medians do not overlap.");
        }
        notes.addAll(new WarmthNotes(result).notes());
        notes.addAll(RepeatNotes.cautions(spreads, result.runs()));
        methods().forEach((kernel, methods) -> notes.add("Kernel " + kernel + " was computed by " + methods + "."));
        notes.add(String.format(
                Locale.ROOT,
                "Every run: checksum %s (CRC-32C of the %s), %s, as the naive loop has them.",
                result.checksum(),
                result.problem().cellLabel(),
                Format.count(result.iterations(), "iteration")));
        if (result.bestSpark().size() > 1) {
            notes.add(cost());
        }
        return notes;
    }

    /**
     * Methods that computed the counts, where they are not just the kernel's name: its shape, or one that stepped in.
     */
    private SortedMap<String, String> methods() {
        SortedMap<String, String> methods = new TreeMap<>();
        for (Row row : result.rows()) {
            String kernel = row.contestant().name();
            String method = String.join(" and ", row.methods());
            if (!method.equals(kernel)) {
                methods.merge(kernel, method, (old, added) -> old.contains(added) ? old : old + ", " + added);
            }
        }
        return methods;
    }

    private String cost() {
        Row thread = result.bestSingleThread();
        String single = "the best single thread (%s, %s ms)"
                .formatted(
                        thread.contestant().name(),
                        Format.millis(thread.seconds().median()));
        OptionalInt cost = result.cost();
        if (cost.isPresent()) {
            return "COST: %s, the fewest with which Spark is shown to beat %s."
                    .formatted(Format.count(cost.getAsInt(), "worker"), single);
        }
        Map.Entry<Integer, Row> best = result.bestSpark().entrySet().stream()
                .min(Map.Entry.comparingByValue(
                        Comparator.comparingDouble(row -> row.seconds().median())))
                .orElseThrow();
        return "COST: none of these; Spark, at best %s ms with %s, is not shown to beat %s."
                .formatted(
                        Format.millis(best.getValue().seconds().median()),
                        Format.count(best.getKey(), "worker"),
                        single);
    }
}
