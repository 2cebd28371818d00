package org.mandelspark.engine;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.mandelspark.grid.RowRange;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Float64Cells;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/** A driver in a process of its own, whose heap can be bounded: it gathers rows of noise, one chunk a row, on a cluster. */
final class GatherStress {
    private GatherStress() {}

    /** Takes the number of rows and of cells in a row, and prints what came of them. */
    public static void main(String[] args) {
        Doubles workload = new Doubles(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        Plan<double[]> plan =
                new Plan<>(workload, Schedule.parse("self").chunks(2, CostEstimate.uniform(workload.rows())));
        SparkLogging.setLevel(SparkLogging.Level.WARN);
        AtomicInteger stitched = new AtomicInteger();
        try (SparkEngine engine = SparkEngine.start("stress", OptionalInt.of(2), SparkEngine.WebInterface.OFF)) {
            Execution<double[]> execution = engine.execute(plan, (cells, iterations) -> stitched.incrementAndGet());
            System.out.printf(
                    "chunks=%d stitched=%d seen=%d extra=%d fetched=%d executors=%d checksum=%s wall=%.1f s%n",
                    execution.chunks().size(),
                    stitched.get(),
                    execution.tasksSeen(),
                    execution.extra().total(),
                    execution.fetchedResults(),
                    execution.chunks().stream()
                            .map(chunk -> chunk.executor())
                            .distinct()
                            .count(),
                    workload.cells().checksum(execution.cells(), plan.cells()),
                    execution.wallNanos() / 1e9);
        }
    }

    /** Noise of eight bytes a cell, in memory as on its way. */
    record Doubles(int rows, int rowCells) implements Workload<double[]> {
        @Override
        public String name() {
            return "doubles";
        }

        @Override
        public Cells<double[]> cells() {
            return new Float64Cells();
        }

        @Override
        public Work fill(RowRange rows, double[] into, int[] rowStarts) {
            for (int k = 0; k < rows.count(); k++) {
                SplittableRandom random = new SplittableRandom(rows.row(k));
                for (int i = rowStarts[k]; i < rowStarts[k] + rowCells; i++) {
                    into[i] = random.nextDouble();
                }
            }
            return new Work(rows.count(), rows.count(), "noise");
        }
    }
}
