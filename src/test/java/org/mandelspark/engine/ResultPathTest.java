package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.RowRange;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Int32Cells;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/** Results arrive whole on either of Spark's two ways, as short as they can be, and the books say which way. */
class ResultPathTest {
    private static final int ROWS = 16;
    private static final int ROW_CELLS = 3000;
    private static final String LARGEST_DIRECT = "spark.task.maxDirectResultSize";

    private static SparkEngine engine;

    @BeforeAll
    static void startWithASmallLimit() {
        System.setProperty(LARGEST_DIRECT, "20k");
        try {
            engine = SparkEngine.start("test", OptionalInt.of(2), SparkEngine.WebInterface.OFF);
        } finally {
            System.clearProperty(LARGEST_DIRECT);
        }
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void noiseTravelsAsItIsAndIsFetchedWhereItIsLarge() {
        Execution<int[]> execution = run(new Filled(1, 60_000), 4);
        assertThat(execution.chunks()).extracting(ChunkTiming::resultBytes).containsOnly(4L * ROW_CELLS * 2);
        assertThat(execution.fetchedResults()).isEqualTo(4);
    }

    @Test
    void smallResultsTravelWithTheWordOfTheirEnd() {
        Execution<int[]> execution = run(new Filled(1, 60_000), 16);
        assertThat(execution.chunks()).extracting(ChunkTiming::resultBytes).containsOnly(ROW_CELLS * 2L);
        assertThat(execution.fetchedResults()).isZero();
    }

    @Test
    void longRunsBecomeShort() {
        Execution<int[]> execution = run(new Filled(500, 60_000), 2);
        assertThat(execution.chunks())
                .extracting(ChunkTiming::resultBytes)
                .allSatisfy(bytes -> assertThat(bytes).isBetween(1L, 8L * ROW_CELLS * 2 / 20));
        assertThat(execution.fetchedResults()).isZero();
    }

    @Test
    void whereStitchingFailsTheRunFails() {
        Plan<int[]> plan = plan(new Filled(500, 100), 16);
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.execute(plan, (cells, iterations) -> {
                    throw new IllegalStateException("nobody listens");
                }))
                .withMessageContaining("nobody listens");
        assertThat(engine.execute(plan, (cells, iterations) -> {}).isComplete()).isTrue();
    }

    private static Execution<int[]> run(Filled workload, int parts) {
        Execution<int[]> execution = engine.execute(plan(workload, parts), (cells, iterations) -> {});
        int[] expected = new int[ROWS * ROW_CELLS];
        RowRange all = RowRange.band(0, ROWS);
        workload.fill(all, expected, all.starts(ROW_CELLS));
        assertThat(execution.cells()).isEqualTo(expected);
        return execution;
    }

    private static Plan<int[]> plan(Filled workload, int parts) {
        return new Plan<>(workload, Schedule.parse("static").chunks(parts, CostEstimate.uniform(ROWS)));
    }

    /** Random values, a new one after every so many cells; after every single one they are noise. */
    private record Filled(int runLength, int maxValue) implements Workload<int[]> {
        @Override
        public String name() {
            return "filled";
        }

        @Override
        public int rows() {
            return ROWS;
        }

        @Override
        public int rowCells() {
            return ROW_CELLS;
        }

        @Override
        public Cells<int[]> cells() {
            return new Int32Cells(maxValue);
        }

        @Override
        public Work fill(RowRange rows, int[] into, int[] rowStarts) {
            for (int k = 0; k < rows.count(); k++) {
                Random random = new Random(rows.row(k));
                int value = 0;
                for (int i = 0; i < ROW_CELLS; i++) {
                    value = i % runLength == 0 ? random.nextInt(maxValue + 1) : value;
                    into[rowStarts[k] + i] = value;
                }
            }
            return new Work(rows.count(), rows.count(), "none");
        }
    }
}
