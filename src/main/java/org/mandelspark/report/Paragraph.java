package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** A sentence for a terminal, broken between words into lines of at most 100 columns, or as many as there are. */
final class Paragraph {
    private static final int COLUMNS = 100;
    private static final String INDENT = "  ";

    private Paragraph() {}

    /** The lines, those after the first indented. A word that is longer than a line stays whole. */
    static List<String> lines(String text) {
        return lines(text, COLUMNS);
    }

    /** The same for a terminal of so many columns. */
    static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringTokenizer words = new StringTokenizer(text, " ");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (line.length() > INDENT.length() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(INDENT).append(word);
            } else {
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
