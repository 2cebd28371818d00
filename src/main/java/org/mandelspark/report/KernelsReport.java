package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.files.Json;
import org.mandelspark.measure.MedianRanks;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;
import org.mandelspark.study.HeadToHeadResult.Session;

/** A study of kernels and engines. */
final class KernelsReport extends StudyReport<HeadToHeadResult> {
    private static final Catalogue<HeadToHeadResult> CATALOGUE = new Catalogue<HeadToHeadResult>()
            .csv("kernels.csv", KernelsReport::columns, HeadToHeadResult::rows)
            .file("kernels.json", result -> Optional.of(out -> Json.write(table(result), out)))
            .figure("kernels", KernelsPlot::of);

    KernelsReport() {
        super(HeadToHeadResult.class);
    }

    @Override
    Catalogue<HeadToHeadResult> catalogue() {
        return CATALOGUE;
    }

    @Override
    String title(HeadToHeadResult result) {
        return "Kernels and engines on " + result.problem().title();
    }

    @Override
    List<String> findings(HeadToHeadResult result) {
        return new KernelsAdvice(result).findings();
    }

    @Override
    List<NotedTable> tables(HeadToHeadResult result) {
        return List.of(new NotedTable("Kernels", columns(result).table(result.rows()), notes(result)));
    }

    private static Columns<Row> columns(HeadToHeadResult result) {
        WarmthNotes warmth = new WarmthNotes(result);
        return new Columns<Row>()
                .shown("kernel", Side.LEFT, row -> row.contestant().name())
                .stored("kernel", row -> row.contestant().kernel().label())
                .name("engine", "engine", row -> row.contestant().engine().label())
                .number("p", "workers", row -> row.contestant().workers())
                .stored("interior", row -> row.contestant().interior().label())
                .median("median ms", "95% CI ms", Row::seconds, Format::millis)
                .range(" ms", Row::seconds, Format::millis)
                .figure("Giter/s", "giga_iterations_per_s", Row::gigaIterationsPerSecond, Format::ratio)
                .figure("speedup", speedupKey(result), Row::speedup, Format::ratio)
                .stored("checksum", Row::checksum)
                .shown("verdict", Side.LEFT, row -> verdict(result, row))
                .stored("verdict", row -> row.verdict().name().toLowerCase(Locale.ROOT))
                .stored("outliers", row -> row.seconds().outliers())
                .stored("steps", Row::steps)
                .stored("method", row -> String.join(" and ", row.methods()))
                .number(
                        "warm",
                        "warmups",
                        row -> warmth.warmups(row.contestant().toString()))
                .stored("drift", row -> row.seconds().drift().name().toLowerCase(Locale.ROOT));
    }

    private static String speedupKey(HeadToHeadResult result) {
        return "speedup_vs_" + result.problem().baseline().label().replace('-', '_');
    }

    private static String verdict(HeadToHeadResult result, Row row) {
        if (row.equals(result.baseline())) {
            return "baseline";
        }
        return switch (row.verdict()) {
            case FASTER -> "faster";
            case SLOWER -> "slower";
            case OPEN -> "open";
        };
    }

    private static List<String> notes(HeadToHeadResult result) {
        List<Spread> spreads = result.rows().stream().map(Row::seconds).toList();
        List<String> notes = new ArrayList<>();
        notes.add("Times " + TimedRun.TIMED_REGION + "; " + RepeatNotes.counts(spreads, result) + ".");
        notes.add(Glossary.line(Glossary.WORKERS, Glossary.SPEED));
        if (!RepeatNotes.hasNone(spreads)) {
            notes.add("faster, slower: than the baseline; 95% rank intervals of the medians do not overlap.");
        }
        notes.addAll(new WarmthNotes(result).notesOnColumn());
        notes.addAll(RepeatNotes.cautions(spreads, result.runs()));
        methods(result)
                .forEach((kernel, methods) -> notes.add("Kernel " + kernel + " was computed by " + methods + "."));
        notes.add(String.format(
                Locale.ROOT,
                "Every run: checksum %s (CRC-32C of the %s), %s, as the baseline has them.",
                result.checksum(),
                result.problem().cellLabel(),
                Format.count(result.iterations(), "iteration")));
        if (result.bestSpark().size() > 1) {
            notes.add(cost(result));
        }
        return notes;
    }

    /**
     * Methods that computed the counts, where they are not just the kernel's name: its shape, or one that stepped in.
     */
    private static SortedMap<String, String> methods(HeadToHeadResult result) {
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

    private static String cost(HeadToHeadResult result) {
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

    private static Map<String, Object> table(HeadToHeadResult result) {
        Map<String, Object> study = study(result);
        study.put("confidence", MedianRanks.USUAL);
        study.put("cost_workers", result.cost().isPresent() ? result.cost().getAsInt() : null);
        study.put(
                "sessions",
                result.sessions().stream().map(KernelsReport::session).toList());
        study.put("rows", columns(result).cells(result.rows()));
        return study;
    }

    private static Map<String, Object> study(HeadToHeadResult result) {
        Map<String, Object> study = new LinkedHashMap<>();
        study.put("study", "kernels");
        study.put("problem", result.problem().describe());
        study.put("schedule", result.request().partitioning().schedule().label());
        study.put("repeats", result.request().settings().repeats());
        study.put("seed", result.request().settings().seed());
        study.put("checksum", result.checksum());
        study.put("iterations", result.iterations());
        return study;
    }

    private static Map<String, Object> session(Session session) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("engine", session.engine().label());
        values.put("workers", session.workers());
        values.put("workers_source", session.workersSource());
        values.put(
                "start_ns",
                session.startNanos().isPresent() ? session.startNanos().getAsLong() : null);
        values.put("environment", session.environment());
        return values;
    }
}
