package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.study.RecordedStudy;
import org.mandelspark.study.SimulationResult;

/**
 * Section of a page on one study, whatever its kind: the same tables, sentences and figures that its own command has.
 *
 * @param title what kind of study, of which view
 * @param facts what was computed, with what, how often
 * @param findings sentences, what matters most first
 * @param tables what was measured
 * @param figures the same, drawn
 * @param simulation what follows for more workers, if it was simulated
 * @param files names of the CSV and JSON files that a folder of this study has
 */
record StudySection(
        String title,
        List<Fact> facts,
        List<String> findings,
        List<NotedTable> tables,
        StudyFiles figures,
        Optional<SimulationPart> simulation,
        List<String> files) {
    StudySection {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
        tables = List.copyOf(tables);
        files = List.copyOf(files);
    }

    /** The section of a study. */
    static StudySection of(RecordedStudy study) {
        StudyReport.Told<?> report = StudyReports.of(study.result());
        return new StudySection(
                report.title(),
                facts(study),
                report.findings(),
                report.tables(),
                report.files(),
                study.simulation().map(SimulationPart::of),
                report.report().fileNames().stream()
                        .filter(file -> file.endsWith(".csv") || file.endsWith(".json"))
                        .toList());
    }

    private static List<Fact> facts(RecordedStudy study) {
        Run first = study.runs().stream()
                .filter(run -> run.phase() == Phase.MEASURED)
                .min(Comparator.comparingInt(run -> run.workers()))
                .orElseThrow();
        List<Fact> facts = new ArrayList<>();
        study.result().problem().details().forEach((name, value) -> facts.add(new Fact(name, value)));
        facts.add(new Fact("kernel", methods(study)));
        if (study.runs().size() > 1) {
            facts.add(new Fact("runs", runs(study)));
            facts.add(new Fact(
                    "order",
                    RunOrder.of(study.result()) + ", seed " + first.place().seed()));
        }
        facts.add(new Fact("answer", answer(first, study.runs().size())));
        facts.add(new Fact("workers", workers(study)));
        return facts;
    }

    /** The checksum of a run alone may be of what it wrote. */
    private static String answer(Run first, int runs) {
        String iterations = Format.count(first.iterations(), "iteration");
        return runs == 1
                ? "checksum %s, %s".formatted(first.checksum(), iterations)
                : "checksum %s (CRC-32C of the %s), %s, the same in every run"
                        .formatted(first.checksum(), first.problem().cellLabel(), iterations);
    }

    /** Numbers of workers of every engine but the plain loop, whose one worker nobody chose. */
    private static String workers(RecordedStudy study) {
        return String.join(
                ", ",
                study.runs().stream()
                        .filter(run -> run.phase() == Phase.MEASURED)
                        .filter(run -> !run.engine().equals(EngineKind.SERIAL.label()))
                        .map(run -> "%s × %d (%s)".formatted(run.engine(), run.workers(), run.workersSource()))
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static String methods(RecordedStudy study) {
        return String.join(
                ", ",
                study.runs().stream()
                        .filter(run -> run.phase() == Phase.MEASURED)
                        .flatMap(run -> run.methods().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static String runs(RecordedStudy study) {
        List<String> parts = new ArrayList<>();
        for (Phase phase : List.of(Phase.MEASURED, Phase.WARMUP, Phase.REFERENCE, Phase.CALIBRATION)) {
            long n = study.runs().stream().filter(run -> run.phase() == phase).count();
            parts.add(n + " " + phase.label());
        }
        return String.join(", ", parts);
    }

    /** Something that is known of a study besides what it measured. */
    record Fact(String name, String value) {}

    /**
     * A table with a heading above and sentences below.
     *
     * @param title what it shows
     * @param table the table
     * @param notes how to read it, and what weakens it
     */
    record NotedTable(String title, TextTable table, List<String> notes) {
        NotedTable {
            notes = List.copyOf(notes);
        }

        /** The table and its notes as a terminal shows them, at most 100 columns wide. */
        List<String> lines() {
            List<String> lines = new ArrayList<>(table.lines());
            lines.add("");
            notes.forEach(note -> lines.addAll(Paragraph.lines(note)));
            return lines;
        }
    }

    /**
     * Results of a simulation.
     *
     * @param findings sentences
     * @param table of all of it
     * @param figures the same, drawn
     */
    record SimulationPart(List<String> findings, NotedTable table, StudyFiles figures) {
        static SimulationPart of(SimulationResult result) {
            return new SimulationPart(
                    new SimulationAdvice(result).findings(),
                    new SimulationTable(result).table(),
                    SimulationFiles.of(result));
        }
    }
}
