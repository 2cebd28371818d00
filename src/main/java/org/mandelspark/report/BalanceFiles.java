package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.ValueAxis;
import org.mandelspark.measure.Ledger;
import org.mandelspark.output.Csv;
import org.mandelspark.output.RunLog;
import org.mandelspark.output.StudyFolder;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.study.BalanceResult.Row;

/** A study of load balance as the files of a study folder: its tables as CSV, every run as JSON, the plots. */
public final class BalanceFiles {
    private static final String CSV = "balance.csv";
    private static final String BALANCE = "balance";
    private static final String TIMES = "times";
    private static final String GANTT = "gantt";

    /** Beyond this ratio of the longest to the shortest time an axis is logarithmic. */
    private static final double WIDE = 4;

    /** Part of the shown range that stays free at either end. */
    private static final double ROOM = 0.06;

    /** The files that will be written. */
    public static final List<String> NAMES = Plot.names(
            List.of(CSV, RowCostFiles.CSV, HistogramFiles.CSV, RunLog.NAME),
            List.of(BALANCE, TIMES, GANTT, RowCostFiles.PLOT, HistogramFiles.PLOT));

    private final BalanceResult result;

    /**
     * The files of a study.
     *
     * @param result what they tell
     */
    public BalanceFiles(BalanceResult result) {
        this.result = result;
    }

    /**
     * Writes all of them but the runs, which were written as they came; what was measured before what is drawn from it.
     *
     * @throws IOException if one cannot be written
     */
    public void writeTo(StudyFolder folder) throws IOException {
        HistogramFiles histograms = new HistogramFiles(result);
        folder.write(CSV, this::writeCsv);
        folder.write(RowCostFiles.CSV, new RowCostFiles(result.rowCosts())::writeCsv);
        folder.write(HistogramFiles.CSV, histograms::writeCsv);
        new FactorPlot(result).plot().writeTo(folder, BALANCE);
        times().writeTo(folder, TIMES);
        new GanttPlot(result).plot().writeTo(folder, GANTT);
        new OwnersPlot(result).plot().writeTo(folder, RowCostFiles.PLOT);
        histograms.plot().writeTo(folder, HistogramFiles.PLOT);
    }

    void writeCsv(OutputStream out) throws IOException {
        Csv.write(result.rows().stream().map(BalanceFiles::cells).toList(), out);
    }

    /** The columns of the table, in their order. */
    private static Map<String, Object> cells(Row row) {
        Ledger ledger = row.median().ledger();
        boolean isSimulated = row.origin() == Origin.SIMULATED;
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("schedule", row.schedule());
        cells.put("factor", row.factor().isPresent() ? row.factor().getAsInt() : null);
        cells.put("workers", row.workers());
        cells.put("chunks", row.chunks());
        SpreadCells.putMedian(row.seconds(), cells);
        cells.put("efficiency", row.efficiency());
        cells.put("imbalance", row.imbalance());
        cells.put("longest_chunk_s", row.longestChunkSeconds());
        cells.put("lower_bound_s", row.lowerBoundSeconds());
        cells.put("simulated", isSimulated);
        SpreadCells.putRange(row.seconds(), cells);
        cells.put("outliers", row.seconds().outliers());
        cells.put("load_balance", 1 / (1 + row.imbalance()));
        cells.put("kernel_s", row.median().kernelSeconds());
        // The ledger is of the workers that were there, not of virtual ones.
        cells.put("tail_idle", isSimulated ? null : ledger.tailIdleNanos() / (double) ledger.totalNanos());
        return cells;
    }

    /** Every repeat of every schedule, the fastest on top. */
    private Plot times() {
        List<RepeatsPlot.Line> lines = result.rows().stream()
                .sorted(Comparator.comparingDouble(row -> row.seconds().median()))
                .map(row -> RepeatsPlot.Line.of(
                        row.schedule(), PlotStyle.schedule(row.schedule()), Lanes.repeatSeconds(result, row)))
                .toList();
        double low = result.rows().stream()
                .mapToDouble(row -> row.seconds().min())
                .min()
                .orElseThrow();
        double high = result.rows().stream()
                .mapToDouble(row -> row.seconds().max())
                .max()
                .orElseThrow();
        return RepeatsPlot.chart(
                Captions.title("Schedules", result.request().subject().view()),
                List.of(
                        "Left is good, and only bars that do not overlap tell a difference: large dots are medians with 95%"
                                + " intervals, small ones every repeat (n = %d)."
                                        .formatted(result.best().seconds().n()),
                        Captions.origin(result)),
                seconds(low, high),
                lines);
    }

    private static ValueAxis seconds(double low, double high) {
        String label = "seconds, from planning to the stitched array";
        double room = ROOM * Math.max(high - low, low * ROOM);
        return high > WIDE * low ? Axes.octaves(label, low, high) : Axes.between(label, low - room, high + room);
    }
}
