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
        lines.addAll(notes());
        return lines;
    }

    TextTable table() {
        TextTable table = new TextTable()
                .column("kernel", Side.LEFT)
                .column("engine", Side.LEFT)
                .column("workers", Side.RIGHT)
                .column("median", Side.RIGHT)
                .column("95% interval", Side.RIGHT)
                .column("min", Side.RIGHT)
                .column("max", Side.RIGHT)
                .column("Giter/s", Side.RIGHT)
                .column("speedup", Side.RIGHT)
                .column("verdict", Side.LEFT);
        for (Row row : result.rows()) {
            Spread seconds = row.seconds();
            table.row(
                    row.contestant().name(),
                    row.contestant().engine().label(),
                    String.valueOf(row.contestant().workers()),
                    Figures.millis(seconds.median()),
                    Figures.interval(seconds.interval(), Figures::millis),
                    Figures.millis(seconds.min()),
                    Figures.millis(seconds.max()),
                    Figures.ratio(row.gigaIterationsPerSecond()),
                    Figures.ratio(row.speedup()),
                    verdict(row));
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
        Row baseline = result.baseline();
        List<String> notes = new ArrayList<>();
        notes.add("Times in ms, from the engine's call to the stitched array; n = "
                + baseline.seconds().n() + " each, "
                + result.request().settings().warmups() + " warm-ups not counted.");
        notes.add("faster, slower: than the baseline; 95% rank intervals of the medians do not overlap.");
        notes.addAll(
                RepeatNotes.cautions(result.rows().stream().map(Row::seconds).toList()));
        methods().forEach((kernel, methods) -> notes.add("Kernel " + kernel + " was computed by " + methods + "."));
        notes.add(String.format(
                Locale.ROOT,
                "Every run: checksum %s (CRC-32C of the %s), %,d iterations, as the naive loop has them.",
                result.checksum(),
                result.problem().cells(),
                result.iterations()));
        if (result.bestSpark().size() > 1) {
            notes.add(cost());
        }
        return notes;
    }

    /** What computed the counts, where that is not just the kernel's name: its shape, or one that stepped in. */
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
                        Figures.millis(thread.seconds().median()));
        OptionalInt cost = result.cost();
        if (cost.isPresent()) {
            return "COST: Spark beats %s from %d %s on."
                    .formatted(single, cost.getAsInt(), cost.getAsInt() == 1 ? "worker" : "workers");
        }
        Map.Entry<Integer, Row> best = result.bestSpark().entrySet().stream()
                .min(Map.Entry.comparingByValue(
                        Comparator.comparingDouble(row -> row.seconds().median())))
                .orElseThrow();
        return "COST: none of these; %s beats Spark (%s ms at %d)."
                .formatted(single, Figures.millis(best.getValue().seconds().median()), best.getKey());
    }
}
