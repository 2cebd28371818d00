package org.mandelspark.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mandelspark.engine.Engine;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.schedule.Auto;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Workload;

/**
 * Rule by which a workload is cut into chunks, whatever engine it will run on.
 *
 * @param schedule the rule
 * @param partitions number of workers that the rule cuts for, if not the real one
 * @param unit what the rule deals out
 */
public record Partitioning(Schedule schedule, OptionalInt partitions, Unit unit) {
    /** Cells of a chunk of {@code auto} at most: a few MiB of results, however cheap they are to compute. */
    private static final int MOST_CELLS = 1 << 22;

    /** Chunks of a worker in work that needs no pilot, where chunks cost next to nothing. */
    private static final int BANDS = 16;

    /** Units for each worker from which on units in turn share the work evenly enough. */
    private static final int UNITS_TO_MIX = 16;

    /** The most overhead that so many chunks may cause a worker. */
    private static final double MOST_OVERHEAD_NANOS = 250e3;

    /** Work for each worker below which small bands finish before a pilot and the trial of rules would pay off. */
    private static final double SHORT_FOR_BANDS_NANOS = 100e6;

    /** The same limit for engines whose chunks are expensive, which take units in turn instead of small bands. */
    private static final double SHORT_NANOS = 25e6;

    /** The limit for work with few units for each worker, which a pilot shares better: the pilot takes as long as that. */
    private static final double SHORTER_THAN_PLANNING_NANOS = 2e6;

    /** The rule for rows and the engine's own number of workers. */
    public Partitioning(Schedule schedule) {
        this(schedule, OptionalInt.empty(), Unit.ROW);
    }

    /** The same rule for other units. */
    public Partitioning in(Unit other) {
        return new Partitioning(schedule, partitions, other);
    }

    /** Number of workers that the rule cuts for, where so many are there. */
    int plannedWorkers(int workers) {
        return partitions.orElse(workers);
    }

    /** The plan for an engine; takes a pilot if the rule needs one. */
    <A> Partitioned<A> plan(Workload<A> whole, Engine engine) {
        long start = System.nanoTime();
        Workload<A> workload = whole.inUnits(unit);
        int workers = plannedWorkers(engine.workers().count());
        Optional<Schedule> obvious =
                schedule.isChoice() ? obvious(workload, workers, engine.chunkNanos()) : Optional.of(schedule);
        CostEstimate costs = obvious.map(Schedule::needsEstimate).orElse(true)
                ? Pilot.estimate(workload, engine.chunkNanos())
                : CostEstimate.uniform(workload.units().count());
        Schedule chosen = obvious.orElseGet(() -> Auto.choose(workers, costs));
        List<RowRange> chunks = chosen.chunks(workers, costs);
        Plan<A> plan = new Plan<>(
                workload,
                schedule.isChoice() ? portable(chunks, workload.units().largest()) : chunks);
        return new Partitioned<>(plan, chosen, System.nanoTime() - start);
    }

    /** Splits chunks whose results would be too large for the driver's memory; units keep their order. */
    private static List<RowRange> portable(List<RowRange> chunks, int unitCells) {
        int most = Math.max(1, MOST_CELLS / unitCells);
        return chunks.stream().flatMap(chunk -> chunk.slices(most).stream()).toList();
    }

    /** The rule that {@code auto} takes without a pilot, where there is nothing to share or little to gain. */
    private static Optional<Schedule> obvious(Workload<?> workload, int workers, double chunkNanos) {
        if (workers == 1) {
            return Optional.of(new Schedule.Static());
        }
        // Small bands share work as evenly as units in turn, and each worker writes where no other does.
        boolean mayBeMany = BANDS * chunkNanos <= MOST_OVERHEAD_NANOS;
        double workNanos = Pilot.glanceNanos(workload) / workers;
        if (workload.units().count() / workers < UNITS_TO_MIX) {
            return workNanos <= SHORTER_THAN_PLANNING_NANOS ? Optional.of(new Schedule.Cyclic()) : Optional.empty();
        }
        if (mayBeMany) {
            return workNanos <= SHORT_FOR_BANDS_NANOS
                    ? Optional.of(new Schedule.OverPartitioned(BANDS))
                    : Optional.empty();
        }
        return workNanos <= SHORT_NANOS ? Optional.of(new Schedule.Cyclic()) : Optional.empty();
    }

    /**
     * A plan and how it came about.
     *
     * @param plan the chunks
     * @param rule what cut them: another than was asked for if that was a choice
     * @param nanos what planning took, with the pilot
     */
    record Partitioned<A>(Plan<A> plan, Schedule rule, long nanos) {}
}
