package org.mandelspark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mandelspark.measure.PopMetrics;
import org.mandelspark.record.Run;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.ScalingResult.Row;

/** A study of strong or weak scaling. */
final class ScalingReport extends StudyReport<ScalingResult> {
    private static final Catalogue<ScalingResult> CATALOGUE = new Catalogue<ScalingResult>()
            .csv(
                    "scaling.csv",
                    result -> result.rows().stream()
                            .map(row -> cells(result, row))
                            .toList())
            .csv(RowCostFiles.CSV, result -> RowCostFiles.table(result.rowCosts()))
            .figure("time", result -> new ScalingPlots(result).time())
            .figure("speedup", result -> new ScalingPlots(result).speedup())
            .figure("efficiency", result -> new ScalingPlots(result).efficiency())
            .figure("ledger", result -> new LedgerPlot(medians(result)).of(result.problem()))
            .figure("gantt", GanttPlot::of)
            .optionalFigure(RowsPlot.NAME, ScalingReport::rows);

    ScalingReport() {
        super(ScalingResult.class);
    }

    @Override
    Catalogue<ScalingResult> catalogue() {
        return CATALOGUE;
    }

    @Override
    String title(ScalingResult result) {
        return (result.request().mode() == Mode.WEAK ? "Weak scaling of " : "Strong scaling of ")
                + result.problem().title();
    }

    @Override
    List<String> findings(ScalingResult result) {
        return new ScalingAdvice(result).findings();
    }

    @Override
    List<NotedTable> tables(ScalingResult result) {
        ScalingTable table = new ScalingTable(result);
        return List.of(
                new NotedTable("Times, speedup and efficiency", table.table(), table.definitions()),
                StudySection.ledger(table.medians()));
    }

    @Override
    public List<String> lines(ScalingResult result) {
        return new ScalingTable(result).lines();
    }

    private static List<Run> medians(ScalingResult result) {
        return result.rows().stream().map(Row::median).toList();
    }

    private static Optional<Plot> rows(ScalingResult result) {
        return RowsPlot.of(
                result.problem(),
                result.picture(),
                result.rowCosts(),
                result.request().mode() == Mode.STRONG ? List.of(owners(result)) : List.of(),
                CaptionText.origin(result));
    }

    /** Owners of the rows with the most workers. */
    private static Ownership owners(ScalingResult result) {
        Row last = result.rows().get(result.rows().size() - 1);
        return new Ownership(
                Format.count(last.workers(), "worker"),
                "efficiency %s%%".formatted(Format.percent(last.efficiency())),
                last.median(),
                Lanes.executed(last.median()));
    }

    /** The columns of the table, in their order. */
    private static Map<String, Object> cells(ScalingResult result, Row row) {
        Run run = row.median();
        PopMetrics pop = run.pop();
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("mode", result.request().mode().label());
        cells.put("workers", row.workers());
        SpreadCells.putMedian(row.seconds(), cells);
        SpreadCells.putRange(row.seconds(), cells);
        cells.put("speedup", row.speedup());
        cells.put("efficiency", row.efficiency());
        cells.put("baseline_s", result.single().median());
        cells.put("serial_s", result.serial().median());
        cells.put("speedup_vs_serial", row.speedupOverSerial());
        cells.put("efficiency_vs_serial", row.efficiencyOverSerial());
        cells.put(
                "karp_flatt",
                row.serialFraction().isPresent() ? row.serialFraction().getAsDouble() : null);
        cells.put("load_balance", pop.loadBalance());
        cells.put("communication_efficiency", pop.communicationEfficiency());
        cells.put("serialisation_efficiency", pop.serialisationEfficiency());
        cells.put("transfer_efficiency", pop.transferEfficiency());
        cells.put("iterations_per_core_s", pop.iterationsPerCoreSecond());
        cells.put("iterations", run.iterations());
        cells.put("chunks", run.chunks().size());
        cells.put("lower_bound_s", ScalingPlots.boundSeconds(row));
        cells.put("outliers", row.seconds().outliers());
        cells.put("warmups", new WarmthNotes(result).warmups(Format.count(row.workers(), "worker")));
        cells.put("drift", row.seconds().drift().name().toLowerCase(Locale.ROOT));
        run.ledger()
                .rows()
                .forEach(account -> cells.put("ledger_" + account.account().key(), account.share()));
        return cells;
    }
}
