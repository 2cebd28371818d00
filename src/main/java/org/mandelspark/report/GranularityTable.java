package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mandelspark.measure.Interval;
import org.mandelspark.measure.TaskOverheadFit;
import org.mandelspark.output.Csv;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.GranularityResult;
import org.mandelspark.study.GranularityResult.Row;

/** A study of task sizes for the terminal and as CSV. */
public final class GranularityTable {
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
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add("Times in ms, from the beginning of planning to the stitched array; n = "
                + result.rows().get(0).seconds().n() + " each.");
        lines.add(
                "In kernel: share of all core time that was spent in the kernel. Beside, a task: core time of a task");
        lines.add("outside the kernel, by the ledger of the run in the middle.");
        result.fit().ifPresent(fit -> lines.add(told(fit)));
        return lines;
    }

    private static String told(TaskOverheadFit fit) {
        return String.format(
                Locale.ROOT,
                "Fitted: %.3f ms a task and %.0f ms a run (residual %.0f ms RMS).",
                1e3 * fit.secondsPerTask(),
                1e3 * fit.fixedSeconds(),
                1e3 * fit.residuals().rms());
    }

    /** Writes the table as CSV. */
    public void writeCsv(OutputStream out) throws IOException {
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
