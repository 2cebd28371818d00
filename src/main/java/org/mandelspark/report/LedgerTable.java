package org.mandelspark.report;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.record.Run;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.TextTable.Side;

/** Use of the core time of some runs: a line for each account, a column for each run. */
final class LedgerTable {
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

    NotedTable table() {
        TextTable table = new TextTable().column("% of core time; workers:", Side.LEFT);
        runs.forEach(run -> table.column(String.valueOf(run.workers()), Side.RIGHT));
        List<Ledger> ledgers = runs.stream().map(Run::ledger).toList();
        for (Ledger.Row row : ledgers.get(0).rows()) {
            row(table, row.account().label(), ledgers, ledger -> share(ledger.share(row.account())));
        }
        row(table, "core-seconds (100%)", ledgers, ledger -> Format.seconds(ledger.totalNanos() / NANOS));
        row(table, "Giter/s of a core in the kernel", runs, run -> Format.ratio(speed(run) / GIGA));
        return new NotedTable(
                "Use of core time",
                table,
                runs.stream().map(run -> finding(run, runs.get(0))).toList());
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
        double output = ledger.share(Account.ENCODE) + ledger.share(Account.WRITE);
        String finding = "%s: %s%% of core time in the kernel%s; largest loss: %s %s%%"
                .formatted(
                        Format.count(run.workers(), "worker"),
                        Format.percent(ledger.share(Account.KERNEL)),
                        output == 0 ? "" : ", %s%% in encoding and writing".formatted(Format.percent(output)),
                        loss.account().label(),
                        Format.percent(loss.share()));
        return run.workers() == single.workers()
                ? finding + "."
                : finding
                        + "; the kernel ran at %s%% of its speed with 1 worker."
                                .formatted(Format.percent(speed(run) / speed(single)));
    }
}
