package org.mandelspark.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.output.RunRecord.StudyPart;
import org.mandelspark.output.RunRecord.ViewPart;
import org.mandelspark.workload.Work;

/**
 * A run read back from a study folder: what can be computed from, checked like any input of a stranger, and the text it
 * came from.
 *
 * @param study the study that it is part of
 * @param asked what it computed, and with what
 * @param run what was measured
 * @param text the record as it was read
 */
public record RecordedRun(StudyPart study, RunRecord.Asked asked, MeasuredRun run, JsonNode text) {
    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException that says what is missing or wrong
     */
    static RecordedRun of(JsonNode record) {
        JsonNode study = required(record, "study");
        StudyPart part = new StudyPart(
                whole(study, "format").intValue(),
                text(study, "name"),
                text(study, "phase"),
                whole(study, "repeat").intValue(),
                whole(study, "seed").longValue());
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
                whole(record, "workers").intValue(),
                whole(totals, "plan_ns").longValue(),
                whole(totals, "wall_ns").longValue(),
                text(record, "checksum"),
                chunks(required(record, "chunks"), String.join(" and ", texts(record, "methods"))),
                new TaskOverheads(
                        whole(totals, "deserialise_ns").longValue(),
                        whole(totals, "serialise_ns").longValue()),
                whole(totals, "tasks_seen").intValue(),
                whole(totals, "retries").intValue());
        return new RecordedRun(
                part,
                new RunRecord.Asked(
                        view(required(record, "view")),
                        text(record, "workload"),
                        text(record, "kernel"),
                        text(record, "interior")),
                run,
                record);
    }

    private static ViewPart view(JsonNode view) {
        JsonNode region = required(view, "region");
        return new ViewPart(
                text(view, "name"),
                text(view, "formula"),
                new Region(
                        number(region, "xMin"), number(region, "xMax"), number(region, "yMin"), number(region, "yMax")),
                whole(view, "width").intValue(),
                whole(view, "height").intValue(),
                whole(view, "maxIter").intValue());
    }

    private static List<ChunkTiming> chunks(JsonNode array, String method) {
        List<ChunkTiming> chunks = new ArrayList<>();
        for (JsonNode chunk : array) {
            JsonNode rows = required(chunk, "rows");
            chunks.add(new ChunkTiming(
                    whole(chunk, "index").intValue(),
                    new RowRange(
                            whole(rows, "first").intValue(),
                            whole(rows, "count").intValue(),
                            whole(rows, "stride").intValue(),
                            whole(rows, "modulus").intValue()),
                    text(chunk, "executor"),
                    text(chunk, "host"),
                    whole(chunk, "slot").intValue(),
                    whole(chunk, "start_ns").longValue(),
                    whole(chunk, "end_ns").longValue(),
                    whole(chunk, "kernel_ns").longValue(),
                    new Work(
                            whole(chunk, "iterations").longValue(),
                            whole(chunk, "steps").longValue(),
                            method),
                    whole(chunk, "result_bytes").longValue(),
                    whole(chunk, "attempt").intValue()));
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

    private static JsonNode whole(JsonNode parent, String name) {
        JsonNode child = required(parent, name);
        if (!child.isIntegralNumber() || !child.canConvertToLong()) {
            throw new IllegalArgumentException("its '" + name + "' is no whole number: " + shortened(child));
        }
        return child;
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
        return child.textValue();
    }

    private static List<String> texts(JsonNode parent, String name) {
        List<String> texts = new ArrayList<>();
        required(parent, name).forEach(child -> texts.add(child.asText()));
        return texts;
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + " …";
    }
}
