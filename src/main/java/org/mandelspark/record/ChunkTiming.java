package org.mandelspark.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.mandelspark.grid.PlainText;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.TimedTask;
import org.mandelspark.workload.Proofs;
import org.mandelspark.workload.Work;

/**
 * Cost of one chunk and the place where it ran.
 *
 * @param index position of the chunk in the plan
 * @param rows its rows
 * @param executor the process that computed it ({@value #DRIVER} if there is only one)
 * @param host the machine
 * @param slot the core slot within the process, from 0
 * @param startNanos when the task began, in nanoseconds since the engine was called, on the driver's clock
 * @param endNanos when the chunk was computed and encoded, on the same clock
 * @param usefulNanos time inside the kernel
 * @param work iterations, steps and method
 * @param resultBytes of the cells as they travelled to the driver, 0 where nothing travels
 * @param attempt 0 for a first try
 */
@JsonPropertyOrder({
    "index",
    "units",
    "executor",
    "host",
    "slot",
    "start_ns",
    "end_ns",
    "kernel_ns",
    "iterations",
    "steps",
    "encode_ns",
    "write_ns",
    "table_ns",
    "result_bytes",
    "attempt"
})
public record ChunkTiming(
        @JsonProperty("index") int index,
        @JsonProperty("units") RowRange rows,
        @JsonProperty("executor") String executor,
        @JsonProperty("host") String host,
        @JsonProperty("slot") int slot,
        @JsonProperty("start_ns") long startNanos,
        @JsonProperty("end_ns") long endNanos,
        @JsonProperty("kernel_ns") long usefulNanos,
        @JsonIgnore Work work,
        @JsonProperty("result_bytes") long resultBytes,
        @JsonProperty("attempt") int attempt)
        implements TimedTask {
    public ChunkTiming {
        PlainText.requireName("'executor'", executor);
        PlainText.requireName("'host'", host);
    }

    /** The chunk of a run's file, whose methods are given once for all chunks. */
    @JsonCreator
    static ChunkTiming of(
            @JsonProperty(value = "index", required = true) int index,
            @JsonProperty(value = "units", required = true) RowRange rows,
            @JsonProperty(value = "executor", required = true) String executor,
            @JsonProperty(value = "host", required = true) String host,
            @JsonProperty(value = "slot", required = true) int slot,
            @JsonProperty(value = "start_ns", required = true) long startNanos,
            @JsonProperty(value = "end_ns", required = true) long endNanos,
            @JsonProperty(value = "kernel_ns", required = true) long usefulNanos,
            @JsonProperty(value = "iterations", required = true) long iterations,
            @JsonProperty(value = "steps", required = true) long steps,
            @JsonProperty("encode_ns") Long encodeNanos,
            @JsonProperty("write_ns") Long writeNanos,
            @JsonProperty("table_ns") Long tableNanos,
            @JsonProperty(value = "result_bytes", required = true) long resultBytes,
            @JsonProperty(value = "attempt", required = true) int attempt) {
        return new ChunkTiming(
                index,
                rows,
                executor,
                host,
                slot,
                startNanos,
                endNanos,
                usefulNanos,
                new Work(
                        iterations,
                        steps,
                        "",
                        orZero(encodeNanos),
                        orZero(writeNanos),
                        orZero(tableNanos),
                        Proofs.NONE),
                resultBytes,
                attempt);
    }

    private static long orZero(Long nanos) {
        return nanos == null ? 0 : nanos;
    }

    @Override
    @JsonProperty("encode_ns")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public long encodeNanos() {
        return work.encodeNanos();
    }

    @Override
    @JsonProperty("write_ns")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public long writeNanos() {
        return work.writeNanos();
    }

    @Override
    @JsonProperty("table_ns")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public long tableNanos() {
        return work.tableNanos();
    }

    @Override
    @JsonProperty("iterations")
    public long iterations() {
        return work.iterations();
    }

    /** Steps that were really executed. */
    @JsonProperty("steps")
    public long steps() {
        return work.steps();
    }

    /** A copy that names the method that computed the chunk. */
    public ChunkTiming by(String method) {
        return with(0, work.by(method));
    }

    /** A copy whose start and end are this many nanoseconds later. */
    public ChunkTiming later(long nanos) {
        return with(nanos, work);
    }

    private ChunkTiming with(long laterNanos, Work work) {
        return new ChunkTiming(
                index,
                rows,
                executor,
                host,
                slot,
                startNanos + laterNanos,
                endNanos + laterNanos,
                usefulNanos,
                work,
                resultBytes,
                attempt);
    }
}
