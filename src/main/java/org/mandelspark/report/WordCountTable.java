package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.WordCountResult;

/** The greatest counts, for the terminal. */
public final class WordCountTable {
    /** What is left of 100 columns beside a count. */
    private static final int NAME_WIDTH = 80;

    private final WordCountResult result;

    /**
     * A table.
     *
     * @param result what it shows
     */
    public WordCountTable(WordCountResult result) {
        this.result = result;
    }

    /** Counts first, as words of many scripts are wider than their number of characters; nothing if there are none. */
    public List<String> lines() {
        List<WordCountResult.Count> top = result.top();
        if (top.isEmpty()) {
            return List.of();
        }
        boolean ofDocuments = result.request().word().isPresent();
        TextTable table =
                new TextTable().column("count", Side.RIGHT).column(ofDocuments ? "document" : "word", Side.LEFT);
        top.forEach(count -> table.row(
                String.format(Locale.ROOT, "%,d", count.count()),
                ofDocuments ? withoutStart(count.name()) : withoutEnd(count.name())));
        List<String> lines = new ArrayList<>(table.lines());
        long all = ofDocuments ? result.request().documents().names().size() : result.names();
        if (all > top.size()) {
            lines.add("… and " + Format.count(all - top.size(), ofDocuments ? "more document" : "more word"));
        }
        return lines;
    }

    /** The end of a path tells most. */
    private static String withoutStart(String path) {
        int length = path.codePointCount(0, path.length());
        return length <= NAME_WIDTH ? path : "…" + path.substring(path.offsetByCodePoints(0, length - NAME_WIDTH + 1));
    }

    private static String withoutEnd(String word) {
        int length = word.codePointCount(0, word.length());
        return length <= NAME_WIDTH ? word : word.substring(0, word.offsetByCodePoints(0, NAME_WIDTH - 1)) + "…";
    }
}
