package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mandelspark.files.Csv;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.PopMetrics;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.ScalingResult.Row;

/** A scaling study as the files of a study folder: its tables as CSV, every run as JSON, the plots. */
public final class ScalingFiles {
    private static final String CSV = "scaling.csv";
    private static final String TIME = "time";
    private static final String SPEEDUP = "speedup";
    private static final String EFFICIENCY = "efficiency";
    private static final String LEDGER = "ledger";
    private static final String GANTT = "gantt";

    /** The files that are written, as far as the study has what they show. */
    public static final List<String> NAMES = Plot.names(
            List.of(CSV, RowCostFiles.CSV, StudyRecord.NAME, RunLog.NAME),
            List.of(TIME, SPEEDUP, EFFICIENCY, LEDGER, GANTT, RowsPlot.NAME));

    private final ScalingResult result;

    /**
     * The files of a study.
     *
     * @param result what they tell
     */
    public ScalingFiles(ScalingResult result) {
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
        ScalingPlots plots = new ScalingPlots(result);
        tables.add(new StudyFiles.Table(CSV, this::writeCsv));
        figures.add(new Figure(TIME, plots.time()));
        figures.add(new Figure(SPEEDUP, plots.speedup()));
        figures.add(new Figure(EFFICIENCY, plots.efficiency()));
        figures.add(new Figure(
                LEDGER, new LedgerPlot(result.rows().stream().map(Row::median).toList()).of(result.problem())));
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
                                    result.request().mode() == Mode.STRONG ? List.of(owners()) : List.of(),
                                    Captions.origin(result))
                            .plot()));
        }
        return new StudyFiles(tables, figures);
    }

    /** With the most workers. */
    private Ownership owners() {
        Row last = result.rows().get(result.rows().size() - 1);
        return new Ownership(
                Figures.count(last.workers(), "worker"),
                "efficiency %s%%".formatted(Figures.percent(last.efficiency())),
                last.median(),
                Lanes.executed(last.median()));
    }

    void writeCsv(OutputStream out) throws IOException {
        Csv.write(result.rows().stream().map(this::cells).toList(), out);
    }

    /** The columns of the table, in their order. */
    private Map<String, Object> cells(Row row) {
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
        cells.put("warmups", new WarmthNotes(result).warmups(Figures.count(row.workers(), "worker")));
        cells.put("drift", row.seconds().drift().name().toLowerCase(Locale.ROOT));
        for (Ledger.Part part : run.ledger().parts()) {
            cells.put("ledger_" + part.name().replace(' ', '_').replace('-', '_'), part.share());
        }
        return cells;
    }
}
