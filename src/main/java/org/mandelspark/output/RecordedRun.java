package org.mandelspark.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.PlainText;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.output.RunRecord.StudyPart;
import org.mandelspark.workload.Work;

/**
 * A run read back from a study folder: what can be computed from, checked like any input of a stranger, and the text it
 * came from.
 *
 * @param study the study that it is part of
 * @param asked what it computed, and with what
 * @param workersSource who decided the number of workers
 * @param environment where it ran
 * @param run what was measured
 * @param text the record as it was read
 */
public record RecordedRun(
        StudyPart study,
        RunRecord.Asked asked,
        String workersSource,
        Environment environment,
        MeasuredRun run,
        JsonNode text) {
    /** More than any cluster has. */
    private static final int MOST_WORKERS = 1 << 20;

    /** Two matrices are named by paths, and a caption holds them. */
    private static final int LONGEST_PARAMETER = 1000;

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException that says what is missing or wrong
     */
    static RecordedRun of(JsonNode record) {
        JsonNode study = required(record, "study");
        StudyPart part = new StudyPart(
                number32(study, "format"),
                text(study, "name"),
                text(study, "phase"),
                number32(study, "repeat"),
                number64(study, "seed"));
        if (part.format() != StudyPart.FORMAT) {
            throw new IllegalArgumentException(
                    "it is of format " + part.format() + ", and this version reads " + StudyPart.FORMAT);
        }
        JsonNode totals = required(record, "totals");
        MeasuredRun run = new MeasuredRun(
                Phase.parse(part.phase()),
                part.repeat(),
                text(record, "engine"),
                text(record, "schedule"),
                number32(record, "workers"),
                number64(totals, "plan_ns"),
                number64(totals, "wall_ns"),
                text(record, "checksum"),
                chunks(required(record, "chunks"), String.join(" and ", texts(record, "methods"))),
                new TaskOverheads(number64(totals, "deserialise_ns"), number64(totals, "serialise_ns")),
                number32(totals, "tasks_seen"),
                // Folders of before attempts were told apart say nothing of speculation.
                new ExtraAttempts(
                        number32(totals, "retries"), totals.has("speculative") ? number32(totals, "speculative") : 0));
        requirePossible(run);
        return new RecordedRun(
                part,
                new RunRecord.Asked(
                        problem(record), text(record, "workload"), text(record, "kernel"), text(record, "interior")),
                shown(record, "workersSource"),
                environment(required(record, "environment")),
                run,
                record);
    }

    /** Tables have a place for each worker, and sums over the chunks must stay within 64 bits. */
    private static void requirePossible(MeasuredRun run) {
        if (run.workers() > MOST_WORKERS) {
            throw new IllegalArgumentException(
                    "it has " + run.workers() + " workers, at most " + MOST_WORKERS + " are allowed");
        }
        requireSum("kernel_ns", run, ChunkTiming::kernelNanos);
        requireSum("result_bytes", run, ChunkTiming::resultBytes);
        requireSum("iterations", run, chunk -> chunk.work().iterations());
        requireSum("steps", run, chunk -> chunk.work().steps());
    }

    private static void requireSum(String name, MeasuredRun run, ToLongFunction<ChunkTiming> part) {
        long left = Long.MAX_VALUE;
        for (ChunkTiming chunk : run.chunks()) {
            long value = part.applyAsLong(chunk);
            if (value < 0 || value > left) {
                throw new IllegalArgumentException("the '" + name + "' of its chunks must be at least 0 and add up to"
                        + " at most " + Long.MAX_VALUE);
            }
            left -= value;
        }
    }

    private static Environment environment(JsonNode environment) {
        List<String> flags = new ArrayList<>();
        required(environment, "jvmFlags").forEach(flag -> flags.add(PlainText.visible(flag.asText())));
        return new Environment(
                shown(environment, "cpu"),
                number32(environment, "cores"),
                number32(environment, "grantedCores"),
                environment.has("quotaCores") ? Optional.of(number(environment, "quotaCores")) : Optional.empty(),
                number64(environment, "memoryBytes"),
                number64(environment, "heapBytes"),
                shown(environment, "os"),
                shown(environment, "jvm"),
                flags,
                environment.has("spark") ? Optional.of(spark(environment.get("spark"))) : Optional.empty(),
                shown(environment, "version"),
                shown(environment, "gitCommit"));
    }

    private static Environment.Spark spark(JsonNode spark) {
        SortedMap<String, String> settings = new TreeMap<>();
        for (Map.Entry<String, JsonNode> setting : required(spark, "settings").properties()) {
            settings.put(
                    PlainText.visible(setting.getKey()),
                    PlainText.visible(setting.getValue().asText()));
        }
        return new Environment.Spark(shown(spark, "version"), shown(spark, "master"), settings);
    }

    private static Problem problem(JsonNode record) {
        if (record.has("view") == record.has("array")) {
            throw new IllegalArgumentException("it needs either a 'view' or an 'array'");
        }
        return record.has("view") ? view(record.get("view")) : array(record.get("array"));
    }

    private static Problem view(JsonNode view) {
        JsonNode region = required(view, "region");
        return new Problem.ViewPart(
                text(view, "name"),
                text(view, "formula"),
                new Region(
                        number(region, "xMin"), number(region, "xMax"), number(region, "yMin"), number(region, "yMax")),
                number32(view, "width"),
                number32(view, "height"),
                number32(view, "maxIter"));
    }

    private static Problem array(JsonNode array) {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (Map.Entry<String, JsonNode> parameter :
                required(array, "parameters").properties()) {
            parameters.put(
                    PlainText.requireName("one of its 'parameters'", parameter.getKey()),
                    parameter(parameter.getKey(), parameter.getValue().asText()));
        }
        int rows = number32(array, "rows");
        int rowCells = number32(array, "row_cells");
        if (rows < 1 || rowCells < 1) {
            throw new IllegalArgumentException(
                    "its array is " + Counted.of(rows, "row") + " of " + Counted.of(rowCells, "cell"));
        }
        return new Problem.ArrayPart(text(array, "name"), parameters, rows, rowCells);
    }

    private static String parameter(String name, String value) {
        if (value.length() > LONGEST_PARAMETER) {
            throw new IllegalArgumentException("its '%s' has %d characters, at most %d are allowed"
                    .formatted(name, value.length(), LONGEST_PARAMETER));
        }
        return PlainText.visible(value);
    }

    private static List<ChunkTiming> chunks(JsonNode array, String method) {
        List<ChunkTiming> chunks = new ArrayList<>();
        for (JsonNode chunk : array) {
            JsonNode rows = required(chunk, "rows");
            chunks.add(new ChunkTiming(
                    number32(chunk, "index"),
                    new RowRange(
                            number32(rows, "first"),
                            number32(rows, "count"),
                            number32(rows, "stride"),
                            number32(rows, "modulus")),
                    text(chunk, "executor"),
                    text(chunk, "host"),
                    number32(chunk, "slot"),
                    number64(chunk, "start_ns"),
                    number64(chunk, "end_ns"),
                    number64(chunk, "kernel_ns"),
                    new Work(number64(chunk, "iterations"), number64(chunk, "steps"), method),
                    number64(chunk, "result_bytes"),
                    number32(chunk, "attempt")));
        }
        return chunks;
    }

    private static JsonNode required(JsonNode parent, String name) {
        JsonNode child = parent.get(name);
        if (child == null) {
            throw new IllegalArgumentException("it has no '" + name + "'");
        }
        return child;
    }

    private static int number32(JsonNode parent, String name) {
        long number = number64(parent, name);
        if (number != (int) number) {
            throw new IllegalArgumentException("its '" + name + "' is too large: " + number);
        }
        return (int) number;
    }

    private static long number64(JsonNode parent, String name) {
        JsonNode child = required(parent, name);
        if (!child.isIntegralNumber() || !child.canConvertToLong()) {
            throw new IllegalArgumentException("its '" + name + "' is no whole number: " + shortened(child));
        }
        return child.longValue();
    }

    private static double number(JsonNode parent, String name) {
        JsonNode child = required(parent, name);
        if (!child.isNumber()) {
            throw new IllegalArgumentException("its '" + name + "' is no number: " + shortened(child));
        }
        return child.doubleValue();
    }

    private static String text(JsonNode parent, String name) {
        JsonNode child = required(parent, name);
        if (!child.isTextual()) {
            throw new IllegalArgumentException("its '" + name + "' is no text: " + shortened(child));
        }
        return PlainText.requireName("its '" + name + "'", child.textValue());
    }

    /** What is only told to people may be any text, but shows only what can be shown. */
    private static String shown(JsonNode parent, String name) {
        return PlainText.visible(required(parent, name).asText());
    }

    private static List<String> texts(JsonNode parent, String name) {
        List<String> texts = new ArrayList<>();
        required(parent, name)
                .forEach(child -> texts.add(PlainText.requireName("one of its '" + name + "'", child.asText())));
        return texts;
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + " …";
    }
}
