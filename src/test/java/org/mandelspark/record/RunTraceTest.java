package org.mandelspark.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.files.TraceRules;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.workload.Proofs;
import org.mandelspark.workload.Work;

/** Traces keep the rules of their format, whatever clocks say. */
class RunTraceTest {
    @Test
    void aChunkHoldsItsPartsAndTheDriverHasATrackOfItsOwn() throws IOException {
        TraceRules trace = trace(run(
                40_000,
                List.of(
                        chunk(0, "10", 0, 2_000, 9_000, new Work(7, 8, "naive", 1_000, 500, 250, Proofs.NONE), 4_000),
                        chunk(1, "9", 1, 3_000, 30_500, new Work(9, 10, "naive"), 20_000))));
        assertThat(trace.spans("kernel")).extracting(TraceRules.Span::nanos).containsExactly(4_000L, 20_000L);
        assertThat(trace.spans("kernel")).allMatch(span -> span.depth() == 1);
        assertThat(trace.spans("table").get(0).start()).isEqualTo(1_000 + 2_000);
        assertThat(trace.spans("kernel").get(0).start()).isEqualTo(1_000 + 2_250);
        assertThat(trace.spans("write").get(0).nanos()).isEqualTo(500);
        assertThat(trace.having("iterations")).hasSize(2);
        assertThat(trace.having("iterations").get(0).arguments().toString())
                .isEqualTo("{\"chunk\":0,\"unit\":\"row\",\"first\":0,\"count\":1,\"stride\":1,\"iterations\":7,"
                        + "\"steps\":8,\"result_bytes\":100,\"attempt\":0,\"schedule\":\"static\"}");
        // Executor 9 is before 10, and its slot 1 is the second.
        assertThat(trace.having("iterations").get(1).process()).isEqualTo(1);
        assertThat(trace.having("iterations").get(1).thread()).isEqualTo(2);
        assertThat(trace.spans("plan").get(0).nanos()).isEqualTo(1_000);
        assertThat(trace.spans("launch").get(0).nanos()).isEqualTo(2_000);
        assertThat(trace.spans("fetch and stitch").get(0).nanos()).isEqualTo(40_000 - 30_500);
        assertThat(trace.counters()).containsEntry("busy slots", 0.0).containsEntry("bytes of finished chunks", 200.0);
        assertThat(trace.arrows()).isEqualTo(2);
    }

    @Property(cases = 300)
    void noRecordBreaksTheRules(Draw draw) throws IOException {
        List<ChunkTiming> chunks = new ArrayList<>();
        int count = draw.integer(1, 12);
        for (int i = 0; i < count; i++) {
            long start = draw.integer(-5_000, 50_000);
            chunks.add(chunk(
                    i,
                    draw.pick("driver", "1", "2"),
                    draw.integer(0, 2),
                    start,
                    start + draw.integer(0, 20_000),
                    new Work(i, i, "naive", draw.integer(0, 3_000), draw.integer(0, 3_000), 0, Proofs.NONE),
                    draw.integer(0, 20_000)));
        }
        TraceRules trace = trace(run(draw.integer(1, 60_000), chunks));
        assertThat(trace.having("iterations")).hasSize(count);
        assertThat(trace.arrows()).isEqualTo(count);
    }

    @Test
    void aTraceOf128000TasksIsWritten() throws IOException {
        int count = 128_000;
        List<ChunkTiming> chunks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long start = i / 88 * 5_000_000L + i % 88 * 1_000L;
            chunks.add(chunk(
                    i, String.valueOf(i % 88 / 8), i % 8, start, start + 4_000_000, new Work(i, i, "simd"), 3_900_000));
        }
        Run run = run(count / 88 * 6_000_000L, chunks);
        TraceRules trace = trace(run);
        assertThat(trace.having("iterations")).hasSize(count);
        trace.requireSum("kernel", run.ledger().nanos(Account.KERNEL));
    }

    private static TraceRules trace(Run run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RunTrace(run).writeTo(out);
        return TraceRules.of(out.toByteArray());
    }

    private static Run run(long wallNanos, List<ChunkTiming> chunks) {
        return TestRuns.of(
                Phase.MEASURED,
                1,
                "spark",
                "static",
                96,
                1_000,
                wallNanos,
                "0",
                chunks,
                TaskOverheads.NONE,
                chunks.size(),
                ExtraAttempts.NONE);
    }

    private static ChunkTiming chunk(
            int index, String executor, int slot, long start, long end, Work work, long kernelNanos) {
        return new ChunkTiming(
                index, RowRange.band(index, index + 1), executor, "h", slot, start, end, kernelNanos, work, 100, 0);
    }
}
