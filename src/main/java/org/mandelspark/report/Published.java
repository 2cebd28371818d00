package org.mandelspark.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mandelspark.files.Json;
import org.mandelspark.workload.Problem;

/**
 * Figures that others have published, from {@code published.json}. They are of other machines, languages and runs: they
 * show what such figures look like, and compare nothing.
 *
 * @param kernels tables of kernels
 * @param equalBands figures of equal bands of rows
 */
record Published(
        List<Table> kernels, @JsonProperty("equal_bands") List<EqualBands> equalBands) {
    private static final String FILE = "published.json";

    /** All of them. */
    static final Published FIGURES = read();

    private static Published read() {
        try (InputStream in = Published.class.getResourceAsStream(FILE)) {
            return Json.value(Json.read(Objects.requireNonNull(in, FILE)), Published.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** True if the file of a problem has these values of these keys. */
    static boolean fits(Map<String, JsonNode> of, Problem<?> problem) {
        JsonNode actual = Json.tree(problem);
        return of.entrySet().stream().allMatch(key -> key.getValue().equals(actual.get(key.getKey())));
    }

    /**
     * A table of kernels in Python.
     *
     * @param problem what it is of, in words
     * @param source who published it
     * @param of what it is of, as keys of a problem's file
     * @param rows the naive loop first
     */
    record Table(String problem, String source, Map<String, JsonNode> of, List<Line> rows) {}

    /**
     * A row of such a table.
     *
     * @param label what computed it
     * @param seconds how long that took
     * @param kernel the one of ours that is built alike
     * @param engine the same
     */
    record Line(String label, double seconds, String kernel, String engine) {}

    /**
     * A figure of equal bands of rows.
     *
     * @param source who published it
     * @param of problems next to which it may stand, as keys of their files
     * @param size the pixels of the view that it is of
     * @param workers number of workers
     * @param measure what the value is
     */
    record EqualBands(
            String source, Map<String, JsonNode> of, String size, int workers, Measure measure, double value) {}

    /** Meaning of a value. */
    enum Measure {
        /** Of equal bands, as a share. */
        EFFICIENCY,
        /** Of a finer cut, as the speed over that of equal bands. */
        GAIN
    }
}
