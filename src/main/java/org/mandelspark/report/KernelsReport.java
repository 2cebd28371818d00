package org.mandelspark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mandelspark.files.Json;
import org.mandelspark.measure.MedianRanks;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.study.Contestant;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;
import org.mandelspark.study.HeadToHeadResult.Session;

/** A study of kernels and engines. */
final class KernelsReport extends StudyReport<HeadToHeadResult> {
    private static final Catalogue<HeadToHeadResult> CATALOGUE = new Catalogue<HeadToHeadResult>()
            .csv("kernels.csv", KernelsReport::rows)
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
        KernelsTable table = new KernelsTable(result);
        return List.of(new NotedTable("Kernels", table.table(), table.notes()));
    }

    @Override
    public List<String> lines(HeadToHeadResult result) {
        return new KernelsTable(result).lines();
    }

    private static List<Map<String, Object>> rows(HeadToHeadResult result) {
        return result.rows().stream().map(row -> cells(result, row)).toList();
    }

    /** The columns of the table, in their order. */
    private static Map<String, Object> cells(HeadToHeadResult result, Row row) {
        Map<String, Object> cells = configuration(row.contestant());
        SpreadCells.putMedian(row.seconds(), cells);
        SpreadCells.putRange(row.seconds(), cells);
        cells.put("giga_iterations_per_s", row.gigaIterationsPerSecond());
        cells.put("speedup_vs_naive", row.speedup());
        cells.put("checksum", row.checksum());
        cells.put("verdict", row.verdict().name().toLowerCase(Locale.ROOT));
        cells.put("outliers", row.seconds().outliers());
        cells.put("steps", row.steps());
        cells.put("method", String.join(" and ", row.methods()));
        cells.put("warmups", new WarmthNotes(result).warmups(row.contestant().toString()));
        cells.put("drift", row.seconds().drift().name().toLowerCase(Locale.ROOT));
        return cells;
    }

    private static Map<String, Object> configuration(Contestant contestant) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("kernel", contestant.kernel().label());
        cells.put("engine", contestant.engine().label());
        cells.put("workers", contestant.workers());
        cells.put("interior", contestant.interior().label());
        return cells;
    }

    private static Map<String, Object> table(HeadToHeadResult result) {
        Map<String, Object> study = study(result);
        study.put("confidence", MedianRanks.USUAL);
        study.put("cost_workers", result.cost().isPresent() ? result.cost().getAsInt() : null);
        study.put(
                "sessions",
                result.sessions().stream().map(KernelsReport::session).toList());
        study.put("rows", rows(result));
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
