package org.mandelspark.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Traces in the format of Chrome's tracing ({@code traceEvents}), compressed by gzip, as Perfetto opens them: processes,
 * their threads, what each thread did from when to when, arrows between that, and counters. Times in nanoseconds.
 */
public final class TraceWriter implements Closeable {
    /** The format counts in microseconds. */
    private static final double MICRO = 1000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final JsonGenerator json;

    /**
     * A fact that belongs to an event.
     *
     * @param name such as {@code run_ms}
     * @param value a text, or a whole number in the unit that the name says
     */
    public record Argument(String name, Object value) {
        public Argument {
            if (!(value instanceof String || value instanceof Long || value instanceof Integer)) {
                throw new IllegalArgumentException(
                        "'" + name + "' must be a text or a whole number, not " + value.getClass());
            }
        }
    }

    /** Points of an arrow; each lies in a span of its thread, and none is earlier than the one before. */
    public enum FlowPoint {
        START("s"),
        STEP("t"),
        END("f");

        private final String phase;

        FlowPoint(String phase) {
            this.phase = phase;
        }
    }

    /**
     * Begins a trace.
     *
     * @param out stays open
     */
    public TraceWriter(OutputStream out) throws IOException {
        json = JSON.createGenerator(new GZIPOutputStream(out) {
            @Override
            public void close() throws IOException {
                finish();
            }
        });
        json.writeStartObject();
        json.writeStringField("displayTimeUnit", "ms");
        json.writeArrayFieldStart("traceEvents");
    }

    /** Names a process and gives it its place among the others. */
    public void process(int process, String name) throws IOException {
        about("process_name", process, 0, new Argument("name", name));
        about("process_sort_index", process, 0, new Argument("sort_index", process));
    }

    /** Names a thread of a process and gives it its place among the others. */
    public void thread(int process, int thread, String name) throws IOException {
        about("thread_name", process, thread, new Argument("name", name));
        about("thread_sort_index", process, thread, new Argument("sort_index", thread));
    }

    /**
     * Something that a thread did; events of a thread must not overlap but lie in each other or apart.
     *
     * @param startNanos since the trace began
     * @param endNanos not before the start
     */
    public void span(int process, int thread, String name, long startNanos, long endNanos, Argument... arguments)
            throws IOException {
        json.writeStartObject();
        head(name, "X", process, thread);
        json.writeNumberField("ts", startNanos / MICRO);
        json.writeNumberField("dur", (endNanos - startNanos) / MICRO);
        if (arguments.length > 0) {
            arguments(arguments);
        }
        json.writeEndObject();
    }

    /**
     * A point of an arrow.
     *
     * @param name of the arrow, which with its number tells it from others
     */
    public void flow(FlowPoint point, String name, int number, int process, int thread, long nanos) throws IOException {
        json.writeStartObject();
        head(name, point.phase, process, thread);
        json.writeStringField("cat", name);
        json.writeNumberField("id", number);
        json.writeNumberField("ts", nanos / MICRO);
        if (point == FlowPoint.END) {
            // To the span around it; without this, to the next one.
            json.writeStringField("bp", "e");
        }
        json.writeEndObject();
    }

    /** The value of a counter from a time on. */
    public void counter(int process, String name, long nanos, double value) throws IOException {
        json.writeStartObject();
        head(name, "C", process, 0);
        json.writeNumberField("ts", nanos / MICRO);
        json.writeObjectFieldStart("args");
        json.writeNumberField(name, value);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void about(String kind, int process, int thread, Argument fact) throws IOException {
        json.writeStartObject();
        head(kind, "M", process, thread);
        arguments(fact);
        json.writeEndObject();
    }

    private void arguments(Argument... arguments) throws IOException {
        json.writeObjectFieldStart("args");
        for (Argument argument : arguments) {
            json.writeObjectField(argument.name(), argument.value());
        }
        json.writeEndObject();
    }

    private void head(String name, String phase, int process, int thread) throws IOException {
        json.writeStringField("name", name);
        json.writeStringField("ph", phase);
        json.writeNumberField("pid", process);
        json.writeNumberField("tid", thread);
    }

    /** Ends the trace. */
    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
