package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.LocalSparkCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.EscapeTime;

/** Executors of their own: as many as asked for, all of them there before the first chunk, and on one clock. */
@Tag("cluster")
class ClusterWorkersIT {
    private final SparkSettings settings = new SparkSettings();

    @BeforeEach
    void bringTheClassesToTheExecutors() {
        SparkLogging.setLevel(SparkLogging.Level.WARN);
        settings.set(
                "spark.executor.extraClassPath", Path.of("target", "classes").toAbsolutePath());
        settings.set("spark.executor.extraJavaOptions", "--add-modules=jdk.incubator.vector");
        settings.set("spark.executor.memory", "512m");
    }

    @AfterEach
    void restore() {
        settings.restore();
    }

    @Test
    void aLocalClusterIsMadeAsLargeAsAskedFor() {
        settings.set("spark.master", "local-cluster[2,1,512]");
        try (SparkEngine engine = start(OptionalInt.of(1))) {
            assertThat(engine.workers()).isEqualTo(new WorkerCount(1, "--workers"));
            assertThat(run(engine).chunks()).extracting(ChunkTiming::executor).containsOnly("0");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(OptionalInt.of(3)))
                .withMessage("--workers 3: the cluster gives 2");
    }

    @Test
    void aClusterThatNobodyAsksGivesAllItHasAndEveryChunkIsOnTheDriversClock() {
        settings.set("spark.master", "local-cluster[2,1,512]");
        try (SparkEngine engine = start(OptionalInt.empty())) {
            assertThat(engine.workers()).isEqualTo(new WorkerCount(2, "cores of the executors"));
            Execution<int[]> execution = run(engine);
            assertThat(execution.isComplete()).isTrue();
            assertThat(execution.chunks()).extracting(ChunkTiming::executor).contains("0", "1");
            assertThat(execution.chunks()).allSatisfy(chunk -> {
                assertThat(chunk.startNanos()).isPositive();
                assertThat(chunk.endNanos()).isBetween(chunk.startNanos(), execution.wallNanos());
            });
        }
    }

    @Test
    void aStandaloneClusterGivesAsManyCoresAsAskedForOrSaysHowManyItHas() {
        LocalSparkCluster cluster = LocalSparkCluster.apply(2, 1, 512, new SparkConf(false));
        try {
            settings.set("spark.master", cluster.start()[0]);
            try (SparkEngine engine = start(OptionalInt.of(1))) {
                assertThat(engine.workers()).isEqualTo(new WorkerCount(1, "--workers"));
                assertThat(run(engine).chunks())
                        .extracting(ChunkTiming::executor)
                        .containsOnly("0");
            }
            try (SparkEngine engine = start(OptionalInt.empty())) {
                assertThat(engine.workers().count()).isEqualTo(2);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> start(OptionalInt.of(3)))
                    .withMessage("--workers 3: the cluster gives 2");
        } finally {
            cluster.stop();
        }
    }

    private static SparkEngine start(OptionalInt asked) {
        return SparkEngine.start("test", asked, SparkEngine.WebInterface.OFF);
    }

    private static Execution<int[]> run(SparkEngine engine) {
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(1000, 1000));
        EscapeTime workload = new EscapeTime(new Formula.Mandelbrot(), grid, 500, KernelKind.NAIVE, Interior.NONE);
        Plan<int[]> plan = new Plan<>(workload, Schedule.parse("over:16").chunks(2, CostEstimate.uniform(1000)));
        Execution<int[]> execution = engine.execute(plan, (cells, iterations) -> {});
        int[] expected =
                new SerialEngine().execute(plan, (cells, iterations) -> {}).cells();
        assertThat(execution.cells()).isEqualTo(expected);
        return execution;
    }
}
