package org.mandelspark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mandelspark.measure.Interval;
import org.mandelspark.measure.TaskOverheadFit;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.study.GranularityResult;
import org.mandelspark.study.GranularityResult.Row;

/** A study of task sizes. */
final class GranularityReport extends StudyReport<GranularityResult> {
    private static final Catalogue<GranularityResult> CATALOGUE = new Catalogue<GranularityResult>()
            .csv(
                    "granularity.csv",
                    result -> result.rows().stream()
                            .map(row -> cells(result, row))
                            .toList())
            .figure("granularity", result -> new GranularityPlot(result).plot());

    GranularityReport() {
        super(GranularityResult.class);
    }

    @Override
    Catalogue<GranularityResult> catalogue() {
        return CATALOGUE;
    }

    @Override
    String title(GranularityResult result) {
        return "Size of tasks on " + result.problem().title();
    }

    @Override
    List<String> findings(GranularityResult result) {
        return new GranularityTable(result).findings();
    }

    @Override
    List<NotedTable> tables(GranularityResult result) {
        GranularityTable table = new GranularityTable(result);
        return List.of(new NotedTable("Tasks", table.table(), table.definitions()));
    }

    @Override
    public List<String> lines(GranularityResult result) {
        return new GranularityTable(result).lines();
    }

    private static Map<String, Object> cells(GranularityResult result, Row row) {
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
