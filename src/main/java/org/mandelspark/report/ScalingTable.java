package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.PopMetrics;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.UslFit;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.ScalingRequest;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.ScalingResult.Row;

/** A scaling study for the terminal: the table, what follows from it, and where the core time went. */
public final class ScalingTable {
    private final ScalingResult result;

    /**
     * A table.
     *
     * @param result what it shows
     */
    public ScalingTable(ScalingResult result) {
        this.result = result;
    }

    /** The tables and their notes, at most 100 columns wide. */
    public List<String> lines() {
        List<MeasuredRun> medians = result.rows().stream().map(Row::median).toList();
        List<String> lines = new ArrayList<>(table().lines());
        lines.add("");
        notes().forEach(note -> lines.addAll(Paragraph.lines(note)));
        lines.add("");
        lines.addAll(new LedgerTable(medians).lines());
        lines.add("");
        medians.forEach(run -> lines.addAll(Paragraph.lines(LedgerTable.finding(run, medians.get(0)))));
        return lines;
    }

    private TextTable table() {
        TextTable table = new TextTable()
                .column("workers", Side.RIGHT)
                .column("median s", Side.RIGHT)
                .column("95% interval", Side.RIGHT)
                .column("min", Side.RIGHT)
                .column("max", Side.RIGHT)
                .column("speedup", Side.RIGHT)
                .column("eff. %", Side.RIGHT)
                .column("Karp-Flatt", Side.RIGHT)
                .column("load %", Side.RIGHT)
                .column("comm. %", Side.RIGHT);
        for (Row row : result.rows()) {
            Spread seconds = row.seconds();
            PopMetrics pop = row.median().pop();
            table.row(
                    String.valueOf(row.workers()),
                    Figures.seconds(seconds.median()),
                    Figures.interval(seconds.interval(), Figures::seconds),
                    Figures.seconds(seconds.min()),
                    Figures.seconds(seconds.max()),
                    Figures.ratio(row.speedup()),
                    Figures.percent(row.efficiency()),
                    row.serialFraction().isPresent()
                            ? fraction(row.serialFraction().getAsDouble())
                            : "-",
                    Figures.percent(pop.loadBalance()),
                    Figures.percent(pop.communicationEfficiency()));
        }
        return table;
    }

    private List<String> notes() {
        List<Spread> spreads = result.rows().stream().map(Row::seconds).toList();
        ScalingRequest request = result.request();
        List<String> notes = new ArrayList<>();
        notes.add("Times in s, from the beginning of planning to the stitched array; "
                + RepeatNotes.counts(spreads, request.settings()) + ".");
        notes.addAll(RepeatNotes.cautions(spreads, result.runs()));
        notes.add(grown());
        notes.add(baselines());
        notes.add("Against the single thread: "
                + result.rows().stream()
                        .map(row -> "%s with %d (%s%%)"
                                .formatted(
                                        Figures.ratio(row.speedupOverSerial()),
                                        row.workers(),
                                        Figures.percent(row.efficiencyOverSerial())))
                        .collect(Collectors.joining(", "))
                + ".");
        notes.add("load, comm.: load balance and communication efficiency (POP) of the median run; their product is the"
                + " share of core time in the kernel.");
        if (request.mode() == Mode.WEAK) {
            notes.add("Amdahl's law, USL and COST are of strong scaling: not fitted.");
        } else {
            notes.add(amdahl());
            notes.add(usl());
            notes.add(cost());
        }
        return notes;
    }

    private String grown() {
        ScalingRequest request = result.request();
        String what = "%s on %s, schedule %s, view %s"
                .formatted(
                        request.subject().kernel().label(),
                        request.engine().label(),
                        request.schedule().label(),
                        request.subject().view().name());
        if (request.mode() == Mode.STRONG) {
            return String.format(
                    Locale.ROOT,
                    "%s; strong scaling: %,d iterations whatever the number of workers.",
                    what,
                    result.rows().get(0).median().iterations());
        }
        return "%s; weak scaling: rows grow with the workers, and speedup is scaled. Iterations a worker: %s."
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

    private String baselines() {
        double serial = result.serial().median();
        double single = result.single().median();
        return "Baselines: the best single thread, a plain loop without Spark, %s s (95%% interval %s); %s with 1 worker %s s, %s%% %s."
                        .formatted(
                                Figures.seconds(serial),
                                Figures.interval(result.serial().interval(), Figures::seconds),
                                result.request().engine().label(),
                                Figures.seconds(single),
                                Figures.percent(Math.abs(single / serial - 1)),
                                single < serial ? "less" : "more")
                + " Speedup and efficiency above are against the latter.";
    }

    private String amdahl() {
        return result.amdahl()
                .map(fit -> "Amdahl: serial fraction %s, RMS residual %s of the speedups."
                        .formatted(
                                fraction(fit.serialFraction()),
                                fraction(fit.residuals().rms())))
                .orElse("Amdahl: not fitted, needs more than 1 worker.");
    }

    private String usl() {
        return result.usl()
                .map(fit -> "USL: sigma %s, kappa %s, RMS residual %s of the speedups; %s."
                        .formatted(
                                fraction(fit.contention()),
                                String.format(Locale.ROOT, "%.6f", fit.coherency()),
                                fraction(fit.residuals().rms()),
                                peak(fit)))
                .orElse("USL: not fitted, needs 4 numbers of workers, not "
                        + result.rows().size() + ".");
    }

    private static String peak(UslFit fit) {
        return fit.peakWorkers().isPresent()
                ? String.format(
                        Locale.ROOT, "peak at %.1f workers", fit.peakWorkers().getAsDouble())
                : "no peak";
    }

    private String cost() {
        return result.cost().isPresent()
                ? "COST: %s beats the best single thread from %s on."
                        .formatted(
                                result.request().engine().label(),
                                Figures.count(result.cost().getAsInt(), "worker"))
                : "COST: none of these; no number of workers is shown to beat the best single thread.";
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
