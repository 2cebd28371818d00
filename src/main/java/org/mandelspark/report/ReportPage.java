package org.mandelspark.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mandelspark.record.BuildInfo;
import org.mandelspark.record.Environment;
import org.mandelspark.record.RunLog;
import org.mandelspark.report.Report.Source;
import org.mandelspark.report.StudySection.Fact;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.StudySection.SimulationPart;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.report.plot.Plot;

/** A report as HTML: what is wrong first, then what to conclude, then every study in full. */
final class ReportPage {
    /** No script runs and nothing is fetched, whatever the page holds. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /** Number of a study's first findings in the summary; the last stands there too, because it says what to do. */
    private static final int FIRST_FINDINGS = 2;

    private static final String STYLE = "report.css";
    private static final double GIB = 1L << 30;

    private final Report report;
    private final ReportLinks links;
    private final Instant made;
    private final Html html = new Html();

    ReportPage(Report report, ReportLinks links, Instant made) {
        this.report = report;
        this.links = links;
        this.made = made;
    }

    String html() {
        html.open("html", "lang", "en");
        head();
        html.open("body");
        html.line("h1", title());
        problems();
        inShort();
        contents();
        report.comparison().ifPresent(this::comparison);
        for (int i = 0; i < report.sections().size(); i++) {
            section(i);
        }
        glossary();
        footer();
        return html.closeLine().closeLine().page();
    }

    private String title() {
        return "Mandelspark: "
                + String.join(
                        "; ",
                        report.sections().stream()
                                .map(StudySection::title)
                                .distinct()
                                .toList());
    }

