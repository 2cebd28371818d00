package org.mandelspark.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.mandelspark.files.Json;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.grid.PlainText;
import org.mandelspark.workload.Problem;

/**
 * Request of a study, as it was made: the file {@value #NAME} of its folder.
 *
 * @param study its name, such as {@code scaling}
 * @param problem what is computed; for weak scaling, by one worker
 * @param configurations in the order of the table, at least one
 * @param repeats measured runs of each configuration, at least 1
 * @param warmups runs of each configuration before those; nothing if as many as it takes until times are steady
 * @param seed of the random order of configurations
 */
public record StudyRecord(
        String study,
        Problem<?> problem,
        List<Configuration> configurations,
        int repeats,
        OptionalInt warmups,
        long seed) {
    /** The file's name. */
    public static final String NAME = "study.json";

    private static final int MOST_CONFIGURATIONS = 10_000;

    public StudyRecord {
        PlainText.requireName("'study'", study);
        configurations = List.copyOf(configurations);
        if (configurations.isEmpty() || configurations.size() > MOST_CONFIGURATIONS) {
            throw new IllegalArgumentException("'configurations' must be a list of 1 to " + MOST_CONFIGURATIONS
                    + ", not of " + configurations.size());
        }
    }

    @JsonCreator
    static StudyRecord of(
            @JsonProperty(value = "study", required = true) String study,
            @JsonProperty(value = "problem", required = true) Problem<?> problem,
            @JsonProperty(value = "configurations", required = true) List<Configuration> configurations,
            @JsonProperty(value = "repeats", required = true) int repeats,
            @JsonProperty("warmups") Integer warmups,
            @JsonProperty(value = "seed", required = true) long seed) {
        return new StudyRecord(
                study,
                problem,
                configurations,
                repeats,
                warmups == null ? OptionalInt.empty() : OptionalInt.of(warmups),
                seed);
    }

    /** The values on an axis, each once, in the order of the configurations. */
    public <T> List<T> distinct(Function<Configuration, T> value) {
        return configurations.stream().map(value).distinct().toList();
    }

    /**
     * The one value that all configurations have.
     *
     * @param axis for the message
     * @throws IllegalArgumentException if there are several
     */
    public <T> T one(String axis, Function<Configuration, T> value) {
        List<T> values = distinct(value);
        if (values.size() != 1) {
            throw new IllegalArgumentException(
                    "a study '" + study + "' has one value for '" + axis + "', not " + values);
        }
        return values.get(0);
    }

    /** True if it asks for the same runs, in whatever order. */
    public boolean asksAs(StudyRecord other) {
        return equals(
                new StudyRecord(other.study, other.problem, other.configurations, other.repeats, other.warmups, seed));
    }

    /** Writes the file {@value #NAME}. */
    void writeTo(StudyFolder folder) throws IOException {
        folder.write(
                NAME,
                out -> Json.write(
                        new File(
                                Run.FORMAT,
                                study,
                                problem,
                                configurations,
                                repeats,
                                warmups.isPresent() ? warmups.getAsInt() : null,
                                seed),
                        out));
    }

    /**
     * Reads what the study of a folder was asked to measure.
     *
     * @param path of the folder, as for {@link org.mandelspark.files.OutputFile#of}
     * @throws IllegalArgumentException if there is no such file, or if it is incomplete, something else or of another
     *     version, with the reason for people
     */
    public static StudyRecord read(String path) {
        String file = StudyFolder.file(path, NAME);
        JsonNode tree = Json.readFile(file);
        try {
            RunLog.requireFormat(tree);
            return Json.value(tree, StudyRecord.class);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is invalid: " + e.getMessage(), e);
        }
    }

    /** The record in the form that JSON has. */
    private record File(
            @JsonProperty int format,
            @JsonProperty String study,
            @JsonProperty Problem<?> problem,
            @JsonProperty List<Configuration> configurations,
            @JsonProperty int repeats,

            @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL)
            Integer warmups,

            @JsonProperty long seed) {}
}
