package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.engine.GatherStress.Doubles;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;

/** Very many chunks and very large answers: everything arrives once, and the driver holds the array and a constant. */
@Tag("cluster")
class GatherStressIT {
    /** What a driver gets beside the array, for 10,000 chunks and for a gibibyte alike: about the least that Spark takes. */
    private static final int BESIDE_MIB = 480;

    @TempDir
    private Path folder;

    @Test
    void tenThousandChunksAreGatheredByOneJobWithoutLosingAnEvent() throws Exception {
        assertThat(gather(10_000, 16))
                .startsWith("chunks=10000 stitched=10000 seen=10000 extra=0 fetched=0 executors=2 checksum="
                        + serialChecksum(10_000, 16) + " ");
    }

    @Test
    void aGibibyteOfNoiseNeedsRoomForOneArrayOnly() throws Exception {
        assertThat(gather(1024, 1 << 17))
                .startsWith("chunks=1024 stitched=1024 seen=1024 extra=0 fetched=0 executors=2 checksum="
                        + serialChecksum(1024, 1 << 17) + " ");
    }

    @Test
    void aRunWhoseEventsAreLostSaysSo() {
        SparkSettings settings = new SparkSettings();
        settings.set("spark.scheduler.listenerbus.eventqueue.capacity", "100");
        settings.set("spark.extraListeners", SlowListener.class.getName());
        Plan<double[]> plan = plan(2000, 1);
        try (SparkEngine engine = SparkEngine.start("test", OptionalInt.of(2), SparkEngine.WebInterface.OFF)) {
            Execution<double[]> execution = engine.execute(plan, (cells, iterations) -> {});
            assertThat(execution.isComplete()).isFalse();
            assertThat(execution.tasksSeen()).isLessThan(2000);
            assertThat(execution.cells())
                    .isEqualTo(new SerialEngine()
                            .execute(plan, (cells, iterations) -> {})
                            .cells());
        } finally {
            settings.restore();
        }
    }

    /** What a driver on a cluster of two executors says, whose heap has room for the array and the constant. */
    private String gather(int rows, int rowCells) throws Exception {
        long arrayMib = ((long) rows * rowCells * Double.BYTES) >> 20;
        String classes = Path.of("target", "classes").toAbsolutePath() + ":"
                + Path.of("target", "test-classes").toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of(
                "-Xmx" + (arrayMib + BESIDE_MIB) + "m",
                "-Dspark.master=local-cluster[2,1,512]",
                "-Dspark.executor.memory=512m",
                "-Dspark.executor.extraClassPath=" + classes,
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-cp",
                classes + ":" + Path.of("target", "spark-home", "jars").toAbsolutePath() + "/*",
                GatherStress.class.getName(),
                String.valueOf(rows),
                String.valueOf(rowCells)));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process driver = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(driver.waitFor(180, TimeUnit.SECONDS)).isTrue();
            assertThat(driver.exitValue()).as(Files.readString(err)).isZero();
            return Files.readString(out, StandardCharsets.UTF_8);
        } finally {
            driver.descendants().forEach(ProcessHandle::destroyForcibly);
            driver.destroyForcibly();
        }
    }

    private static String serialChecksum(int rows, int rowCells) {
        Plan<double[]> plan = plan(rows, rowCells);
        double[] cells =
                new SerialEngine().execute(plan, (done, iterations) -> {}).cells();
        return plan.workload().cells().checksum(cells, plan.cells());
    }

    private static Plan<double[]> plan(int rows, int rowCells) {
        return new Plan<>(new Doubles(rows, rowCells), Schedule.parse("self").chunks(2, CostEstimate.uniform(rows)));
    }

    /** Keeps the bus so busy that it cannot take every event. */
    public static final class SlowListener extends SparkListener {
        private static final long MILLIS = 20;

        @Override
        public void onTaskEnd(SparkListenerTaskEnd event) {
            try {
                Thread.sleep(MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
