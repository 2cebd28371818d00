package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mandelspark.measure.Bounds;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Run;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.study.SingleRun;

/** The account of a run that a job has recorded: of a picture or a pyramid. */
final class SingleRunReport extends StudyReport<SingleRun> {
    /** Share of work beyond which there is nothing to advise. */
    private static final double GOOD = 0.95;

    /** Part of the time beyond which the longest chunk is what decides. */
    private static final double DECIDES = 0.9;

    private static final Columns<Run> COLUMNS = new Columns<Run>()
            .name("schedule", "schedule", run -> run.schedule().label())
            .number("p", "workers", Run::workers)
            .number("chunks", "chunks", run -> run.chunks().size())
            .figure("seconds", "seconds", Run::totalSeconds, Format::seconds)
            .figure("work %", "work", run -> run.ledger().workShare(), Format::percent)
            .figure("λ", "imbalance", run -> run.imbalance().lambda(), Format::ratio)
            .figure("longest s", "longest_chunk_s", SingleRunReport::longestSeconds, Format::seconds)
            .figure("bound s", "lower_bound_s", run -> run.bounds().lower() / 1e9, Format::seconds);

    private static final Catalogue<SingleRun> CATALOGUE = new Catalogue<SingleRun>()
            .csv("run.csv", result -> COLUMNS, SingleRun::runs)
            .figure("gantt", GanttPlot::of)
            .figure("ledger", result -> new LedgerPlot(result.runs()).of(result.problem(), "of this run"));

    SingleRunReport() {
        super(SingleRun.class);
    }

    @Override
    Catalogue<SingleRun> catalogue() {
        return CATALOGUE;
    }

    @Override
    String title(SingleRun result) {
        return "A run: " + result.run().place().name() + " of "
                + result.problem().title();
    }

    @Override
    List<String> findings(SingleRun result) {
        Run run = result.run();
        Ledger.Row loss = run.ledger().largestLoss();
        List<String> findings = new ArrayList<>();
        findings.add("%s s on %s: %s%% of core time is work; largest loss: %s %s%%."
                .formatted(
                        Format.seconds(run.totalSeconds()),
                        Format.count(run.workers(), "worker"),
                        Format.percent(run.ledger().workShare()),
                        loss.account().label(),
                        Format.percent(loss.share())));
        Bounds bounds = run.bounds();
        findings.add(
                "No schedule of these chunks on as many workers takes less than %s s; the longest chunk takes %s s."
                        .formatted(Format.seconds(bounds.lower() / 1e9), Format.seconds(longestSeconds(run))));
        findings.add(advice(run));
        return findings;
    }

    private static String advice(Run run) {
        if (run.ledger().workShare() >= GOOD) {
            return "Advice: nothing for this many workers.";
        }
        if (longestSeconds(run) > DECIDES * run.totalSeconds()) {
            return "Advice: smaller chunks, because the longest one takes nearly as long as all.";
        }
        return run.chunks().size() < 4 * run.workers()
                ? "Advice: more chunks for each worker, such as with --schedule over:8, so that those that finish first go on."
                : "Advice: a schedule by cost, such as lpt or auto, if the loss is idle time; balance compares them.";
    }

    @Override
    List<NotedTable> tables(SingleRun result) {
        List<String> notes = List.of(
                "Seconds " + TimedRun.TIMED_REGION + ". One run, so nothing is known of how much repeats would vary.",
                "Phases: "
                        + result.run().wallSeconds().entrySet().stream()
                                .map(phase -> phase.getKey() + " " + Format.seconds(phase.getValue()) + " s")
                                .collect(Collectors.joining(", "))
                        + ".",
                Glossary.line(Glossary.WORKERS, Glossary.IMBALANCE, Glossary.LONGEST, Glossary.BOUND)
                        + " work: share of core time in the kernel and, where chunks write what they compute, in"
                        + " colouring, encoding and writing it.");
        return List.of(
                new NotedTable("Run", COLUMNS.table(result.runs()), notes), new LedgerTable(result.runs()).table());
    }

    private static double longestSeconds(Run run) {
        return Arrays.stream(run.chunkNanos()).max().orElseThrow() / 1e9;
    }
}
