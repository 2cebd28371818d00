package org.mandelspark.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mandelspark.eventlog.LoggedApplication;
import org.mandelspark.files.Json;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.application.Occupancy;
import org.mandelspark.measure.application.Scenario;
import org.mandelspark.record.Analysis;
import org.mandelspark.record.Analysis.GrownStage;
import org.mandelspark.record.Analysis.ScenarioRow;
import org.mandelspark.record.Analysis.StageRow;
import org.mandelspark.record.Run;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.report.StudySection.Fact;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.TextTable.Side;

/** The analysis of an application's log as files and as part of a page. */
public final class AnalysisReport {
    private static final double SECOND = 1000;

    static final Columns<Ledger.Row> LEDGER = new Columns<Ledger.Row>()
            .shown("% of core time", Side.LEFT, row -> row.account().label())
            .stored("name", row -> row.account().key())
            .shown("%", Side.RIGHT, row -> share(row.share()))
            .stored("core_ms", row -> row.nanos() / 1_000_000)
            .stored("share", Ledger.Row::share);

    static final Columns<ScenarioRow> SCENARIOS = new Columns<ScenarioRow>()
            .name("what if", "name", ScenarioRow::name)
            .stored("slots", ScenarioRow::slots)
            .figure("in jobs s", "in_jobs_s", row -> row.inJobsMs() / SECOND, Format::seconds)
            .figure("bound s", "bound_s", row -> row.boundMs() / SECOND, Format::seconds)
            .number("launches/s", "launches_per_second", ScenarioRow::launchesPerSecond);

    private static final Columns<GrownStage> GROWTH = new Columns<GrownStage>()
            .name("stage", "id", stage -> stage.attempt() == 0 ? "" + stage.id() : stage.id() + "." + stage.attempt())
            .figure("took s", "first_s", stage -> stage.firstMeasuredMs() / SECOND, Format::seconds)
            .figure("other s", "second_s", stage -> stage.secondMeasuredMs() / SECOND, Format::seconds)
            .figure("run x", "run_ratio", GrownStage::runRatio, Format::ratio)
            .figure("CPU x", "cpu_ratio", GrownStage::cpuRatio, Format::ratio)
            .figure("lost core-s", "first_wasted_s", stage -> stage.firstWastedMs() / SECOND, Format::seconds)
            .figure("other's", "second_wasted_s", stage -> stage.secondWastedMs() / SECOND, Format::seconds);

    private static final Catalogue<Analysis> CATALOGUE = new Catalogue<Analysis>()
            .csv(
                    "core_time.csv",
                    analysis -> LEDGER,
                    analysis -> analysis.account().rows())
            .csv("stages.csv", AnalysisReport::stages, Analysis::stages)
            .csv("what_if.csv", analysis -> SCENARIOS, Analysis::scenarios)
            .csv(
                    "comparison.csv",
                    analysis -> GROWTH,
                    analysis -> analysis.comparison() == null
                            ? List.of()
                            : analysis.comparison().stages())
            .figure("slots", SlotsPlot::of)
            .optionalFigure("longest_tasks", LongestTasksPlot::of)
            .optionalFigure("what_if", WhatIfPlot::of)
            .optionalFigure("worst_stage", StageGantt::of);

    /** Stages that a page shows; files have all. */
    private static final int SHOWN = 20;

    private AnalysisReport() {}

    /** Names of all files that a folder may have. */
    public static List<String> fileNames() {
        return CATALOGUE.names(StudyRecord.NAME, Analysis.NAME, ApplicationTrace.NAME);
    }

