package org.mandelspark.output;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.MeasuredRun;

/**
 * The account of one run, written as JSON: what was computed is its {@code view}, or for other workloads its {@code
 * array}.
 *
 * @param study what the run is part of
 * @param problem what was computed
 * @param workload name of the workload
 * @param kernel the kernel asked for
 * @param interior which work the kernel might leave out
 * @param methods what computed the chunks, with its shape; another kernel where a JVM could not run the one asked for
 * @param engine name of the engine
 * @param schedule name of the schedule
 * @param partitions number of chunks
 * @param workers number of chunks computed at once
 * @param workersSource who decided that number
 * @param environment where it ran
 * @param totals sums over the run
 * @param checksum CRC-32C of the little-endian cells, hexadecimal
 * @param chunks what each chunk cost
 */
@JsonPropertyOrder({"study", "view", "array"})
public record RunRecord(
        StudyPart study,
        @JsonIgnore Problem problem,
        String workload,
        String kernel,
        String interior,
        List<String> methods,
        String engine,
        String schedule,
        int partitions,
        int workers,
        String workersSource,
        Environment environment,
        Totals totals,
        String checksum,
        List<ChunkPart> chunks) {

    /**
     * The record of a run.
     *
     * @param study what the run is part of
     * @param asked what it computed, and with which kernel
     * @param workersSource who decided the number of workers
     * @param environment where it ran
     * @param wallSeconds by phase
     * @param run what was measured
     */
    public static RunRecord of(
            StudyPart study,
            Asked asked,
            String workersSource,
            Environment environment,
            SortedMap<String, Double> wallSeconds,
            MeasuredRun run) {
        return new RunRecord(
                study,
                asked.problem(),
                asked.workload(),
                asked.kernel(),
                asked.interior(),
                run.methods(),
                run.engine(),
                run.schedule(),
                run.chunks().size(),
                run.workers(),
                workersSource,
                environment,
                new Totals(
                        wallSeconds,
                        run.planNanos(),
                        run.wallNanos(),
                        (long) asked.problem().rows() * asked.problem().rowCells(),
                        run.iterations(),
                        run.steps(),
                        run.overheads().deserialiseNanos(),
                        run.overheads().serialiseNanos(),
                        run.tasksSeen(),
                        run.extra().retries(),
                        run.extra().speculative()),
                run.checksum(),
                run.chunks().stream().map(ChunkPart::of).toList());
    }

    @JsonProperty("view")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private Problem.ViewPart viewOrNull() {
        return problem instanceof Problem.ViewPart view ? view : null;
    }

    @JsonProperty("array")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private Problem.ArrayPart arrayOrNull() {
        return problem instanceof Problem.ArrayPart array ? array : null;
    }

    /**
     * What a run computes, and with what.
     *
     * @param problem whose answer is wanted
     * @param workload name of the workload
     * @param kernel name of the kernel
     * @param interior what it may leave out
     */
    public record Asked(Problem problem, String workload, String kernel, String interior) {}

    /**
     * The place of a run in a study.
     *
     * @param format version of this file format
     * @param name the study, such as {@code scaling}; the command, such as {@code render}, for a run alone
     * @param phase reference, warmup or measured
     * @param repeat which run of its configuration, from 1
     * @param seed of the random order of configurations, 0 if there is none
     */
    public record StudyPart(int format, String name, String phase, int repeat, long seed) {
        /** The version that is written. */
        public static final int FORMAT = 1;

        /** The place of a run, in files of the present format. */
        public static StudyPart of(String name, MeasuredRun run, long seed) {
            return new StudyPart(FORMAT, name, run.phase().label(), run.repeat(), seed);
        }
    }

    /**
     * Sums over the run.
     *
     * @param wallSeconds by phase: start of the engine, plan, compute (from its call to the stitched array), checksum,
     *     and encode with writing for each output by its extension
     * @param planNanos planning, with a pilot if the schedule needs one
     * @param wallNanos from the engine's call to the stitched array
     * @param pixels cells of the answer
     * @param iterations what they amount to
     * @param steps what was executed
     * @param deserialiseNanos core time of tasks before their chunks began, of one task for each chunk
     * @param serialiseNanos core time of the same tasks after their chunks had ended
     * @param tasksSeen chunks whose end the engine was told of
     * @param retries attempts made because an earlier one of their chunk had failed; they are in no other figure
     * @param speculative attempts made because an earlier one was thought too slow; the same
     */
    public record Totals(
            SortedMap<String, Double> wallSeconds,
            @JsonProperty("plan_ns") long planNanos,
            @JsonProperty("wall_ns") long wallNanos,
            long pixels,
            long iterations,
            long steps,
            @JsonProperty("deserialise_ns") long deserialiseNanos,
            @JsonProperty("serialise_ns") long serialiseNanos,
            @JsonProperty("tasks_seen") int tasksSeen,
            int retries,
            int speculative) {
        /** Attempts beyond one for each chunk. */
        public ExtraAttempts extra() {
            return new ExtraAttempts(retries, speculative);
        }
    }

    /** {@link ChunkTiming}, in the form and with the names of the file. */
    public record ChunkPart(
            int index,
            RowRange rows,
            String executor,
            String host,
            int slot,
            @JsonProperty("start_ns") long startNanos,
            @JsonProperty("end_ns") long endNanos,
            @JsonProperty("kernel_ns") long kernelNanos,
            long iterations,
            long steps,
            @JsonProperty("result_bytes") long resultBytes,
            int attempt) {

        /** The same chunk. */
        public static ChunkPart of(ChunkTiming chunk) {
            return new ChunkPart(
                    chunk.index(),
                    chunk.rows(),
                    chunk.executor(),
                    chunk.host(),
                    chunk.slot(),
                    chunk.startNanos(),
                    chunk.endNanos(),
                    chunk.kernelNanos(),
                    chunk.work().iterations(),
                    chunk.work().steps(),
                    chunk.resultBytes(),
                    chunk.attempt());
        }
    }

    /** Writes this record as indented JSON in UTF-8. */
    public void writeTo(OutputStream out) throws IOException {
        Json.write(this, out);
    }
}
