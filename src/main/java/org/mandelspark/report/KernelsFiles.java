package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mandelspark.files.Csv;
import org.mandelspark.files.Json;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.measure.MedianRanks;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.study.Contestant;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;
import org.mandelspark.study.HeadToHeadResult.Session;
import org.mandelspark.workload.ViewProblem;

/** A head-to-head as the files of a study folder: the table as CSV and JSON, every run as JSON, the plot. */
public final class KernelsFiles {
    private static final String CSV = "kernels.csv";
    private static final String TABLE = "kernels.json";
    private static final String PLOT = "kernels";

    /** The files that will be written. */
    public static final List<String> NAMES =
            Plot.names(List.of(CSV, TABLE, StudyRecord.NAME, RunLog.NAME), List.of(PLOT));

    private final HeadToHeadResult result;

    /**
     * The files of a study.
     *
     * @param result what they tell
     */
    public KernelsFiles(HeadToHeadResult result) {
        this.result = result;
    }

    /**
     * Writes all of them but the runs, which were written as they came; what was measured before what is drawn from it.
     *
     * @throws IOException if one cannot be written
     */
    public void writeTo(StudyFolder folder) throws IOException {
        folder.write(TABLE, out -> Json.write(table(), out));
        files().writeTo(folder);
    }

    StudyFiles files() {
        return new StudyFiles(
                List.of(new StudyFiles.Table(CSV, this::writeCsv)), List.of(new Figure(PLOT, KernelsPlot.of(result))));
    }

    void writeCsv(OutputStream out) throws IOException {
        Csv.write(result.rows().stream().map(this::cells).toList(), out);
    }

    /** The columns of the table, in their order. */
    private Map<String, Object> cells(Row row) {
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

    private Map<String, Object> table() {
        Map<String, Object> study = study();
        study.put("confidence", MedianRanks.USUAL);
        study.put("cost_workers", result.cost().isPresent() ? result.cost().getAsInt() : null);
        study.put(
                "sessions",
                result.sessions().stream().map(KernelsFiles::session).toList());
        study.put("rows", result.rows().stream().map(this::cells).toList());
        return study;
    }

    private Map<String, Object> study() {
        Map<String, Object> study = new LinkedHashMap<>();
        study.put("study", "kernels");
        study.put(result.problem() instanceof ViewProblem ? "view" : "array", result.problem());
        study.put("schedule", result.request().cut().schedule().label());
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
