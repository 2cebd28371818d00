package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.StandaloneCluster;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.record.TestRuns;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Int32Cells;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/** With speculation a chunk on a slow executor is computed twice, and counted once. */
@Tag("cluster")
class SpeculationIT {
    private static final int ROWS = 64;
    private static final int CHUNKS = 32;
    private static final long PIECE_MILLIS = 20;

    private final SparkSettings settings = new SparkSettings();

    @TempDir
    private Path folder;

    private StandaloneCluster cluster;

    @BeforeEach
    void speculateSoon() throws Exception {
        SparkLogging.setLevel(SparkLogging.Level.WARN);
        cluster = StandaloneCluster.ofTwo(folder);
        settings.set("spark.master", cluster.url());
        settings.set("spark.driver.host", "127.0.0.1");
        settings.set("spark.driver.bindAddress", "127.0.0.1");
        settings.set("spark.executor.memory", "512m");
        settings.set(
                "spark.executor.extraClassPath",
                Path.of("target", "classes").toAbsolutePath() + ":"
                        + Path.of("target", "test-classes").toAbsolutePath());
        settings.set("spark.speculation", "true");
        settings.set("spark.speculation.interval", "100ms");
        settings.set("spark.speculation.quantile", "0.5");
    }

    @AfterEach
    void restore() {
        settings.restore();
        cluster.close();
    }

    @Test
    void theSlowAttemptIsInNoFigure() {
        try (SparkEngine engine = SparkEngine.start("test", OptionalInt.of(2), SparkEngine.WebInterface.OFF)) {
            Execution<int[]> execution = run(engine, new SlowFirstAttempt());
            assertThat(execution.extra()).isEqualTo(new ExtraAttempts(0, 1));
            assertThat(execution.isComplete()).isTrue();
            assertThat(execution.iterations()).isEqualTo(ROWS);
            assertThat(execution.chunks()).hasSize(CHUNKS);
            assertThat(execution.chunks().get(SlowFirstAttempt.ROW / 2).attempt())
                    .isEqualTo(1);
            assertThat(execution.chunks().stream().filter(chunk -> chunk.attempt() == 0))
                    .hasSize(CHUNKS - 1);
            assertThat(execution.wallNanos()).isLessThan(TimeUnit.SECONDS.toNanos(SlowFirstAttempt.SECONDS));
            Run run = measured(execution);
            assertThat(run.ledger().totalNanos()).isEqualTo(2 * run.wallNanos());
            assertThat(run.ledger().nanos(Ledger.Account.KERNEL))
                    .isEqualTo(execution.chunks().stream()
                            .mapToLong(ChunkTiming::usefulNanos)
                            .sum());
        }
    }

    private static Execution<int[]> run(SparkEngine engine, Workload<int[]> workload) {
        Execution<int[]> execution = engine.execute(
                new Plan<>(workload, Schedule.parse("static").chunks(CHUNKS, CostEstimate.uniform(ROWS))),
                (cells, iterations) -> {});
        assertThat(execution.cells())
                .containsExactly(IntStream.range(0, ROWS).map(row -> row + 1).toArray());
        return execution;
    }

    private static Run measured(Execution<int[]> execution) {
        return TestRuns.of(
                Phase.MEASURED,
                1,
                "spark",
                "static",
                2,
                0,
                execution.wallNanos(),
                "0",
                execution.chunks(),
                execution.overheads(),
                execution.tasksSeen(),
                execution.extra());
    }

    /** Row r holds r + 1; the first attempt at one of the first chunks takes for ever, as far as the test goes. */
    private record SlowFirstAttempt() implements Workload<int[]> {
        private static final int ROW = 2;
        private static final long SECONDS = 60;

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public int rows() {
            return ROWS;
        }

        @Override
        public int rowCells() {
            return 1;
        }

        @Override
        public Cells<int[]> cells() {
            return new Int32Cells(ROWS);
        }

        @Override
        public Work fill(RowRange rows, int[] into, int[] rowStarts) {
            try {
                boolean slow = rows.first() == ROW && TaskContext.get().attemptNumber() == 0;
                Thread.sleep(slow ? TimeUnit.SECONDS.toMillis(SECONDS) : PIECE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            for (int k = 0; k < rows.count(); k++) {
                into[rowStarts[k]] = rows.row(k) + 1;
            }
            return new Work(rows.count(), rows.count(), "none");
        }
    }
}
