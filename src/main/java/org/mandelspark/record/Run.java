package org.mandelspark.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import org.mandelspark.files.Json;
import org.mandelspark.grid.PlainText;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.Units;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.PopMetrics;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.Problem;

/**
 * The account of one run: what was computed, by what, where, and what it cost. It is written as JSON and read back, and
 * then checked like any input of a stranger.
 *
 * @param place where in a study it belongs
 * @param computation what was computed, by which kernel
 * @param methods what computed the chunks, with its shape, distinct and sorted; another kernel where a JVM could not run
 *     the one that was asked for
 * @param engine name of the engine
 * @param schedule the rule that was asked for
 * @param unit what the rule dealt out: its chunks are of such units
 * @param plannedWorkers number of workers that the rule cut for, which may be more than there were
 * @param workers chunks computed at once
 * @param workersSource who decided that number
 * @param environment where it ran
 * @param wallSeconds by phase: start of the engine, plan, compute (from its call to the stitched array), checksum, and
 *     encode with writing for each output by its extension
 * @param planNanos from the beginning of planning, a pilot included, to the engine's call
 * @param wallNanos from the engine's call to the stitched array
 * @param checksum CRC-32C of the little-endian cells in the order of files, hexadecimal
 * @param chunks what each chunk cost, in the order of the plan
 * @param overheads core time around the chunks
 * @param tasksSeen chunks whose end was reported to the engine
 * @param extra attempts beyond one for each chunk
 * @param exact the reference, tiers and second job of exact counts, if counts are exact
 */
public record Run(
        Place place,
        Computation<?> computation,
        List<String> methods,
        String engine,
        Schedule schedule,
        Unit unit,
        int plannedWorkers,
        int workers,
        String workersSource,
        Environment environment,
        SortedMap<String, Double> wallSeconds,
        long planNanos,
        long wallNanos,
        String checksum,
        List<ChunkTiming> chunks,
        TaskOverheads overheads,
        int tasksSeen,
        ExtraAttempts extra,
        Optional<ExactRun> exact)
        implements TimedRun {
    /** Version of the format of runs and studies. */
    public static final int FORMAT = 2;

    /** Limit of workers, more than any cluster has. */
    private static final int MOST_WORKERS = 1 << 20;

    public Run {
        methods = List.copyOf(methods);
        chunks = List.copyOf(chunks);
        PlainText.requireName("'engine'", engine);
        PlainText.requireName("'checksum'", checksum);
        methods.forEach(method -> PlainText.requireName("one of the 'methods'", method));
        workersSource = PlainText.visible(workersSource);
        if (chunks.isEmpty()) {
            throw new IllegalArgumentException("a run has at least one chunk");
        }
        requireWorkers("workers", workers);
        requireWorkers("planned_workers", plannedWorkers);
        if (wallNanos < 1 || planNanos < 0) {
            throw new IllegalArgumentException(
                    "a run takes at least 1 ns and its plan at least 0, not " + wallNanos + " and " + planNanos);
        }
        requireSum("kernel_ns", chunks, ChunkTiming::usefulNanos);
        requireSum("result_bytes", chunks, ChunkTiming::resultBytes);
        requireSum("iterations", chunks, ChunkTiming::iterations);
        requireSum("steps", chunks, ChunkTiming::steps);
    }

    private static void requireWorkers(String key, int workers) {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("'" + key + "' must be from 1 to " + MOST_WORKERS + ", not " + workers);
        }
    }

    /** Sums over the chunks must stay within 64 bits. */
    private static void requireSum(String key, List<ChunkTiming> chunks, ToLongFunction<ChunkTiming> part) {
        long left = Long.MAX_VALUE;
        for (ChunkTiming chunk : chunks) {
            long value = part.applyAsLong(chunk);
            if (value < 0 || value > left) {
                throw new IllegalArgumentException("the '" + key + "' of the chunks must be at least 0 and add up to at"
                        + " most " + Long.MAX_VALUE);
            }
            left -= value;
        }
    }

    /** The problem that is computed. */
    public Problem<?> problem() {
        return computation.problem();
    }

    /** The purpose of the run. */
    public Phase phase() {
        return place.phase();
    }

    /** Number of the run within its configuration and phase, from 1. */
    public int repeat() {
        return place.repeat();
    }

    /**
     * The units that its chunks are of, and where their cells lie.
     *
     * @throws IllegalArgumentException if the problem cannot be cut into such units
     */
    public Units units() {
        return computation.workload().inUnits(unit).units();
    }

    /** Steps that were really executed, summed over the chunks. */
    public long steps() {
        long restSteps = rest().map(rest ->
                        rest.chunks().stream().mapToLong(ChunkTiming::steps).sum())
                .orElse(0L);
        return chunks.stream().mapToLong(ChunkTiming::steps).sum() + restSteps;
    }

    @Override
    public long referenceNanos() {
        return exact.map(ExactRun::referenceNanos).orElse(0L);
    }

    @Override
    public long tableNanos() {
        return exact.map(ExactRun::tableNanos).orElse(0L);
    }

    @Override
    public Optional<RestRun> rest() {
        return exact.flatMap(ExactRun::rest);
    }

    /** Counts all chunks, also those that the second job of an exact run has. */
    @Override
    public PopMetrics pop() {
        List<ChunkTiming> all = new ArrayList<>(chunks);
        rest().ifPresent(rest -> rest.chunks().forEach(chunk -> all.add(chunk.later(wallNanos))));
        long restNanos = rest().map(RestRun::wallNanos).orElse(0L);
        return PopMetrics.of(all, workers, referenceNanos() + tableNanos() + planNanos + wallNanos + restNanos);
    }

    @Override
    public long resultBytes() {
        return chunks.stream().mapToLong(ChunkTiming::resultBytes).sum();
    }

    /** Writes this run as indented JSON in UTF-8. */
    public void writeTo(OutputStream out) throws IOException {
        Json.write(RunFile.of(this), out);
    }

    /**
     * Place of a run in a study.
     *
     * @param name the study, such as {@code scaling}; the command, such as {@code render}, for a run alone
     * @param phase what the run is for
     * @param repeat number of the run within its configuration and phase, from 1
     * @param seed of the random order of configurations, 0 if there is none
     */
    public record Place(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) Phase phase,
            @JsonProperty(required = true) int repeat,
            @JsonProperty(required = true) long seed) {
        public Place {
            PlainText.requireName("'name'", name);
            if (repeat < 1) {
                throw new IllegalArgumentException("'repeat' must be at least 1, not " + repeat);
            }
        }
    }
}
