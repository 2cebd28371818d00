package org.mandelspark.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mandelspark.grid.Counted;

/** Tables as comma-separated values (RFC 4180) in UTF-8, with lines that end as Unix has it. */
public final class Csv {
    private Csv() {}

    /**
     * Writes a table.
     *
     * @param header names of the columns
     * @param rows as many cells each
     */
    public static void write(List<String> header, List<List<String>> rows, OutputStream out) throws IOException {
        line(header, out);
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("a row of " + Counted.of(row.size(), "cell") + " under "
                        + Counted.of(header.size(), "column") + ": " + row);
            }
            line(row, out);
        }
    }

    /**
     * Writes a table whose rows name their cells: numbers with nine decimals (nanoseconds of times, and more than enough
     * of anything else), what is not known as nothing.
     *
     * @param rows at least one, all with the same columns in the same order
     */
    public static void write(List<? extends Map<String, ?>> rows, OutputStream out) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        for (Map<String, ?> row : rows) {
            cells.add(row.values().stream().map(Csv::text).toList());
        }
        write(List.copyOf(rows.get(0).keySet()), cells, out);
    }

    private static String text(Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof Double number ? String.format(Locale.ROOT, "%.9f", number) : cell.toString();
    }

    private static void line(List<String> cells, OutputStream out) throws IOException {
        String line = cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\n"));
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
