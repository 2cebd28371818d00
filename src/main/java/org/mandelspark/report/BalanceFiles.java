package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.mandelspark.files.Csv;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
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

    /** The files that are written, as far as the study has what they show. */
    public static final List<String> NAMES = Plot.names(
            List.of(CSV, RowCostFiles.CSV, HistogramFiles.CSV, StudyRecord.NAME, RunLog.NAME),
            List.of(
                    BALANCE,
                    TIMES,
                    GANTT,
                    RowsPlot.NAME,
                    ChunkPictures.OWNERS,
                    ChunkPictures.COSTS,
                    ChunkSizesPlot.NAME,
                    HistogramFiles.PLOT));

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
        files().writeTo(folder);
    }

    StudyFiles files() {
        List<StudyFiles.Table> tables = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        HistogramFiles histograms = new HistogramFiles(result);
        tables.add(new StudyFiles.Table(CSV, this::writeCsv));
        new FactorPlot(result).plot().ifPresent(plot -> figures.add(new Figure(BALANCE, plot)));
        figures.add(new Figure(TIMES, times()));
        figures.add(new Figure(GANTT, GanttPlot.of(result)));
        if (!result.rowCosts().isEmpty()) {
            RowCostFiles rows = new RowCostFiles(result.rowCosts());
            tables.add(new StudyFiles.Table(RowCostFiles.CSV, rows::writeCsv));
            figures.add(new Figure(
                    RowsPlot.NAME,
                    new RowsPlot(
                                    result.problem(),
                                    result.picture(),
                                    result.rowCosts(),
                                    owners(BalanceAdvice.STATIC),
                                    Captions.origin(result))
                            .plot()));
        }
        result.picture().ifPresent(picture -> {
            ChunkPictures pictures = new ChunkPictures(
                    picture, owners(BalanceAdvice.STATIC, BalanceAdvice.CYCLIC), Captions.origin(result));
            figures.add(new Figure(ChunkPictures.OWNERS, pictures.owners()));
            figures.add(new Figure(ChunkPictures.COSTS, pictures.costs()));
        });
        figures.add(new Figure(ChunkSizesPlot.NAME, new ChunkSizesPlot(result).plot()));
        tables.add(new StudyFiles.Table(HistogramFiles.CSV, histograms::writeCsv));
        figures.add(new Figure(HistogramFiles.PLOT, histograms.plot()));
        return new StudyFiles(tables, figures);
    }

    /** Of these schedules and of the best, as far as they took part. */
    private List<Ownership> owners(String... schedules) {
        return Stream.concat(
                        Arrays.stream(schedules).flatMap(schedule -> BalanceAdvice.row(result, schedule).stream()),
                        Stream.of(result.best()))
                .distinct()
                .map(row -> new Ownership(
                        row.schedule(),
                        "efficiency %s%%, λ %s"
                                .formatted(Figures.percent(row.efficiency()), Figures.ratio(row.imbalance())),
                        row.median(),
                        Lanes.of(row)))
                .toList();
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
                Captions.title("Schedules", result.problem()),
                List.of(
                        "Left is good: %s has the least median. %s"
                                .formatted(
                                        result.best().schedule(),
                                        RepeatNotes.dots(result.rows().stream()
                                                .map(Row::seconds)
                                                .toList())),
                        Captions.origin(result)),
                seconds(low, high),
                lines);
    }

    private ValueAxis seconds(double low, double high) {
        String label = result.best().origin() == Origin.SIMULATED
                ? "simulated seconds, from the beginning of planning to the end of the last chunk"
                : "seconds, " + TimedRun.TIMED_REGION;
        double room = ROOM * Math.max(high - low, low * ROOM);
        return high > WIDE * low ? Axes.octaves(label, low, high) : Axes.between(label, low - room, high + room);
    }
}
