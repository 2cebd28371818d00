package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.RepeatsPlot;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.study.BalanceResult.Row;
import org.mandelspark.study.RowCost;

/** A study of load balance. */
final class BalanceReport extends StudyReport<BalanceResult> {
    /** Ratio of the longest to the shortest time beyond which an axis is logarithmic. */
    private static final double WIDE = 4;

    /** Part of the shown range that stays free at either end. */
    private static final double ROOM = 0.06;

    private static final Catalogue<BalanceResult> CATALOGUE = new Catalogue<BalanceResult>()
            .csv("balance.csv", BalanceReport::columns, BalanceResult::rows)
            .csv(RowCostFiles.CSV, result -> RowCostFiles.COLUMNS, result -> costs(result, Unit.ROW::equals))
            .csv(TileCosts.CSV, TileCosts::columns, result -> costs(result, unit -> !unit.equals(Unit.ROW)))
            .csv(
                    HistogramFiles.CSV,
                    result -> HistogramFiles.COLUMNS,
                    result -> histograms(result).bins())
            .optionalFigure(UnitsPlot.NAME, result -> new UnitsPlot(result).plot())
            .optionalFigure("balance", result -> new FactorPlot(result.ofBestUnit()).plot())
            .figure("times", BalanceReport::times)
            .figure("gantt", result -> GanttPlot.of(result.ofBestUnit()))
            .optionalFigure(RowsPlot.NAME, result -> rows(result.ofBestUnit()))
            .figure(ChunkSizesPlot.NAME, result -> new ChunkSizesPlot(result.ofBestUnit()).plot())
            .figure(HistogramFiles.PLOT, result -> histograms(result).plot());

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
        List<String> findings = new ArrayList<>(UnitsAdvice.findings(result));
        findings.addAll(new BalanceAdvice(result.ofBestUnit()).findings());
        return findings;
    }

    @Override
    List<NotedTable> tables(BalanceResult result) {
        return List.of(new NotedTable("Schedules", columns(result).table(result.rows()), definitions(result)));
    }

    @Override
    Optional<Facet> facet(BalanceResult result) {
        return Optional.of(new Facet(
                result.request().computation(),
                CaptionText.origin(result),
                result.rows().stream()
                        .map(row -> new Facet.Line(
                                row.label(), ScheduleColours.of(row.schedule()), row.seconds(), row.efficiency()))
                        .toList()));
    }

    private static Columns<Row> columns(BalanceResult result) {
        Columns<Row> columns = new Columns<Row>().name("schedule", "schedule", Row::schedule);
        if (result.rows().stream().anyMatch(row -> !row.unit().equals(Unit.ROW))) {
            columns.shown("unit", Side.LEFT, row -> row.unit().label());
        }
        return columns.number("K", "factor", Row::factor)
                .number("p", "workers", Row::workers)
                .number("chunks", "chunks", Row::chunks)
                .median(isSimulated(result) ? "simulated s" : "median s", "95% CI s", Row::seconds, Format::seconds)
                .figure("eff. %", "efficiency", Row::efficiency, Format::percent)
                .figure("λ", "imbalance", Row::imbalance, Format::ratio)
                .figure("longest s", "longest_chunk_s", Row::longestChunkSeconds, Format::seconds)
                .figure("bound s", "lower_bound_s", Row::lowerBoundSeconds, Format::seconds)
                .stored("simulated", row -> isSimulated(result))
                .stored("min_s", row -> row.seconds().min())
                .stored("max_s", row -> row.seconds().max())
                .stored("outliers", row -> row.seconds().outliers())
                .stored("load_balance", row -> 1 / (1 + row.imbalance()))
                .stored("kernel_s", row -> row.median().workSeconds())
                // The ledger is of the workers that were there, not of virtual ones.
                .stored(
                        "tail_idle",
                        row -> isSimulated(result)
                                ? null
                                : row.median().ledger().share(Account.TAIL_IDLE))
                .stored("unit", row -> row.unit().label());
    }

    /** Notes on how to read the table, and what weakens it. */
    private static List<String> definitions(BalanceResult result) {
        List<Spread> spreads = result.rows().stream().map(Row::seconds).toList();
        List<String> notes = new ArrayList<>();
        String counts = RepeatNotes.counts(spreads, result) + ".";
        if (isSimulated(result)) {
            notes.add(
                    "simulated: the chunks were measured on %s (%s) and replayed on %d, each with the core time that a"
                                    .formatted(
                                            Format.count(result.workers(), "worker"),
                                            result.workersSource(),
                                            result.rows().get(0).workers())
                            + " task took besides its kernel; no run took these times.");
            notes.add(
                    "Times from the beginning of planning to the end of the last chunk, medians of the replays, without"
                            + " what an engine takes to start and to stitch; " + counts);
        } else {
            notes.add("Times " + TimedRun.TIMED_REGION + "; " + counts);
        }
        notes.addAll(new WarmthNotes(result).notes());
        notes.addAll(RepeatNotes.cautions(spreads, result.runs()));
        notes.add(Glossary.line(Glossary.FACTOR, Glossary.WORKERS, Glossary.IMBALANCE, Glossary.LONGEST, Glossary.BOUND)
                + " eff., λ, longest and bound are of one run: " + CaptionText.ONE_RUN + ".");
        return notes;
    }

    /** True if the rows are simulated: all rows are, or none. */
    private static boolean isSimulated(BalanceResult result) {
        return result.rows().get(0).origin() == Origin.SIMULATED;
    }

    private static HistogramFiles histograms(BalanceResult result) {
        return new HistogramFiles(result.ofBestUnit());
    }

    /** Costs of the units of a kind, where the fastest schedule deals out such. */
    private static List<RowCost> costs(BalanceResult result, Predicate<Unit> kind) {
        return kind.test(result.unit()) ? result.rowCosts() : List.of();
    }

    /** Nothing for tiles: a strip beside the picture has one place for each row. */
    private static Optional<Plot> rows(BalanceResult result) {
        return RowsPlot.of(
                result.problem(),
                result.picture(),
                costs(result, Unit.ROW::equals),
                owners(result, BalanceAdvice.STATIC, BalanceAdvice.CYCLIC),
                CaptionText.origin(result));
    }

    /** Rows of these schedules and of the best, as far as they took part. */
    private static List<Ownership> owners(BalanceResult result, String... schedules) {
        return Stream.concat(
                        Arrays.stream(schedules).flatMap(schedule -> BalanceAdvice.row(result, schedule).stream()),
                        Stream.of(result.best()))
                .distinct()
                .map(row -> new Ownership(row.schedule(), row.median(), Lanes.of(row)))
                .toList();
    }

    /** Every repeat of every schedule, the fastest on top. */
    private static Plot times(BalanceResult result) {
        List<RepeatsPlot.Line> lines = result.rows().stream()
                .sorted(Comparator.comparingDouble(row -> row.seconds().median()))
                .map(row -> RepeatsPlot.Line.of(
                        row.label(), ScheduleColours.of(row.schedule()), Lanes.repeatSeconds(result, row)))
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
                                        result.best().label(),
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
