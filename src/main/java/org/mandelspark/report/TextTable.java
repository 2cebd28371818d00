package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of words, for pages and for a terminal: there columns as wide as they must be, two spaces apart, a rule under the header. */
final class TextTable {
    /** Side of a column to which its cells are aligned. */
    enum Side {
        LEFT,
        RIGHT
    }

    private static final String GAP = "  ";

    private final List<Side> sides = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    TextTable column(String name, Side side) {
        header.add(name);
        sides.add(side);
        return this;
    }

    TextTable row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("a row of " + Format.count(cells.length, "cell") + " under "
                    + header.size() + " columns: " + Arrays.asList(cells));
        }
        rows.add(List.of(cells));
        return this;
    }

    List<String> header() {
        return List.copyOf(header);
    }

    /** The side to which the cells of a column are aligned. */
    Side side(int column) {
        return sides.get(column);
    }

    List<List<String>> rows() {
        return List.copyOf(rows);
    }

    List<String> lines() {
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = header.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths));
        lines.add(line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : GAP)
                    .append(sides.get(i) == Side.LEFT ? cells.get(i) + space : space + cells.get(i));
        }
        return line.toString().stripTrailing();
    }
}
