package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.words.WordCount;

/** Shows the greatest counts on the terminal. */
public final class WordCountTable {
    /** The rest of 100 columns next to a count. */
    private static final int NAME_WIDTH = 80;

    private WordCountTable() {}

    /** Puts counts first, because words of many scripts are wider than their number of characters; empty without any. */
    public static List<String> lines(WordCount words) {
        if (words.top().isEmpty()) {
            return List.of();
        }
        boolean ofDocuments = words.word().isPresent();
        String name = ofDocuments ? "document" : "word";
        TextTable table = new TextTable().column("count", Side.RIGHT).column(name, Side.LEFT);
        words.top()
                .forEach(count -> table.row(String.format(Locale.ROOT, "%,d", count.count()), shortened(count.name())));
        List<String> lines = new ArrayList<>(table.lines());
        long more = (ofDocuments ? words.documents().names().size() : words.names())
                - words.top().size();
        if (more > 0) {
            lines.add("… and " + Format.count(more, "more " + name));
        }
        return lines;
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= NAME_WIDTH
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_WIDTH / 2 - 1))
                        + "…"
                        + name.substring(name.offsetByCodePoints(0, length - NAME_WIDTH / 2));
    }
}
