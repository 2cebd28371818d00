package org.mandelspark.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.mandelspark.grid.Unit;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.Problem;

/**
 * A run as JSON has it.
 *
 * @param format {@link Run#FORMAT}
 * @param view what exact counts have besides; absent otherwise
 * @param unit absent in files that were written before there were tiles
 * @param partitions number of chunks, for people
 */
@JsonAutoDetect(getterVisibility = Visibility.NONE, isGetterVisibility = Visibility.NONE)
@JsonPropertyOrder({"format", "study", "problem"})
record RunFile(
        @JsonProperty(value = "format", required = true) int format,
        @JsonProperty(value = "study", required = true) Run.Place place,

        @JsonProperty(value = "problem", required = true) Problem<?> problem,

        @JsonProperty("view") @JsonInclude(JsonInclude.Include.NON_NULL)
        ExactRun.OfView view,

        @JsonProperty(value = "kernel", required = true) String kernel,

        @JsonProperty(value = "interior", required = true) String interior,

        @JsonProperty(value = "methods", required = true) List<String> methods,

        @JsonProperty(value = "engine", required = true) String engine,

        @JsonProperty(value = "schedule", required = true) String schedule,

        @JsonProperty("unit") String unit,

        @JsonProperty(value = "planned_workers", required = true)
        int plannedWorkers,

        @JsonProperty(value = "partitions", required = true) int partitions,

        @JsonProperty(value = "workers", required = true) int workers,

        @JsonProperty(value = "workers_source", required = true)
        String workersSource,

        @JsonProperty(value = "environment", required = true)
        Environment environment,

        @JsonProperty(value = "totals", required = true) Totals totals,

        @JsonProperty(value = "checksum", required = true) String checksum,

        @JsonProperty(value = "chunks", required = true) List<ChunkTiming> chunks) {
    @JsonCreator
    RunFile {}

    /** The form in files of a run. */
    static RunFile of(Run run) {
        return new RunFile(
                Run.FORMAT,
                run.place(),
                run.problem(),
                run.exact()
                        .map(exact -> new ExactRun.OfView(ExactRun.File.of(exact)))
                        .orElse(null),
                run.computation().kernel().label(),
                run.computation().interior().label(),
                run.methods(),
                run.engine(),
                run.schedule().label(),
                run.unit().label(),
                run.plannedWorkers(),
                run.chunks().size(),
                run.workers(),
                run.workersSource(),
                run.environment(),
                Totals.of(run),
                run.checksum(),
                run.chunks());
    }

    /** The run; throws IllegalArgumentException if there cannot be such a run. */
    Run run() {
        String method = String.join(" and ", methods);
        return new Run(
                place,
                new Computation<>(problem, KernelKind.parse(kernel), Interior.parse(interior)),
                methods,
                engine,
                Schedule.parse(schedule),
                readUnit(),
                plannedWorkers,
                workers,
                workersSource,
                environment,
                totals.wallSeconds(),
                totals.planNanos(),
                totals.wallNanos(),
                checksum,
                chunks.stream().map(chunk -> chunk.by(method)).toList(),
                new TaskOverheads(totals.deserialiseNanos(), totals.serialiseNanos()),
                totals.tasksSeen(),
                new ExtraAttempts(totals.retries(), totals.speculative()),
                Optional.ofNullable(view).map(exact -> exact.deep().run()));
    }

    /** The unit; of older files a row, or a pixel if there are chunks of as many units as pixels. */
    private Unit readUnit() {
        if (unit != null) {
            return Unit.parse(unit);
        }
        long units = chunks.stream().mapToLong(chunk -> chunk.rows().count()).sum();
        boolean ofPixels = units != problem.rows() && units == (long) problem.rows() * problem.rowCells();
        return ofPixels ? Unit.CELL : Unit.ROW;
    }

    /**
     * Sums over a run as JSON has them.
     *
     * @param wallSeconds by phase
     * @param planNanos planning, with a pilot if the schedule needs one
     * @param wallNanos from the engine's call to the stitched array
     * @param pixels cells of the answer
     * @param iterations what they amount to
     * @param steps what was executed
     * @param deserialiseNanos core time of tasks before their chunks began, of one task for each chunk
     * @param serialiseNanos core time of the same tasks after their chunks had ended
     * @param tasksSeen chunks whose end was reported to the engine
     * @param retries attempts made because an earlier one of their chunk had failed; they are in no other figure
     * @param speculative attempts made because an earlier one was thought too slow; the same
     */
    record Totals(
            @JsonProperty(value = "wall_seconds", required = true)
            SortedMap<String, Double> wallSeconds,

            @JsonProperty(value = "plan_ns", required = true)
            long planNanos,

            @JsonProperty(value = "wall_ns", required = true)
            long wallNanos,

            @JsonProperty(value = "pixels", required = true) long pixels,

            @JsonProperty(value = "iterations", required = true)
            long iterations,

            @JsonProperty(value = "steps", required = true) long steps,

            @JsonProperty(value = "deserialise_ns", required = true)
            long deserialiseNanos,

            @JsonProperty(value = "serialise_ns", required = true)
            long serialiseNanos,

            @JsonProperty(value = "tasks_seen", required = true)
            int tasksSeen,

            @JsonProperty(value = "retries", required = true)
            int retries,

            @JsonProperty(value = "speculative", required = true)
            int speculative) {
        static Totals of(Run run) {
            return new Totals(
                    run.wallSeconds(),
                    run.planNanos(),
                    run.wallNanos(),
                    (long) run.problem().rows() * run.problem().rowCells(),
                    run.iterations(),
                    run.steps(),
                    run.overheads().deserialiseNanos(),
                    run.overheads().serialiseNanos(),
                    run.tasksSeen(),
                    run.extra().retries(),
                    run.extra().speculative());
        }
    }
}
