package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.mandelspark.files.Csv;
import org.mandelspark.measure.Interval;
import org.mandelspark.measure.Spread;
import org.mandelspark.report.TextTable.Side;

/**
 * Columns of a table, each declared once: with a heading where people see it, with a key where files have it.
 *
 * @param <R> a row
 */
final class Columns<R> {
    private static final String UNKNOWN = "-";

    private final List<Shown<R>> shown = new ArrayList<>();
    private final Map<String, Function<R, Object>> stored = new LinkedHashMap<>();

    private record Shown<R>(String heading, Side side, Function<R, String> cell) {}

    /** A column that only people see. */
    Columns<R> shown(String heading, Side side, Function<R, String> cell) {
        shown.add(new Shown<>(heading, side, cell));
        return this;
    }

    /** A column that only files have; a value that is null, or an empty optional, is an empty cell. */
    Columns<R> stored(String key, Function<R, Object> value) {
        stored.put(key, row -> plain(value.apply(row)));
        return this;
    }

    /** Names, aligned to the left. */
    Columns<R> name(String heading, String key, Function<R, String> name) {
        return shown(heading, Side.LEFT, name).stored(key, name::apply);
    }

    /** Whole numbers, as they are. */
    Columns<R> number(String heading, String key, Function<R, Object> number) {
        return shown(heading, Side.RIGHT, row -> text(plain(number.apply(row)))).stored(key, number);
    }

    /** Figures that people see rounded. */
    Columns<R> figure(String heading, String key, ToDoubleFunction<R> figure, DoubleFunction<String> format) {
        return shown(heading, Side.RIGHT, row -> format.apply(figure.applyAsDouble(row)))
                .stored(key, figure::applyAsDouble);
    }

    /** Figures that not every row has. */
    Columns<R> optional(String heading, String key, Function<R, OptionalDouble> figure, DoubleFunction<String> format) {
        return shown(heading, Side.RIGHT, row -> {
                    OptionalDouble value = figure.apply(row);
                    return value.isPresent() ? format.apply(value.getAsDouble()) : UNKNOWN;
                })
                .stored(key, figure::apply);
    }

    /** Median of the repeats and its interval, in seconds; in files also their number. */
    Columns<R> median(
            String heading, String intervalHeading, Function<R, Spread> seconds, DoubleFunction<String> format) {
        return stored("n", row -> seconds.apply(row).n())
                .figure(heading, "median_s", row -> seconds.apply(row).median(), format)
                .shown(
                        intervalHeading,
                        Side.RIGHT,
                        row -> Format.interval(seconds.apply(row).interval(), format))
                .stored("ci_low_s", row -> seconds.apply(row).interval().map(Interval::low))
                .stored("ci_high_s", row -> seconds.apply(row).interval().map(Interval::high));
    }

    /** The shortest and the longest of the repeats, in seconds. */
    Columns<R> range(String unit, Function<R, Spread> seconds, DoubleFunction<String> format) {
        return figure("min" + unit, "min_s", row -> seconds.apply(row).min(), format)
                .figure("max" + unit, "max_s", row -> seconds.apply(row).max(), format);
    }

    /** The columns that people see, with these rows. */
    TextTable table(List<R> rows) {
        TextTable table = new TextTable();
        shown.forEach(column -> table.column(column.heading(), column.side()));
        rows.forEach(row ->
                table.row(shown.stream().map(column -> column.cell().apply(row)).toArray(String[]::new)));
        return table;
    }

    /** The columns that files have, with these rows, by their keys. */
    List<Map<String, Object>> cells(List<R> rows) {
        return rows.stream().map(this::cells).toList();
    }

    private Map<String, Object> cells(R row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        stored.forEach((key, value) -> cells.put(key, value.apply(row)));
        return cells;
    }

    /** Writes the columns that files have, with these rows, as CSV. */
    void writeCsv(List<R> rows, OutputStream out) throws IOException {
        writeCsv(rows.stream(), out);
    }

    /** The same of rows that need not all be there at once. */
    void writeCsv(Stream<R> rows, OutputStream out) throws IOException {
        Csv.write(List.copyOf(stored.keySet()), rows.map(this::cells), out);
    }

    private static Object plain(Object value) {
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
        return value instanceof Optional<?> something ? something.orElse(null) : value;
    }

    private static String text(Object value) {
        return value == null ? UNKNOWN : value.toString();
    }
}
