package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Bounds;
import org.mandelspark.measure.ClusterModel;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.SimulationResult;

/** Simulations of the rows of {@link SampleRuns}; what was measured with 2 workers took 2% longer. */
final class SampleSimulation {
    private static final double NANOS = 1e9;
    private static final int MEASURED_WORKERS = 2;

    private SampleSimulation() {}

    static SimulationResult of(List<String> schedules, List<Integer> workers) {
        ClusterModel model = new ClusterModel(2e6, 30e3, 500e3, 4, 3e6);
        CostEstimate costs = CostEstimate.of(SampleRuns.rowNanos(), model.taskNanos());
        List<SimulationResult.Row> rows = new ArrayList<>();
        for (String schedule : schedules) {
            for (int p : workers) {
                double[] chunks = Schedule.parse(schedule).chunks(p, costs).stream()
                        .mapToDouble(costs::costNanos)
                        .toArray();
                double makespan = model.makespanNanos(chunks, p, 4096 * 4);
                rows.add(new SimulationResult.Row(
                        schedule,
                        p,
                        chunks.length,
                        makespan / NANOS,
                        Arrays.stream(chunks).sum() / (p * makespan),
                        Bounds.of(p, chunks).lower() / NANOS,
                        p == MEASURED_WORKERS ? OptionalDouble.of(1.02 * makespan / NANOS) : OptionalDouble.empty()));
            }
        }
        return new SimulationResult(SampleRuns.computation(), Unit.ROW, "threads", model, rows, List.of());
    }
}