    private void head() {
        html.open("head").open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.line("title", title());
        html.style(style()).closeLine();
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + STYLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(STYLE + " cannot be read", e);
        }
    }

    private void problems() {
        if (report.problems().isEmpty()) {
            return;
        }
        html.open("section", "class", "problems", "aria-labelledby", "problems");
        html.line("h2", "Problems and gaps", "id", "problems");
        list(report.problems());
        html.closeLine();
    }

    private void inShort() {
        html.line("h2", "In short", "class", "first", "id", "short");
        html.open("ul");
        for (int i = 0; i < report.sections().size(); i++) {
            StudySection section = report.sections().get(i);
            html.open("li")
                    .open("a", "href", "#" + id(i))
                    .text(heading(i))
                    .close()
                    .text(": ");
            int last = section.findings().size() - 1;
            html.text(String.join(" ", section.findings().subList(0, Math.min(FIRST_FINDINGS, last))));
            html.text(" " + section.findings().get(last));
            html.closeLine();
        }
        report.comparison()
                .ifPresent(comparison -> comparison
                        .groups()
                        .forEach(group -> group.findings().forEach(finding -> html.line("li", finding))));
        html.closeLine();
    }

    private void contents() {
        html.open("nav", "class", "on-screen", "aria-label", "Contents");
        html.line("h2", "Contents");
        html.open("ul");
        report.comparison()
                .ifPresent(comparison -> html.open("li")
                        .line("a", "Studies of the same problem, compared", "href", "#comparison")
                        .closeLine());
        for (int i = 0; i < report.sections().size(); i++) {
            html.open("li").open("a", "href", "#" + id(i)).text(heading(i)).close();
            html.open("ul");
            for (Figure figure : figures(report.sections().get(i))) {
                html.open("li")
                        .open("a", "href", "#" + id(i) + "-" + figure.name())
                        .text(CaptionText.withoutProblem(figure.plot().title()))
                        .close()
                        .closeLine();
            }
            html.closeLine().closeLine();
        }
        html.open("li").line("a", "Symbols and words", "href", "#glossary").closeLine();
        html.closeLine().closeLine();
    }

    private static List<Figure> figures(StudySection section) {
        List<Figure> figures = new ArrayList<>(section.figures().figures());
        section.simulation().ifPresent(part -> figures.addAll(part.figures().figures()));
        return figures;
    }

    private void comparison(Comparison comparison) {
        html.line("h2", "Studies of the same problem, compared", "id", "comparison");
        List<Figure> figures = comparison.figures();
        for (int i = 0; i < comparison.groups().size(); i++) {
            Comparison.Group group = comparison.groups().get(i);
            list(group.findings());
            table(
                    new NotedTable(
                            group.title(),
                            group.table(),
                            List.of(
                                    "Only what was measured: times that were simulated for more workers are not among these.")));
            figure("c" + (i + 1), figures.get(i), figures.get(i).name());
        }
    }

    private void section(int i) {
        StudySection section = report.sections().get(i);
        Source source = report.sources().get(i);
        html.line("h2", heading(i), "id", id(i));
        html.open("p", "class", "folder").text("Folder " + source.path() + ". ");
        files(source, section);
        html.closeLine();
        html.line("h3", "Findings");
        list(section.findings());
        html.line("h3", "Setup");
        facts(section.facts());
        section.tables().forEach(this::table);
        for (Figure figure : section.figures().figures()) {
            figure(id(i), figure, Report.fileName(i, figure.name()));
        }
        section.simulation().ifPresent(part -> simulation(i, part));
        html.line("h3", "Where it ran");
        environment(source.study().environment());
    }

    /** Links to what the folder holds, and to nothing else. */
    private void files(Source source, StudySection section) {
        List<String> names = new ArrayList<>(section.files());
        if (!names.contains(RunLog.NAME)) {
            names.add(RunLog.NAME);
        }
        for (String name : names) {
            links.toStudy(source.path(), name)
                    .ifPresent(link ->
                            html.open("a", "href", link).text(name).close().text(" "));
        }
    }

    private void simulation(int i, SimulationPart part) {
        html.line("h3", "Simulated on more workers");
        list(part.findings());
        table(part.table());
        for (Figure figure : part.figures().figures()) {
            figure(id(i), figure, Report.fileName(i, figure.name()));
        }
    }

    private void figure(String section, Figure figure, String fileName) {
        Plot plot = figure.plot();
        String id = section + "-" + figure.name();
        html.open("figure", "id", id);
        html.open(
                "div",
                "class",
                "scroll",
                "role",
                "img",
                "tabindex",
                "0",
                "aria-label",
                plot.title() + ". " + plot.sentences().get(0));
        html.drawing(plot, id + "-plot").closeLine();
        html.open("figcaption").open("strong").text(plot.title() + ".").close();
        html.text(" " + plot.sentences().get(0));
        for (String sentence : plot.sentences().subList(1, plot.sentences().size())) {
            html.open("span", "class", "how").text(" " + sentence).close();
        }
        for (String extension : List.of("svg", "png")) {
            links.toWritten(fileName + "." + extension)
                    .ifPresent(link -> html.text(" ")
                            .open("a", "class", "on-screen", "href", link)
                            .text(extension.toUpperCase(Locale.ROOT))
                            .close());
        }
        html.closeLine().closeLine();
    }

    private void table(NotedTable noted) {
        TextTable table = noted.table();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", noted.title());
        html.open("table").line("caption", noted.title());
        html.open("thead").open("tr");
        for (int column = 0; column < table.header().size(); column++) {
            cell("th", table, column, table.header().get(column));
        }
        html.closeLine().close().open("tbody");
        for (List<String> row : table.rows()) {
            html.open("tr");
            for (int column = 0; column < row.size(); column++) {
                cell("td", table, column, row.get(column));
            }
            html.closeLine();
        }
        html.close().close().closeLine();
        html.open("div", "class", "notes");
        noted.notes().forEach(note -> html.line("p", note));
        html.closeLine();
    }

    private void cell(String tag, TextTable table, int column, String text) {
        if (table.side(column) == Side.RIGHT) {
            html.open(tag, "class", "right");
        } else {
            html.open(tag);
        }
        html.text(text).close();
    }

    private void facts(List<Fact> facts) {
        html.open("dl");
        for (Fact fact : facts) {
            html.line("dt", fact.name()).line("dd", fact.value());
        }
        html.closeLine();
    }

    private void environment(Environment environment) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "machine",
                String.format(
                        Locale.ROOT,
                        "%s, %s (%d granted%s), %.0f GiB",
                        environment.cpu(),
                        Format.count(environment.cores(), "core"),
                        environment.grantedCores(),
                        environment
                                .quotaCores()
                                .map(quota -> ", quota " + quota)
                                .orElse(""),
                        environment.memoryBytes() / GIB)));
        facts.add(new Fact("system", environment.os()));
        facts.add(new Fact("java", environment.jvm()));
        facts.add(new Fact("heap", String.format(Locale.ROOT, "%.1f GiB at most", environment.heapBytes() / GIB)));
        facts.add(new Fact("build", "Mandelspark " + environment.version() + ", commit " + environment.gitCommit()));
        environment.spark().ifPresent(spark -> facts.add(new Fact("spark", spark.version() + " on " + spark.master())));
        facts(facts);
        html.open("details").line("summary", "Java options and Spark settings");
        html.line("p", String.join(" ", environment.jvmFlags()), "class", "notes");
        environment.spark().ifPresent(spark -> {
            List<Fact> settings = new ArrayList<>();
            for (Map.Entry<String, String> setting : spark.settings().entrySet()) {
                settings.add(new Fact(setting.getKey(), setting.getValue()));
            }
            facts(settings);
        });
        html.closeLine();
    }

    private void list(List<String> sentences) {
        html.open("ul");
        sentences.forEach(sentence -> html.line("li", sentence));
        html.closeLine();
    }

    private void glossary() {
        html.line("h2", "Symbols and words", "id", "glossary");
        facts(Arrays.stream(Glossary.values())
                .map(term -> new Fact(term.symbol(), term.meaning()))
                .toList());
    }

    private void footer() {
        BuildInfo build = BuildInfo.current();
        html.open("footer").open("p").text("Made ");
        String date = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(made);
        html.open("time").text(date).close();
        html.text(" by Mandelspark " + build.version()
                + " from the runs of the folders alone: every figure, table and sentence was computed from them.");
        html.closeLine().closeLine();
    }

    private String heading(int i) {
        return (i + 1) + ". " + report.sections().get(i).title();
    }

    private static String id(int i) {
        return "s" + (i + 1);
    }
}
