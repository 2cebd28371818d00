package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of words, for pages and for a terminal: there columns as wide as they must be, two spaces apart, a rule under the header. */
final class TextTable {
    /** Side of a column to which its cells are aligned. */
    enum Side {
        LEFT,
        RIGHT
    }

    private static final String GAP = "  ";
    private static final int WIDTH = 100;

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

    /** The header and the rows, without a rule and however wide. */
    List<String> unruledLines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(header, allColumns(), widths()));
        lines.addAll(bareLines());
        return lines;
    }

    /** The rows alone, however wide. */
    List<String> bareLines() {
        return rows.stream().map(row -> line(row, allColumns(), widths())).toList();
    }

    private List<Integer> allColumns() {
        return IntStream.range(0, header.size()).boxed().toList();
    }

    private int[] widths() {
        return IntStream.range(0, header.size()).map(this::width).toArray();
    }

    /** Lines of at most 100 columns, if cells are not wider: what has no room goes below, with the first column again. */
    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        int from = 1;
        do {
            List<Integer> columns = new ArrayList<>(List.of(0));
            int width = widths[0];
            while (from < widths.length && (columns.size() == 1 || width + GAP.length() + widths[from] <= WIDTH)) {
                width += GAP.length() + widths[from];
                columns.add(from++);
            }
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(line(header, columns, widths));
            lines.add(line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), columns, widths));
            rows.forEach(row -> lines.add(line(row, columns, widths)));
        } while (from < widths.length);
        return lines;
    }

    private int width(int column) {
        return Stream.concat(Stream.of(header), rows.stream())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElseThrow();
    }

    private String line(List<String> cells, List<Integer> columns, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i : columns) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : GAP)
                    .append(sides.get(i) == Side.LEFT ? cells.get(i) + space : space + cells.get(i));
        }
        return line.toString().stripTrailing();
    }
}
