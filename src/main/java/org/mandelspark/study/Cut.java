package org.mandelspark.study;

import java.util.OptionalInt;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Workload;

/**
 * How a workload is cut into chunks, whatever engine it will run on.
 *
 * @param schedule the rule
 * @param partitions number of workers that the rule cuts for, if not the real one
 */
public record Cut(Schedule schedule, OptionalInt partitions) {
    /** The rule for the engine's own number of workers. */
    public Cut(Schedule schedule) {
        this(schedule, OptionalInt.empty());
    }

    /** The plan for an engine of so many workers. */
    <A> Plan<A> plan(Workload<A> workload, WorkerCount workers) {
        return new Plan<>(
                workload, schedule.chunks(partitions.orElse(workers.count()), CostEstimate.uniform(workload.rows())));
    }
}
