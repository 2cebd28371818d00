package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mandelspark.record.Environment;
import org.mandelspark.report.StudySection.Fact;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.report.plot.Plot;

/** What a page is made of: lists, tables, figures and descriptions. */
final class PageParts {
    private static final double GIB = 1L << 30;

    private final Html html;
    private final ReportLinks links;

    /**
     * Parts.
     *
     * @param html where they are written
     * @param links where the links of figures lead
     */
    PageParts(Html html, ReportLinks links) {
        this.html = html;
        this.links = links;
    }

    void list(List<String> sentences) {
        html.open("ul");
        sentences.forEach(sentence -> html.line("li", sentence));
        html.closeLine();
    }

    void facts(List<Fact> facts) {
        html.open("dl");
        for (Fact fact : facts) {
            html.line("dt", fact.name()).line("dd", fact.value());
        }
        html.closeLine();
    }

    void table(NotedTable noted) {
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

    void figure(String section, Figure figure, String fileName) {
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

    void environment(Environment environment) {
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
}
