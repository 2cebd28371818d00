package org.mandelspark.study;

import java.util.List;
import java.util.OptionalDouble;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.ClusterModel;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.workload.Computation;

/**
 * Predictions by the model of a study's runs for other schedules and numbers of workers. None of it was measured except
 * where that is said.
 *
 * @param computation what the study computed
 * @param unit what the schedules deal out
 * @param engine name of the engine that the model is of
 * @param model what the engine adds to its chunks
 * @param rows one for each schedule and number of workers
 * @param unplanned names of schedules of whose kind, with a pilot or without, the study has no planning: theirs counts as
 *     that of its others, or as nothing where those take a pilot
 */
public record SimulationResult(
        Computation<?> computation,
        Unit unit,
        String engine,
        ClusterModel model,
        List<Row> rows,
        List<String> unplanned) {
    public SimulationResult {
        rows = List.copyOf(rows);
        unplanned = List.copyOf(unplanned);
    }

    /**
     * A schedule on a number of workers.
     *
     * @param schedule the rule's name
     * @param workers p
     * @param chunks how many it cuts
     * @param makespanSeconds modelled time {@value TimedRun#TIMED_REGION}
     * @param efficiency work of all rows over p times that
     * @param lowerBoundSeconds what no schedule of these chunks can undercut: max(total/p, longest)
     * @param measuredSeconds median of the study's own runs of this schedule on as many workers
     */
    public record Row(
            String schedule,
            int workers,
            int chunks,
            double makespanSeconds,
            double efficiency,
            double lowerBoundSeconds,
            OptionalDouble measuredSeconds) {
        /** Excess of the model's time over the measured time, as a fraction; below 0 if the model is too fast. */
        public OptionalDouble modelError() {
            return measuredSeconds.isPresent()
                    ? OptionalDouble.of(makespanSeconds / measuredSeconds.getAsDouble() - 1)
                    : OptionalDouble.empty();
        }
    }
}
