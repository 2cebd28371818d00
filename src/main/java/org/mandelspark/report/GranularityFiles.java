package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mandelspark.files.Csv;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.measure.Interval;
import org.mandelspark.measure.TaskOverheadFit;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.study.GranularityResult;
import org.mandelspark.study.GranularityResult.Row;

/** A study of task sizes as the files of a study folder: the table as CSV, every run as JSON, the plot. */
public final class GranularityFiles {
    private static final String CSV = "granularity.csv";
    private static final String PLOT = "granularity";

    /** The files that will be written. */
    public static final List<String> NAMES = Plot.names(List.of(CSV, StudyRecord.NAME, RunLog.NAME), List.of(PLOT));

    private final GranularityResult result;

    /**
     * The files of a study.
     *
     * @param result what they tell
     */
    public GranularityFiles(GranularityResult result) {
        this.result = result;
    }

    /**
     * Writes all of them but the runs, which were written as they came.
     *
     * @throws IOException if one cannot be written
     */
    public void writeTo(StudyFolder folder) throws IOException {
        files().writeTo(folder);
    }

    StudyFiles files() {
        return new StudyFiles(
                List.of(new StudyFiles.Table(CSV, this::writeCsv)),
                List.of(new Figure(PLOT, new GranularityPlot(result).plot())));
    }

    void writeCsv(OutputStream out) throws IOException {
        Csv.write(result.rows().stream().map(this::cells).toList(), out);
    }

    private Map<String, Object> cells(Row row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("grain", row.grain().label());
        cells.put("workers", result.workers());
        cells.put("tasks", row.tasks());
        cells.put("n", row.seconds().n());
        cells.put("median_s", row.seconds().median());
        cells.put("ci_low_s", row.seconds().interval().map(Interval::low).orElse(null));
        cells.put("ci_high_s", row.seconds().interval().map(Interval::high).orElse(null));
        cells.put("min_s", row.seconds().min());
        cells.put("max_s", row.seconds().max());
        cells.put("efficiency", row.median().pop().parallelEfficiency());
        cells.put("task_overhead_s", 1e-9 * row.median().ledger().taskNanos(row.tasks()));
        cells.put(
                "fitted_task_s",
                result.fit().map(TaskOverheadFit::secondsPerTask).orElse(null));
        return cells;
    }
}