    /**
     * Writes all files.
     *
     * @param asked the questions, by their names in files
     * @throws IOException if one cannot be written
     */
    public static void write(
            Analysis analysis,
            LoggedApplication log,
            Occupancy occupancy,
            Map<String, Object> asked,
            StudyFolder folder)
            throws IOException {
        Map<String, Object> study = new LinkedHashMap<>();
        study.put("format", Run.FORMAT);
        study.put("study", Analysis.STUDY);
        study.putAll(asked);
        folder.write(StudyRecord.NAME, out -> Json.write(study, out));
        folder.write(Analysis.NAME, out -> Json.write(analysis, out));
        CATALOGUE.of(analysis).writeTo(folder);
        ApplicationTrace trace = new ApplicationTrace(log, occupancy, analysis.busy());
        folder.write(ApplicationTrace.NAME, trace::write);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    /** Columns of stages; texts of strangers only where they were asked for. */
    private static Columns<StageRow> stages(Analysis analysis) {
        Columns<StageRow> columns = shortStages()
                .stored("slots", StageRow::slots)
                .stored("run_s", stage -> stage.runMs() / SECOND)
                .stored("cpu_s", stage -> stage.cpuMs() / SECOND)
                .stored("lost_attempts_s", stage -> stage.lostAttemptsMs() / SECOND)
                .name("at", "call_site", StageRow::callSite);
        if (analysis.stages().stream().anyMatch(stage -> stage.description() != null)) {
            columns.stored("description", stage -> cell(stage.description()));
        }
        if (analysis.stages().stream().anyMatch(stage -> stage.sql() != null)) {
            columns.stored("sql", stage -> cell(stage.sql()));
        }
        return columns;
    }

    /** Spreadsheets take what begins with such a sign for a formula. */
    private static String cell(String text) {
        return text == null ? "" : text.matches("(?s)\\s*[=+@-].*") ? "'" + text : text;
    }

    static Columns<StageRow> shortStages() {
        return new Columns<StageRow>()
                .shown("stage", Side.RIGHT, StageRow::label)
                .stored("id", StageRow::id)
                .stored("attempt", StageRow::attempt)
                .number("tasks", "tasks", StageRow::tasks)
                .figure("core s", "core_s", stage -> stage.coreMs() / SECOND, Format::seconds)
                .figure("longest", "longest_s", stage -> stage.longestMs() / SECOND, Format::seconds)
                .figure("bound s", "bound_s", stage -> stage.boundMs() / SECOND, Format::seconds)
                .figure("took s", "measured_s", stage -> stage.measuredMs() / SECOND, Format::seconds)
                .figure("lost core-s", "wasted_s", stage -> stage.wastedMs() / SECOND, Format::seconds)
                .name("why", "reason", StageRow::reason);
    }

    /** The section of a page. */
    static StudySection section(Analysis analysis) {
        return new StudySection(
                "Event log: " + analysis.application().orElse("a Spark application of " + day(analysis)),
                facts(analysis),
                findings(analysis),
                tables(analysis),
                CATALOGUE.of(analysis),
                Optional.empty(),
                fileNames().stream()
                        .filter(file -> file.endsWith(".csv") || file.endsWith(".json") || file.endsWith(".gz"))
                        .toList());
    }

    private static String day(Analysis analysis) {
        return analysis.started().length() < 10
                ? analysis.started()
                : analysis.started().substring(0, 10);
    }

    private static List<Fact> facts(Analysis analysis) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("application", AnalysisText.application(analysis)));
        facts.add(new Fact("began", analysis.started()));
        if (analysis.names() != null) {
            facts.add(new Fact("identifier", analysis.names().id()));
            facts.add(new Fact(
                    "hosts",
                    String.join(
                            ", ", analysis.names().hosts().stream().distinct().toList())));
        }
        analysis.settings().forEach((name, value) -> facts.add(new Fact(name, value)));
        return facts;
    }

    private static List<String> findings(Analysis analysis) {
        List<String> findings = new ArrayList<>();
        findings.add(AnalysisText.whereItWent(analysis));
        findings.addAll(AnalysisText.comparison(analysis));
        findings.add(AnalysisText.selfCheck(analysis) + " " + AnalysisText.CAVEAT);
        analysis.notes().forEach(note -> findings.add(AnalysisText.sentence(note)));
        StageRow worst =
                AnalysisText.mostWasted(analysis, 1).stream().findFirst().orElse(null);
        findings.add(
                worst == null || worst.wastedMs() == 0
                        ? "No stage lost core time."
                        : "Stage " + worst.label() + " lost most: "
                                + AnalysisText.why(analysis, worst.label()) + "; its bound is "
                                + Format.seconds(worst.boundMs() / SECOND) + " s, it took "
                                + Format.seconds(worst.measuredMs() / SECOND) + " s.");
        return findings;
    }

    private static List<NotedTable> tables(Analysis analysis) {
        List<NotedTable> tables = new ArrayList<>();
        tables.add(new NotedTable(
                "Use of core time",
                LEDGER.table(analysis.account().rows()),
                List.of("100% is " + AnalysisText.coreTime(analysis.slotMs())
                        + ": every slot from when its executor was asked for until it was gone.")));
        tables.add(
                new NotedTable(
                        "Stages that lost most",
                        stages(analysis).table(AnalysisText.mostWasted(analysis, SHOWN)),
                        List.of(
                                "Lost is core time of idle slots, shared by the stages that they could have worked for, and of"
                                        + " attempts without a result. Bound: the larger of core time over slots and the longest task.")));
        tables.add(new NotedTable(
                "What if",
                SCENARIOS.table(analysis.scenarios()),
                Stream.concat(
                                Stream.of(
                                        AnalysisText.selfCheck(analysis),
                                        AnalysisText.refusal(analysis).orElse(AnalysisText.CAVEAT)),
                                AnalysisText.fastLaunches(analysis).stream())
                        .toList()));
        if (analysis.comparison() != null) {
            tables.add(new NotedTable(
                    "Stages of both logs",
                    GROWTH.table(analysis.comparison().stages()),
                    AnalysisText.comparison(analysis)));
        }
        return tables;
    }

    /** True of a number of slots that somebody could buy. */
    static boolean isSize(ScenarioRow row) {
        return row.slots() > 0 && row.slots() < Scenario.UNLIMITED;
    }
}
