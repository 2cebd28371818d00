package org.mandelspark.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.RepeatsPlot;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.study.BalanceResult.Row;

/** A study of load balance. */
final class BalanceReport extends StudyReport<BalanceResult> {
    /** Ratio of the longest to the shortest time beyond which an axis is logarithmic. */
    private static final double WIDE = 4;

    /** Part of the shown range that stays free at either end. */
    private static final double ROOM = 0.06;

    private static final Catalogue<BalanceResult> CATALOGUE = new Catalogue<BalanceResult>()
            .csv(
                    "balance.csv",
                    result -> result.rows().stream().map(BalanceReport::cells).toList())
            .csv(RowCostFiles.CSV, result -> RowCostFiles.table(result.rowCosts()))
            .csv(HistogramFiles.CSV, result -> new HistogramFiles(result).table())
            .optionalFigure("balance", result -> new FactorPlot(result).plot())
            .figure("times", BalanceReport::times)
            .figure("gantt", GanttPlot::of)
            .optionalFigure(RowsPlot.NAME, BalanceReport::rows)
            .optionalFigure(ChunkPictures.OWNERS, result -> pictures(result).map(ChunkPictures::owners))
            .optionalFigure(ChunkPictures.COSTS, result -> pictures(result).map(ChunkPictures::costs))
            .figure(ChunkSizesPlot.NAME, result -> new ChunkSizesPlot(result).plot())
            .figure(HistogramFiles.PLOT, result -> new HistogramFiles(result).plot());

    BalanceReport() {
        super(BalanceResult.class);
    }

    @Override
    Catalogue<BalanceResult> catalogue() {
        return CATALOGUE;
    }

    @Override
    String title(BalanceResult result) {
        return "Load balance of " + result.problem().title();
    }

    @Override
    List<String> findings(BalanceResult result) {
        return new BalanceAdvice(result).findings();
    }

    @Override
    List<NotedTable> tables(BalanceResult result) {
        BalanceTable table = new BalanceTable(result);
        return List.of(new NotedTable("Schedules", table.table(), table.definitions()));
    }

    @Override
    public List<String> lines(BalanceResult result) {
        return new BalanceTable(result).lines();
    }

    private static Optional<Plot> rows(BalanceResult result) {
        return RowsPlot.of(
                result.problem(),
                result.picture(),
                result.rowCosts(),
                owners(result, BalanceAdvice.STATIC),
                CaptionText.origin(result));
    }

    private static Optional<ChunkPictures> pictures(BalanceResult result) {
        return result.picture()
                .map(picture -> new ChunkPictures(
                        picture,
                        owners(result, BalanceAdvice.STATIC, BalanceAdvice.CYCLIC),
                        CaptionText.origin(result)));
    }

    /** Rows of these schedules and of the best, as far as they took part. */
    private static List<Ownership> owners(BalanceResult result, String... schedules) {
        return Stream.concat(
                        Arrays.stream(schedules).flatMap(schedule -> BalanceAdvice.row(result, schedule).stream()),
                        Stream.of(result.best()))
                .distinct()
                .map(row -> new Ownership(
                        row.schedule(),
                        "efficiency %s%%, λ %s"
                                .formatted(Format.percent(row.efficiency()), Format.ratio(row.imbalance())),
                        row.median(),
                        Lanes.of(row)))
                .toList();
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
        cells.put("tail_idle", isSimulated ? null : ledger.share(Ledger.Account.TAIL_IDLE));
        return cells;
    }

    /** Every repeat of every schedule, the fastest on top. */
    private static Plot times(BalanceResult result) {
        List<RepeatsPlot.Line> lines = result.rows().stream()
                .sorted(Comparator.comparingDouble(row -> row.seconds().median()))
                .map(row -> RepeatsPlot.Line.of(
                        row.schedule(), ScheduleColours.of(row.schedule()), Lanes.repeatSeconds(result, row)))
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
                CaptionText.title("Schedules", result.problem()),
                List.of(
                        "Further left is better: %s has the lowest median. %s"
                                .formatted(
                                        result.best().schedule(),
                                        RepeatNotes.dots(result.rows().stream()
                                                .map(Row::seconds)
                                                .toList())),
                        CaptionText.origin(result)),
                seconds(result, low, high),
                lines);
    }

    private static ValueAxis seconds(BalanceResult result, double low, double high) {
        String label = result.best().origin() == Origin.SIMULATED
                ? "simulated seconds, from the beginning of planning to the end of the last chunk"
                : "seconds, " + TimedRun.TIMED_REGION;
        double room = ROOM * Math.max(high - low, low * ROOM);
        return high > WIDE * low ? Axes.octaves(label, low, high) : Axes.between(label, low - room, high + room);
    }
}
