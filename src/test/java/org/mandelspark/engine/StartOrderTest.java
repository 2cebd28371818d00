package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.schedule.Plan;
import org.mandelspark.workload.EscapeTime;

/** The order of a plan's chunks is the schedule: with one worker they must start exactly so. */
class StartOrderTest {
    @Test
    void serialStartsChunksInTheOrderOfThePlan() {
        assertStartsInOrder(new SerialEngine());
    }

    @Test
    void threadsStartChunksInTheOrderOfThePlan() {
        assertStartsInOrder(new ThreadEngine(new WorkerCount(1, "test")));
    }

    @Test
    void sparkStartsChunksInTheOrderOfThePlan() {
        assertStartsInOrder(SparkEngine.start("test", OptionalInt.of(1), SparkEngine.WebInterface.OFF));
    }

    private static void assertStartsInOrder(Engine engine) {
        // Neither the order of the rows nor its reverse.
        List<RowRange> chunks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int row = i * 7 % 40;
            chunks.add(RowRange.band(row, row + 1));
        }
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(100, 40));
        Plan<int[]> plan = new Plan<>(
                new EscapeTime(new Formula.Mandelbrot(), grid, 100, KernelKind.NAIVE, Interior.PROVED), chunks);
        try (engine) {
            assertThat(engine.execute(plan, (cells, iterations) -> {}).chunks().stream()
                            .sorted(Comparator.comparingLong(ChunkTiming::startNanos))
                            .map(ChunkTiming::rows))
                    .containsExactlyElementsOf(chunks);
        }
    }
}
