package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.measure.PopMetrics;
import org.mandelspark.measure.Spread;
import org.mandelspark.record.Run;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.study.ScalingRequest;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.ScalingResult.Row;

/** A study of strong or weak scaling. */
final class ScalingReport extends StudyReport<ScalingResult> {
    private static Plot ledger(ScalingResult result) {
        List<Run> medians = medians(result);
        return new LedgerPlot(medians)
                .of(result.problem(), "with each number of workers of " + CaptionText.drawn(medians));
    }

    private static final Catalogue<ScalingResult> CATALOGUE = new Catalogue<ScalingResult>()
            .csv("scaling.csv", ScalingReport::columns, ScalingResult::rows)
            .csv(RowCostFiles.CSV, result -> RowCostFiles.COLUMNS, ScalingResult::rowCosts)
            .figure("time", result -> new ScalingPlots(result).time())
            .figure("speedup", result -> new ScalingPlots(result).speedup())
            .figure("efficiency", result -> new ScalingPlots(result).efficiency())
            .figure("ledger", ScalingReport::ledger)
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
    Optional<Facet> facet(ScalingResult result) {
        return Optional.of(new Facet(
                result.request().computation(),
                CaptionText.origin(result),
                result.rows().stream()
                        .map(row -> new Facet.Line(
                                Format.count(row.workers(), "worker"),
                                ScheduleColours.of(result.request().schedule().label()),
                                row.seconds(),
                                row.efficiency()))
                        .toList()));
    }

    @Override
    List<NotedTable> tables(ScalingResult result) {
        return List.of(
                new NotedTable(
                        "Times, speedup and efficiency", columns(result).table(result.rows()), definitions(result)),
                new LedgerTable(medians(result)).table());
    }

    private static Columns<Row> columns(ScalingResult result) {
        WarmthNotes warmth = new WarmthNotes(result);
        Columns<Row> columns = new Columns<Row>()
                .stored("mode", row -> result.request().mode().label())
                .number("workers", "workers", Row::workers)
                .median("median s", "95% interval", Row::seconds, Format::seconds)
                .range("", Row::seconds, Format::seconds)
                .figure("speedup", "speedup", Row::speedup, Format::ratio)
                .figure("eff. %", "efficiency", Row::efficiency, Format::percent)
                .stored("baseline_s", row -> result.single().median())
                .stored("serial_s", row -> result.serial().median())
                .stored("speedup_vs_serial", Row::speedupOverSerial)
                .stored("efficiency_vs_serial", Row::efficiencyOverSerial)
                .optional("Karp-Flatt", "karp_flatt", Row::serialFraction, ScalingReport::fraction)
                .figure("load %", "load_balance", row -> pop(row).loadBalance(), Format::percent)
                .figure(
                        "comm. %",
                        "communication_efficiency", row -> pop(row).communicationEfficiency(), Format::percent)
                .stored("serialisation_efficiency", row -> pop(row).serialisationEfficiency())
                .stored("transfer_efficiency", row -> pop(row).transferEfficiency())
                .stored("iterations_per_core_s", row -> pop(row).iterationsPerCoreSecond())
                .stored("iterations", row -> row.median().iterations())
                .stored("chunks", row -> row.median().chunks().size())
                .stored("lower_bound_s", ScalingPlots::boundSeconds)
                .stored("outliers", row -> row.seconds().outliers())
                .stored("warmups", row -> warmth.warmups(Format.count(row.workers(), "worker")))
                .stored("drift", row -> row.seconds().drift().name().toLowerCase(Locale.ROOT));
        for (Account account : accounts(result)) {
            columns.stored(
                    "ledger_" + account.key(), row -> row.median().ledger().share(account));
        }
        return columns;
    }

    /** Accounts of any of the runs. */
    private static List<Account> accounts(ScalingResult result) {
        return result.rows().stream()
                .flatMap(row -> row.median().ledger().rows().stream())
                .map(Ledger.Row::account)
                .distinct()
                .sorted()
                .toList();
    }

    private static PopMetrics pop(Row row) {
        return row.median().pop();
    }

    /** Notes on how to read the table, and what weakens it. */
    private static List<String> definitions(ScalingResult result) {
        List<Spread> spreads = result.rows().stream().map(Row::seconds).toList();
        List<String> notes = new ArrayList<>();
        notes.add("Times in s, from the beginning of planning to the stitched array; "
                + RepeatNotes.counts(spreads, result) + ".");
        notes.addAll(new WarmthNotes(result).notes());
        notes.addAll(RepeatNotes.cautions(spreads, result.runs()));
        notes.add(grown(result));
        notes.add("load, comm.: load balance and communication efficiency (POP) of the median run; their product is the"
                + " share of core time in the kernel.");
        return notes;
    }

    private static String grown(ScalingResult result) {
        ScalingRequest request = result.request();
        String what = "%s on %s, schedule %s, %s"
                .formatted(
                        request.computation().kernel().label(),
                        request.engine().label(),
                        request.schedule().label(),
                        request.computation().problem().title());
        if (request.mode() == Mode.STRONG) {
            return String.format(
                    Locale.ROOT,
                    "%s; strong scaling: %s whatever the number of workers.",
                    what,
                    Format.count(result.rows().get(0).median().iterations(), "iteration"));
        }
        return "%s; weak scaling: the work grows with the workers, and speedup is scaled. Iterations a worker: %s."
                .formatted(
                        what,
                        result.rows().stream()
                                .map(row -> String.format(
                                        Locale.ROOT,
                                        "%,d with %d",
                                        row.median().iterations() / row.workers(),
                                        row.workers()))
                                .collect(Collectors.joining(", ")));
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
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
        return new Ownership(Format.count(last.workers(), "worker"), last.median(), Lanes.executed(last.median()));
    }
}
