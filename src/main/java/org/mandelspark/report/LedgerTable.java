package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.record.Run;
import org.mandelspark.report.TextTable.Side;

/** Use of the core time of some runs, for the terminal: a line for each part, a column for each run. */
final class LedgerTable {
    /** Number of runs that fit into 100 columns. */
    private static final int RUNS_ABREAST = 8;

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double GIGA = 1e9;

    private final List<Run> runs;

    /**
     * A table.
     *
     * @param runs at least one, each with another number of workers
     */
    LedgerTable(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    /** Lines of as many tables as the runs need, one below the other. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i += RUNS_ABREAST) {
            if (i > 0) {
                lines.add("");
            }
            lines.addAll(abreast(runs.subList(i, Math.min(runs.size(), i + RUNS_ABREAST))));
        }
        return lines;
    }

    /** One table of all runs, however wide. */
    TextTable table() {
        return table(runs);
    }

    private static List<String> abreast(List<Run> runs) {
        return table(runs).lines();
    }

    private static TextTable table(List<Run> runs) {
        TextTable table = new TextTable().column("% of core time; workers:", Side.LEFT);
        runs.forEach(run -> table.column(String.valueOf(run.workers()), Side.RIGHT));
        List<Ledger> ledgers = runs.stream().map(Run::ledger).toList();
        for (Ledger.Row row : ledgers.get(0).rows()) {
            row(table, row.account().label(), ledgers, ledger -> share(ledger.share(row.account())));
        }
        row(table, "core-seconds (100%)", ledgers, ledger -> Format.seconds(ledger.totalNanos() / NANOS));
        row(table, "Giter/s of a core in the kernel", runs, run -> Format.ratio(speed(run) / GIGA));
        return table;
    }

    private static <T> void row(TextTable table, String name, List<T> columns, Function<T, String> cell) {
        table.row(Stream.concat(Stream.of(name), columns.stream().map(cell)).toArray(String[]::new));
    }

    /** Two decimals, because parts of less than a tenth of a percent are what a good run has. */
    private static String share(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    private static double speed(Run run) {
        return run.pop().iterationsPerCoreSecond();
    }

    /**
     * Conclusion from a run's ledger, in a sentence.
     *
     * @param single the run with one worker, for whether the cores slow each other down
     */
    static String finding(Run run, Run single) {
        Ledger ledger = run.ledger();
        Ledger.Row loss = ledger.largestLoss();
        String finding = "%s: %s%% of core time in the kernel; largest loss: %s %s%%"
                .formatted(
                        Format.count(run.workers(), "worker"),
                        Format.percent(ledger.share(Account.KERNEL)),
                        loss.account().label(),
                        Format.percent(loss.share()));
        return run.workers() == single.workers()
                ? finding + "."
                : finding
                        + "; the kernel ran at %s%% of its speed with 1 worker."
                                .formatted(Format.percent(speed(run) / speed(single)));
    }
}
