package org.mandelspark.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.mandelspark.files.TraceWriter.Argument;

class TraceWriterTest {
    private interface Events {
        void writeTo(TraceWriter trace) throws IOException;
    }

    private static JsonNode written(Events events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TraceWriter trace = new TraceWriter(out)) {
            events.writeTo(trace);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            return Json.tree(in.readAllBytes());
        }
    }

    @Test
    void aTraceWithoutEventsIsWhole() throws IOException {
        JsonNode trace = written(events -> {});
        assertThat(trace.toString()).isEqualTo("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[]}");
    }

    @Test
    void processesAndThreadsHaveNamesAndPlaces() throws IOException {
        JsonNode events = written(trace -> {
                    trace.process(3, "executor 2");
                    trace.thread(3, 1, "slot 1");
                })
                .path("traceEvents");
        assertThat(events).hasSize(4);
        assertThat(events.path(3).path("args").path("sort_index").asInt()).isEqualTo(1);
        assertThat(events.path(0).toString())
                .isEqualTo(
                        "{\"name\":\"process_name\",\"ph\":\"M\",\"pid\":3,\"tid\":0,\"args\":{\"name\":\"executor 2\"}}");
        assertThat(events.path(1).path("args").path("sort_index").asInt()).isEqualTo(3);
        assertThat(events.path(2).toString())
                .isEqualTo(
                        "{\"name\":\"thread_name\",\"ph\":\"M\",\"pid\":3,\"tid\":1,\"args\":{\"name\":\"slot 1\"}}");
    }

    @Test
    void spansAreInMicrosecondsToTheNanosecond() throws IOException {
        JsonNode events = written(trace -> {
                    trace.span(1, 2, "stage 4", 1_000_001, 3_500_000, new Argument("run_ms", 2));
                    trace.span(1, 2, "nothing", 3_500_000, 3_500_000);
                })
                .path("traceEvents");
        JsonNode span = events.path(0);
        assertThat(span.path("ph").asText()).isEqualTo("X");
        assertThat(span.path("ts").asDouble()).isEqualTo(1000.001);
        assertThat(span.path("dur").asDouble()).isEqualTo(2499.999);
        assertThat(span.path("args").toString()).isEqualTo("{\"run_ms\":2}");
        assertThat(events.path(1).path("dur").asDouble()).isZero();
        assertThat(events.path(1).has("args")).isFalse();
    }

    @Test
    void aCounterHasItsValueUnderItsName() throws IOException {
        JsonNode counter = written(trace -> trace.counter(0, "busy slots", 7_000, 2.5))
                .path("traceEvents")
                .path(0);
        assertThat(counter.path("ph").asText()).isEqualTo("C");
        assertThat(counter.path("ts").asDouble()).isEqualTo(7);
        assertThat(counter.path("args").path("busy slots").asDouble()).isEqualTo(2.5);
    }

    /** A name may be a stranger's. */
    @Test
    void namesAreTextWhateverTheyHold() throws IOException {
        String evil = "\"},{\"name\":\"\u001b[2J\u0000</script>\\";
        JsonNode events = written(trace -> trace.process(0, evil)).path("traceEvents");
        assertThat(events).hasSize(2);
        assertThat(events.path(0).path("args").path("name").asText()).isEqualTo(evil);
    }

    @Test
    void whatItWritesToStaysOpen() throws IOException {
        boolean[] isClosed = new boolean[1];
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                isClosed[0] = true;
            }
        };
        new TraceWriter(out).close();
        assertThat(isClosed[0]).isFalse();
        assertThat(out.size()).isPositive();
    }
}
