package org.mandelspark.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A trace held to the written rules of the format, and to ours: spans of a thread lie in order, in each other or apart; every
 * process and thread that has something is named and has its place; counters go on in time; arrows begin, pass and end in spans.
 */
public final class TraceRules {
    private static final Set<String> METADATA =
            Set.of("process_name", "process_sort_index", "thread_name", "thread_sort_index");
    private static final String ARROW = "stf";

    private final List<Span> spans = new ArrayList<>();
    private final Set<String> described = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Deque<Span>> open = new HashMap<>();
    private final Map<String, NavigableMap<Long, Span>> outermost = new HashMap<>();
    private final Map<String, Long> lastOfThread = new HashMap<>();
    private final Map<String, Long> lastOfCounter = new HashMap<>();
    private final Map<String, Double> counters = new HashMap<>();
    private final Map<Long, List<Point>> arrows = new HashMap<>();

    /** A complete event; times in nanoseconds. */
    public record Span(int process, int thread, int depth, String name, long start, long nanos, JsonNode arguments) {
        long end() {
            return start + nanos;
        }
    }

    /** A point of an arrow. */
    private record Point(String phase, String thread, long time, JsonNode event) {}

    private TraceRules(byte[] trace) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(trace));
                JsonParser json = mapper.createParser(in)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            assertThat(json.nextFieldName()).isEqualTo("displayTimeUnit");
            assertThat(json.nextTextValue()).isEqualTo("ms");
            assertThat(json.nextFieldName()).isEqualTo("traceEvents");
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                take(mapper.readTree(json));
            }
            assertThat(json.nextToken()).isEqualTo(JsonToken.END_OBJECT);
            assertThat(json.nextToken()).isNull();
        }
        assertThat(described).containsAll(used);
        arrows.values().forEach(this::requireWhole);
    }

    /** A trace that keeps the rules. */
    public static TraceRules of(byte[] trace) throws IOException {
        return new TraceRules(trace);
    }

    /** The trace of a file, which keeps the rules. */
    public static TraceRules of(Path file) throws IOException {
        return new TraceRules(Files.readAllBytes(file));
    }

    /** The spans of a name, in the order of the file. */
    public List<Span> spans(String name) {
        return spans.stream().filter(span -> span.name().equals(name)).toList();
    }

    /** The spans that have an argument, in the order of the file. */
    public List<Span> having(String argument) {
        return spans.stream().filter(span -> span.arguments().has(argument)).toList();
    }

    /** Number of arrows. */
    public int arrows() {
        return arrows.size();
    }

    /** Last values of counters by their names. */
    public Map<String, Double> counters() {
        return counters;
    }

    /** Together, the spans of a name take so long, to a microsecond each. */
    public void requireSum(String name, long nanos) {
        long sum = spans(name).stream().mapToLong(Span::nanos).sum();
        assertThat(Math.abs(sum - nanos))
                .as("%s: %d ns, not %d", name, sum, nanos)
                .isLessThanOrEqualTo(1000L * spans(name).size());
    }

    private void take(JsonNode event) {
        require(event.path("name").isTextual() && !event.path("name").asText().isBlank(), "a name", event);
        for (String key : List.of("pid", "tid")) {
            require(event.path(key).isInt() && event.path(key).asInt() >= 0, "a whole number as " + key, event);
        }
        String phase = event.path("ph").asText();
        if (phase.equals("M")) {
            describe(event);
            return;
        }
        String process = event.path("pid").asText();
        used.addAll(List.of("process_name " + process, "process_sort_index " + process));
        if (!phase.equals("C")) {
            used.addAll(List.of("thread_name " + thread(event), "thread_sort_index " + thread(event)));
        }
        require(event.path("ts").isNumber() && event.path("ts").asDouble() >= 0, "a time of at least 0", event);
        require(event.path("args").isMissingNode() || event.path("args").isObject(), "arguments", event);
        switch (phase) {
            case "X" -> span(event);
            case "C" -> count(event);
            case "s", "t", "f" ->
                arrows.computeIfAbsent(event.path("id").asLong(), id -> new ArrayList<>())
                        .add(point(event));
            default -> require(false, "a phase that there is", event);
        }
    }

    private void describe(JsonNode event) {
        String kind = event.path("name").asText();
        require(METADATA.contains(kind), "a known kind of metadata", event);
        JsonNode value = event.path("args").path(kind.endsWith("name") ? "name" : "sort_index");
        require(kind.endsWith("name") ? !value.asText().isBlank() : value.isInt(), "a value", event);
        String of = kind.startsWith("process") ? event.path("pid").asText() : thread(event);
        require(described.add(kind + " " + of), "metadata once", event);
    }

    private void span(JsonNode event) {
        require(event.path("dur").isNumber() && event.path("dur").asDouble() >= 0, "a duration", event);
        long start = nanos(event.path("ts"));
        Deque<Span> around = open.computeIfAbsent(thread(event), thread -> new ArrayDeque<>());
        while (!around.isEmpty() && around.peek().end() <= start) {
            around.pop();
        }
        Span span = new Span(
                event.path("pid").asInt(),
                event.path("tid").asInt(),
                around.size(),
                event.path("name").asText(),
                start,
                nanos(event.path("dur")),
                event.path("args"));
        require(start >= lastOfThread.getOrDefault(thread(event), 0L), "the order of time", event);
        lastOfThread.put(thread(event), start);
        if (around.isEmpty()) {
            outermost
                    .computeIfAbsent(thread(event), thread -> new TreeMap<>())
                    .merge(start, span, (one, other) -> one.end() > other.end() ? one : other);
        } else {
            require(span.end() <= around.peek().end(), "a place within or behind the span before it", event);
        }
        around.push(span);
        spans.add(span);
    }

    private void count(JsonNode event) {
        String name = event.path("name").asText();
        JsonNode value = event.path("args").path(name);
        require(value.isNumber() && value.asDouble() >= 0, "a value of at least 0", event);
        long time = nanos(event.path("ts"));
        require(time > lastOfCounter.getOrDefault(name, -1L), "a later time", event);
        lastOfCounter.put(name, time);
        counters.put(name, value.asDouble());
    }

    private static Point point(JsonNode event) {
        String phase = event.path("ph").asText();
        require(!event.path("cat").asText().isBlank(), "a category", event);
        require(event.path("bp").asText().equals(phase.equals("f") ? "e" : ""), "an end in the span around it", event);
        return new Point(phase, thread(event), nanos(event.path("ts")), event);
    }

    /** An arrow has its points in order, each in a span of its thread. */
    private void requireWhole(List<Point> points) {
        StringBuilder phases = new StringBuilder();
        long last = 0;
        for (Point point : points) {
            phases.append(point.phase());
            require(point.time() >= last, "the order of time", point.event());
            last = point.time();
            Map.Entry<Long, Span> around =
                    outermost.getOrDefault(point.thread(), new TreeMap<>()).floorEntry(last);
            require(around != null && around.getValue().end() >= last, "a span around it", point.event());
        }
        require(
                phases.toString().equals(ARROW),
                "a beginning, a middle and an end",
                points.get(0).event());
    }

    /** Millions of these are checked, so nothing is described before it fails. */
    private static void require(boolean isKept, String rule, JsonNode event) {
        if (!isKept) {
            throw new AssertionError("this event should have " + rule + ": " + event);
        }
    }

    private static String thread(JsonNode event) {
        return event.path("pid") + "/" + event.path("tid");
    }

    private static long nanos(JsonNode micros) {
        return Math.round(micros.asDouble() * 1000);
    }
}
