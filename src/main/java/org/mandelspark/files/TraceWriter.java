package org.mandelspark.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Traces in the format of Chrome's tracing ({@code traceEvents}), compressed by gzip, as Perfetto opens them: processes,
 * their threads, what each thread did from when to when, and counters. Times in nanoseconds.
 */
public final class TraceWriter implements Closeable {
    /** The format counts in microseconds. */
    private static final double MICRO = 1000;

    private final JsonGenerator json;

    /**
     * A number that belongs to an event.
     *
     * @param name such as {@code run_ms}
     * @param value in the unit that the name says
     */
    public record Argument(String name, long value) {}

    /**
     * Begins a trace.
     *
     * @param out stays open
     */
    public TraceWriter(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(new GZIPOutputStream(out) {
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
        named("process_name", process, 0, name);
        json.writeStartObject();
        head("process_sort_index", "M", process, 0);
        json.writeObjectFieldStart("args");
        json.writeNumberField("sort_index", process);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Names a thread of a process. */
    public void thread(int process, int thread, String name) throws IOException {
        named("thread_name", process, thread, name);
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
            json.writeObjectFieldStart("args");
            for (Argument argument : arguments) {
                json.writeNumberField(argument.name(), argument.value());
            }
            json.writeEndObject();
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

    private void named(String kind, int process, int thread, String name) throws IOException {
        json.writeStartObject();
        head(kind, "M", process, thread);
        json.writeObjectFieldStart("args");
        json.writeStringField("name", name);
        json.writeEndObject();
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
