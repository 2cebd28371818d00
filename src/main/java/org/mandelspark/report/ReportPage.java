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
import org.mandelspark.record.BuildInfo;
import org.mandelspark.record.RunLog;
import org.mandelspark.report.Report.Source;
import org.mandelspark.report.StudySection.Fact;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.StudySection.SimulationPart;

/** A report as HTML: what is wrong first, then what to conclude, then every study in full. */
final class ReportPage {
    /** No script runs and nothing is fetched, whatever the page holds. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /** Number of a study's first findings in the summary; the last stands there too, because it says what to do. */
    private static final int FIRST_FINDINGS = 2;

    private static final String STYLE = "report.css";

    private final Report report;
    private final ReportLinks links;
    private final Instant made;
    private final Html html = new Html();
    private final PageParts parts;

    ReportPage(Report report, ReportLinks links, Instant made) {
        this.report = report;
        this.links = links;
        this.made = made;
        this.parts = new PageParts(html, links);
    }

    String html() {
        html.open("html", "lang", "en");
        head();
        html.open("body");
        html.line("h1", title());
        links.toExplore()
                .ifPresent(link -> html.open("p", "class", "on-screen")
                        .open("a", "href", link)
                        .text("Explore two of these runs at a time")
                        .close()
                        .closeLine());
        problems();
        inShort();
        contents();
        for (int i = 0; i < report.facets().size(); i++) {
            facets(i);
        }
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
        parts.list(report.problems());
        html.closeLine();
    }

    private void inShort() {
        html.line("h2", "In short", "class", "first", "id", "short");
        html.open("ul");
        report.facets().forEach(facets -> facets.findings().forEach(finding -> html.line("li", finding)));
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
        for (int i = 0; i < report.facets().size(); i++) {
            html.open("li").line("a", "What varies", "href", "#" + sweepId(i)).closeLine();
        }
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

    private void facets(int sweep) {
        Facets facets = report.facets().get(sweep);
        html.line("h2", "What varies", "id", sweepId(sweep));
        String path = report.sweepPath(sweep);
        html.open("p", "class", "folder").text("Folder " + path + ". ");
        links(path, List.of(Facets.CSV, TidyTables.RUNS, TidyTables.CHUNKS));
        html.closeLine();
        parts.list(facets.findings());
        parts.table(facets.table());
        for (Figure figure : report.facetFiles(sweep).figures()) {
            parts.figure(sweepId(sweep), figure, figure.name());
        }
    }

    private static String sweepId(int sweep) {
        return "v" + (sweep + 1);
    }

    private void comparison(Comparison comparison) {
        html.line("h2", "Studies of the same problem, compared", "id", "comparison");
        List<Figure> figures = comparison.figures();
        for (int i = 0; i < comparison.groups().size(); i++) {
            Comparison.Group group = comparison.groups().get(i);
            parts.list(group.findings());
            parts.table(
                    new NotedTable(
                            group.title(),
                            group.table(),
                            List.of(
                                    "Only what was measured: times that were simulated for more workers are not among these.")));
            parts.figure("c" + (i + 1), figures.get(i), figures.get(i).name());
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
        parts.list(section.findings());
        html.line("h3", "Setup");
        parts.facts(section.facts());
        section.tables().forEach(parts::table);
        for (Figure figure : section.figures().figures()) {
            parts.figure(id(i), figure, Report.fileName(i, figure.name()));
        }
        section.simulation().ifPresent(part -> simulation(i, part));
        source.study().ifPresent(study -> {
            html.line("h3", "Where it ran");
            parts.environment(study.environment());
        });
    }

    /** Links to what the folder holds, and to nothing else. */
    private void files(Source source, StudySection section) {
        List<String> names = new ArrayList<>(section.files());
        if (!names.contains(RunLog.NAME)) {
            names.add(RunLog.NAME);
        }
        links(source.path(), names);
    }

    private void links(String folder, List<String> names) {
        for (String name : names) {
            links.toStudy(folder, name)
                    .ifPresent(link ->
                            html.open("a", "href", link).text(name).close().text(" "));
        }
    }

    private void simulation(int i, SimulationPart part) {
        html.line("h3", "Simulated on more workers");
        parts.list(part.findings());
        parts.table(part.table());
        for (Figure figure : part.figures().figures()) {
            parts.figure(id(i), figure, Report.fileName(i, figure.name()));
        }
    }

    private void glossary() {
        html.line("h2", "Symbols and words", "id", "glossary");
        parts.facts(Arrays.stream(Glossary.values())
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
        return (i + 1) + ". " + report.title(i);
    }

    private static String id(int i) {
        return "s" + (i + 1);
    }
}
