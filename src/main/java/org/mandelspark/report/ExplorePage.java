package org.mandelspark.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.mandelspark.record.BuildInfo;
import org.mandelspark.report.StudySection.Fact;

/** The page that answers to a pointer, as HTML: its script and its style are known by their hashes, and no others run. */
final class ExplorePage {
    /** Parts of the page's one script, in order. */
    private static final List<String> SCRIPT = List.of("runs.js", "lit.js", "drawing.js", "input.js", "choice.js");

    private static final String STYLE = "explore.css";

    private static final String HINT =
            "Point at a bar or at a picture. The same rows or tiles are lit in both runs, and"
                    + " this box shows how long they took in each.";

    private static final List<Fact> KEYS = List.of(
            new Fact("Tab", "goes to the lists, the timelines, the pictures and the slider"),
            new Fact(
                    "arrow keys",
                    "in a timeline: the next bar of the lane, or the lane above or below; in a picture: the"
                            + " cells beside"),
            new Fact("+ and −", "zoom around the chosen bar; so does the wheel, around the pointer"),
            new Fact("Home", "shows the whole run again"),
            new Fact("Page Up and Down, Shift with arrows", "move along the time axis; so does dragging"),
            new Fact("space", "replays the runs, or stops the replay"),
            new Fact("click", "keeps a bar lit until the next click or Escape"));

    private static final List<Fact> WORDS = List.of(
            new Fact(
                    "a bar",
                    "a chunk on its worker; its colour is its mean number of iterations a cell, on the scale of"
                            + " the picture"),
            new Fact("efficiency", "time in the kernel over all core time of the visible span"),
            new Fact("λ", "max/mean − 1 of the workers' time in the kernel within the span"),
            new Fact(
                    "tail",
                    "core time of the span from the end of each worker's last chunk to that of the last of all;"
                            + " it is tinted in the timeline, as is planning at the start"),
            new Fact("simulated", "nobody measured that run: it follows from the costs that the study measured"));

    private final Exploration exploration;
    private final Html html = new Html();

    ExplorePage(Exploration exploration) {
        this.exploration = exploration;
    }

    String html() {
        String script = SCRIPT.stream().map(ExplorePage::resource).collect(Collectors.joining("\n", "\n", ""));
        String style = resource(STYLE);
        html.open("html", "lang", "en").open("head").open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy(script, "\n" + style));
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.line("title", title()).style(style).closeLine();
        html.open("body").line("h1", title());
        html.open("noscript")
                .line("p", "This page needs its script; the static report of the same studies needs none.")
                .closeLine();
        notes();
        tools();
        html.open("main");
        side("a", "First run");
        side("b", "Second run");
        html.closeLine();
        help();
        footer();
        dock();
        html.data("data", new ExploreData(exploration).json()).script(script);
        return html.closeLine().closeLine().page();
    }

    private String title() {
        return "Mandelspark, run by run: " + exploration.title();
    }

    private static String policy(String script, String style) {
        return "default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'"
                .formatted(hash(script), hash(style));
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ExplorePage.class.getResourceAsStream("explore/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private void notes() {
        if (exploration.notes().isEmpty()) {
            return;
        }
        html.open("section", "class", "problems", "aria-label", "Problems and gaps")
                .open("ul");
        exploration.notes().forEach(note -> html.line("li", note));
        html.closeLine().closeLine();
    }

    private void tools() {
        html.open("div", "class", "tools", "role", "group", "aria-label", "Time axis")
                .open("span");
        button("out", "−", "Zoom out");
        button("in", "+", "Zoom in");
        button("whole", "whole run", "Show the whole run");
        html.close().open("span", "class", "legend").text("cost");
        html.open("span", "id", "least")
                .close()
                .open("canvas", "id", "scale", "aria-hidden", "true")
                .close();
        html.open("span", "id", "most").close().close().closeLine();
    }

    private void button(String id, String text, String label) {
        html.open("button", "type", "button", "id", id, "aria-label", label)
                .text(text)
                .close()
                .text(" ");
    }

    private void side(String name, String label) {
        html.open("section", "class", "side", "id", "side-" + name, "aria-label", label);
        html.open("div", "class", "head").open("label").text(label + " ");
        html.open("select", "id", "run-" + name).close().close();
        html.open("dl", "class", "totals", "id", "totals-" + name);
        total("span", "seconds");
        total("efficiency", "efficiency");
        total("λ", "imbalance");
        total("tail", "tail");
        html.close().closeLine();
        html.open("div", "class", "stage");
        canvas("bars", name);
        canvas("picture", name);
        html.close().closeLine();
    }

    private void total(String label, String value) {
        html.open("div")
                .open("dt")
                .text(label)
                .close()
                .open("dd", "class", value)
                .close()
                .close();
    }

    private void canvas(String kind, String side) {
        html.open(
                        "canvas",
                        "class",
                        kind,
                        "id",
                        kind + "-" + side,
                        "tabindex",
                        "0",
                        "role",
                        "application",
                        "aria-describedby",
                        "keys")
                .close();
    }

    private void help() {
        html.open("details").line("summary", "Keys and words");
        html.open("dl", "class", "keys", "id", "keys");
        KEYS.forEach(this::fact);
        WORDS.forEach(this::fact);
        html.closeLine().closeLine();
    }

    private void fact(Fact fact) {
        html.line("dt", fact.name()).line("dd", fact.value());
    }

    private void footer() {
        html.open("footer")
                .line(
                        "p",
                        "Made by Mandelspark " + BuildInfo.current().version() + " from the runs of the folders alone."
                                + " Times are counted from the beginning of planning.")
                .closeLine();
    }

    /** What stays in sight: the box, and the time. */
    private void dock() {
        html.open("div", "class", "dock");
        html.open("div", "id", "box", "role", "status", "aria-live", "polite", "data-hint", HINT)
                .closeLine();
        html.open("div", "class", "player");
        button("play", "▶", "Play");
        html.open(
                "input",
                "type",
                "range",
                "id",
                "slider",
                "min",
                "0",
                "max",
                "1000",
                "value",
                "1000",
                "aria-label",
                "Time");
        html.open("output", "id", "time", "for", "slider").close().close().closeLine();
    }
}
