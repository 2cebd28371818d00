package org.mandelspark.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.mandelspark.grid.PlainText;
import org.mandelspark.report.plot.Plot;

/**
 * The text of a page as it is written, element by element.
 *
 * <p>Names of elements and attributes are this program's own. Everything else, whether a number or what a stranger
 * wrote into a file, becomes text or the value of an attribute by {@link #escaped}, and there is no other way in except
 * for drawings, which {@link Plot} makes.
 */
final class Html {
    private static final Set<String> VOID = Set.of("meta", "link", "br", "hr", "input");

    private final StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes names and values, alternating
     */
    Html open(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            page.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        page.append('>');
        if (!VOID.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** Ends the innermost element. */
    Html close() {
        page.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends the innermost element, and the line. */
    Html closeLine() {
        close();
        page.append('\n');
        return this;
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** A whole element of nothing but text, on a line of its own. */
    Html line(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).closeLine();
    }

    /** This program's own rules of style, which hold nothing from anywhere else. */
    Html style(String rules) {
        page.append("<style>\n").append(rules).append("</style>\n");
        return this;
    }

    /** This program's own script, which holds nothing from anywhere else. */
    Html script(String script) {
        page.append("<script>").append(script).append("</script>\n");
        return this;
    }

    /**
     * Data for the script as JSON. Within its strings, the only places for them, signs that could begin or end markup
     * become escapes.
     */
    Html data(String id, String json) {
        page.append("<script type=\"application/json\" id=\"")
                .append(escaped(id))
                .append("\">");
        json.codePoints().forEach(c -> {
            switch (c) {
                case '<', '>', '&', '\u2028', '\u2029' -> page.append(String.format(Locale.ROOT, "\\u%04x", c));
                default -> page.appendCodePoint(c);
            }
        });
        page.append("</script>\n");
        return this;
    }

    /** The drawing of a plot, with names of its own. */
    Html drawing(Plot plot, String id) {
        page.append(plot.element(id)).append('\n');
        return this;
    }

    /**
     * The whole page.
     *
     * @throws IllegalStateException if an element is still open
     */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return page.toString();
    }

    /** Text that is nothing but text, in an element or between double quotes. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        PlainText.visible(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
