package org.mandelspark.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as comma-separated values (RFC 4180) in UTF-8, with lines that end as Unix has it. */
public final class Csv {
    private Csv() {}

    /**
     * Writes a table: numbers with nine decimals (nanoseconds of times, and more than enough of anything else), what is
     * not known, which is null, as nothing.
     *
     * @param keys names of the columns
     * @param rows their cells by the keys, which every row has in this order; each is asked for when it is written
     * @param out stays open
     */
    public static void write(List<String> keys, Stream<Map<String, Object>> rows, OutputStream out) throws IOException {
        line(keys, out);
        for (Map<String, Object> row : (Iterable<Map<String, Object>>) rows::iterator) {
            if (!keys.equals(List.copyOf(row.keySet()))) {
                throw new IllegalArgumentException("a row of " + row.keySet() + " under columns " + keys);
            }
            line(row.values().stream().map(Csv::text).toList(), out);
        }
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
