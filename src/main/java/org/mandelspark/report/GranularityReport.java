package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TaskOverheadFit;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.GranularityResult;
import org.mandelspark.study.GranularityResult.Row;

/** A study of task sizes. */
final class GranularityReport extends StudyReport<GranularityResult> {
    /** Work over overhead from which on overhead takes at most 5%. */
    private static final int ENOUGH = 20;

    private static final double MILLIS = 1e3;

    private static final Catalogue<GranularityResult> CATALOGUE = new Catalogue<GranularityResult>()
            .csv("granularity.csv", GranularityReport::columns, GranularityResult::rows)
            .figure("granularity", result -> new GranularityPlot(result).plot());

    GranularityReport() {
        super(GranularityResult.class);
    }

    @Override
    Catalogue<GranularityResult> catalogue() {
        return CATALOGUE;
    }

    @Override
    String title(GranularityResult result) {
        return "Size of tasks on " + result.problem().title();
    }

    @Override
    List<String> findings(GranularityResult result) {
        List<String> findings = new ArrayList<>();
        findings.add(comparison(result));
        result.fit().ifPresent(fit -> findings.add(told(fit)));
        Row finest = finest(result);
        double taskMillis = MILLIS * taskSeconds(finest);
        findings.add(String.format(
                Locale.ROOT,
                "Advice: give a task at least %.3f ms of work, %d times the %.3f ms that it takes besides its kernel (%s).",
                ENOUGH * taskMillis,
                ENOUGH,
                taskMillis,
                finest.grain().label()));
        return findings;
    }

    @Override
    List<NotedTable> tables(GranularityResult result) {
        return List.of(new NotedTable("Tasks", columns(result).table(result.rows()), definitions(result)));
    }

    private static Columns<Row> columns(GranularityResult result) {
        return new Columns<Row>()
                .name("grain", "grain", row -> row.grain().label())
                .stored("workers", row -> result.workers())
                .shown("tasks", Side.RIGHT, row -> String.format(Locale.ROOT, "%,d", row.tasks()))
                .stored("tasks", Row::tasks)
                .median("median ms", "95% CI ms", Row::seconds, Format::millis)
                .range(" ms", Row::seconds, Format::millis)
                .figure("eff. %", "efficiency", row -> row.median().pop().parallelEfficiency(), Format::percent)
                .figure(
                        "besides, ms a task",
                        "task_overhead_s",
                        GranularityReport::taskSeconds,
                        seconds -> String.format(Locale.ROOT, "%.3f", MILLIS * seconds))
                .stored("fitted_task_s", row -> result.fit().map(TaskOverheadFit::secondsPerTask));
    }

    /** Core time of a task besides its kernel, in seconds. */
    private static double taskSeconds(Row row) {
        return row.median().ledger().taskNanos(row.tasks()) / TimeUnit.SECONDS.toNanos(1);
    }

    /** Notes on how to read the table. */
    private static List<String> definitions(GranularityResult result) {
        List<String> notes = new ArrayList<>();
        List<Spread> spreads = result.rows().stream().map(Row::seconds).toList();
        notes.add("Times " + TimedRun.TIMED_REGION + "; " + RepeatNotes.counts(spreads, result) + ".");
        notes.addAll(new WarmthNotes(result).notes());
        notes.addAll(RepeatNotes.cautions(spreads));
        notes.add("eff.: share of core time in the kernel; besides: core time of a task outside the kernel. Both are of"
                + " one run: " + CaptionText.ONE_RUN + ".");
        return notes;
    }

    private static Row finest(GranularityResult result) {
        return result.rows().stream().max(Comparator.comparingInt(Row::tasks)).orElseThrow();
    }

    /** The coarsest cut against the finest, and no more than their intervals say. */
    static String comparison(GranularityResult result) {
        Row finest =
                result.rows().stream().max(Comparator.comparingInt(Row::tasks)).orElseThrow();
        Row fastest = result.rows().stream()
                .min(Comparator.comparingDouble(row -> row.seconds().median()))
                .orElseThrow();
        if (finest.equals(fastest)) {
            return "The finest cut, %s, has the lowest median: %s ms."
                    .formatted(
                            finest.grain().label(),
                            Format.millis(fastest.seconds().median()));
        }
        return "The same answer in %s takes %s in %s (%s): %s."
                .formatted(
                        Format.count(finest.tasks(), "task"),
                        CaptionText.asLong(
                                finest.seconds().median() / fastest.seconds().median()),
                        Format.count(fastest.tasks(), "task"),
                        fastest.grain().label(),
                        CaptionText.verdict(finest.seconds(), fastest.seconds()));
    }

    /** The cost of a task, if the times show any. */
    static String told(TaskOverheadFit fit) {
        if (fit.secondsPerTask() <= 0) {
            return "Fitted: the times do not grow with the number of tasks (residual %s ms RMS), so they do not say what a task costs."
                    .formatted(Format.millis(fit.residuals().rms()));
        }
        return "Fitted: %s ms a task and %s ms a run (residual %s ms RMS)."
                .formatted(
                        Format.millis(fit.secondsPerTask()),
                        Format.millis(fit.fixedSeconds()),
                        Format.millis(fit.residuals().rms()));
    }
}
