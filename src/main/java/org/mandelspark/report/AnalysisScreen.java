package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.application.Scenario;
import org.mandelspark.record.Analysis;
import org.mandelspark.record.Analysis.ScenarioRow;
import org.mandelspark.report.TextTable.Side;

/** The first screen of an analysis: 25 lines of 80 columns, what is wrong first. */
public final class AnalysisScreen {
    private static final int LINES = 25;
    private static final int COLUMNS = 80;
    private static final int WARNINGS = 3;
    private static final int STAGES = 5;
    private static final int LEDGER_COLUMNS = 3;
    private static final int SIZES = 5;
    private static final int PIECES = 2;
    private static final double SECOND = 1000;

    private final Analysis analysis;

    /** The screen of an analysis. */
    public AnalysisScreen(Analysis analysis) {
        this.analysis = analysis;
    }

    /** Its lines. */
    public List<String> lines() {
        List<List<String>> blocks = new ArrayList<>();
        blocks.add(head());
        blocks.add(ledger());
        blocks.add(stages());
        blocks.add(whatIf());
        blocks.removeIf(List::isEmpty);
        int spare = LINES - blocks.stream().mapToInt(List::size).sum();
        List<String> lines = new ArrayList<>();
        for (List<String> block : blocks) {
            if (!lines.isEmpty() && spare > 0) {
                lines.add("");
                spare--;
            }
            lines.addAll(block);
        }
        return lines;
    }

    private List<String> head() {
        List<String> lines = new ArrayList<>();
        List<String> warnings = analysis.warnings();
        int shown = warnings.size() > WARNINGS ? WARNINGS - 1 : warnings.size();
        warnings.subList(0, shown).forEach(warning -> lines.add(cut("warning: " + warning)));
        if (shown < warnings.size()) {
            lines.add("warning: and %d more, see the first lines of the report".formatted(warnings.size() - shown));
        }
        analysis.application().ifPresent(name -> lines.add(cut(name)));
        lines.addAll(Paragraph.lines(AnalysisText.application(analysis), COLUMNS));
        lines.addAll(Paragraph.lines(AnalysisText.whereItWent(analysis), COLUMNS));
        return lines;
    }

    private static String cut(String line) {
        return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "…";
    }

    /** The accounts from top to bottom, then from left to right. */
    private List<String> ledger() {
        List<Ledger.Row> rows = analysis.account().rows();
        int height = (rows.size() + LEDGER_COLUMNS - 1) / LEDGER_COLUMNS;
        TextTable table = new TextTable();
        for (int column = 0; column < LEDGER_COLUMNS; column++) {
            table.column("", Side.LEFT).column("", Side.RIGHT);
        }
        for (int line = 0; line < height; line++) {
            int top = line;
            table.row(IntStream.range(0, LEDGER_COLUMNS)
                    .map(column -> column * height + top)
                    .boxed()
                    .flatMap(i -> i < rows.size()
                            ? Stream.of(
                                    rows.get(i).account().label(),
                                    Format.percent(rows.get(i).share()) + "%")
                            : Stream.of("", ""))
                    .toArray(String[]::new));
        }
        return table.bareLines();
    }

    private List<String> stages() {
        if (analysis.stages().isEmpty()) {
            return List.of();
        }
        return AnalysisReport.shortStages()
                .table(AnalysisText.mostWasted(analysis, STAGES))
                .unruledLines();
    }

    private List<String> whatIf() {
        List<String> lines = new ArrayList<>(Paragraph.lines(
                AnalysisText.refusal(analysis).orElseGet(() -> AnalysisText.selfCheck(analysis)), COLUMNS));
        if (!analysis.scenarios().isEmpty()) {
            lines.addAll(scenarios());
        }
        AnalysisText.comparison(analysis).forEach(sentence -> lines.addAll(Paragraph.lines(sentence, COLUMNS)));
        return lines;
    }

    /** As many sizes as there is room for. */
    private List<String> scenarios() {
        for (int sizes = SIZES; ; sizes--) {
            List<ScenarioRow> rows = shown(sizes);
            TextTable table = new TextTable().column("what if", Side.LEFT);
            rows.forEach(row -> table.column(shortName(row), Side.RIGHT));
            table.row(cells("in jobs s", rows.stream().map(ScenarioRow::inJobsMs)));
            table.row(cells("bound s", rows.stream().map(ScenarioRow::boundMs)));
            List<String> lines = table.unruledLines();
            if (sizes == 1 || lines.stream().allMatch(line -> line.length() <= COLUMNS)) {
                return lines;
            }
        }
    }

    private List<ScenarioRow> shown(int most) {
        List<ScenarioRow> sizes = analysis.scenarios().stream()
                .filter(AnalysisReport::isSize)
                .limit(most)
                .toList();
        List<ScenarioRow> finer = analysis.scenarios().stream()
                .filter(row -> row.name().startsWith("finer"))
                .limit(PIECES)
                .toList();
        return analysis.scenarios().stream()
                .filter(row -> sizes.contains(row)
                        || finer.contains(row)
                        || (!AnalysisReport.isSize(row) && !row.name().startsWith("finer")))
                .filter(row -> !row.name().equals("as measured"))
                .toList();
    }

    private static String[] cells(String name, Stream<Double> ms) {
        return Stream.concat(Stream.of(name), ms.map(value -> Format.seconds(value / SECOND)))
                .toArray(String[]::new);
    }

    private static String shortName(ScenarioRow row) {
        if (AnalysisReport.isSize(row)) {
            return row.slots() + "c";
        }
        if (row.slots() == Scenario.UNLIMITED) {
            return "path";
        }
        return switch (row.name()) {
            case "largest first" -> "lpt";
            case "no overhead" -> "ideal";
            default -> row.name().replace("finer ", "");
        };
    }
}
