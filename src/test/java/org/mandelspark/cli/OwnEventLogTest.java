package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.eventlog.EventLog;
import org.mandelspark.eventlog.LoggedApplication;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.application.Tasks;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;

/**
 * A study of our own with Spark's event log on: the only log of which the truth is known, chunk by chunk. Nothing that a busy
 * machine changes is asserted; how near the log comes is reported, as figures of the test.
 */
class OwnEventLogTest {
    private static final double MILLI = 1e6;

    @TempDir
    private Path folder;

    @Test
    void theLogOfAStudySaysOfEachChunkWhatTheStudySays(TestReporter figures) throws IOException {
        Path study = folder.resolve("study");
        runWithEventLog(
                "balance",
                "--view",
                "headtohead",
                "--size",
                "200x200",
                "--workers",
                "2",
                "--schedules",
                "static,over:8,cyclic",
                "--repeats",
                "6",
                "--warmup",
                "2",
                "--out",
                study.toString());
        LoggedApplication log =
                EventLog.read(onlyChild(folder.resolve("events")).toString());
        assertThat(log.missing()).isEmpty();
        List<Run> runs = RunLog.read(study.toString()).stream()
                .filter(run -> run.engine().equals("spark"))
                .toList();
        Map<Integer, Map<Integer, Integer>> rows = rows(log.application().tasks());
        List<Integer> stages = stagesOf(runs, log);
        List<Double> besides = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Map<Integer, Integer> tasks = rows.get(stages.get(i));
            for (ChunkTiming chunk : runs.get(i).chunks()) {
                int row = tasks.get(chunk.index());
                double inChunk = (chunk.endNanos() - chunk.startNanos()) / MILLI;
                double inLog = log.application().tasks().runMs(row);
                // Spark rounds down to milliseconds.
                assertThat(inLog + 1).isGreaterThan(inChunk).isGreaterThan(chunk.usefulNanos() / MILLI);
                assertThat((double) log.application().tasks().durationMs(row) + 2)
                        .isGreaterThan(inChunk);
                besides.add(inLog - inChunk);
            }
        }
        assertThat(besides).hasSizeGreaterThan(300);
        // A task that lost its core for a moment says nothing of the log; half of them did not.
        Spread spread = Spread.of(
                besides.stream().mapToDouble(difference -> difference + 1).toArray());
        assertThat(spread.median() - 1).isBetween(-1.0, 1.0);
        // What belongs to every task is in the one that was disturbed least.
        assertThat(Collections.min(besides)).isLessThan(1);
        figures.publishEntry(Map.of(
                "chunks",
                String.valueOf(besides.size()),
                "within 2 ms",
                String.valueOf(besides.stream()
                        .filter(difference -> Math.abs(difference) <= 2)
                        .count()),
                "median, ms",
                String.valueOf(spread.median() - 1),
                "largest, ms",
                String.valueOf(Collections.max(besides))));
    }

    /** Each Spark run is a job of one stage with as many tasks as it has chunks, in their order. */
    private static List<Integer> stagesOf(List<Run> runs, LoggedApplication log) {
        List<Integer> stages = new ArrayList<>();
        int stage = 0;
        for (Run run : runs) {
            while (log.application().stages().get(stage).tasks() != run.chunks().size()) {
                stage++;
            }
            stages.add(stage++);
        }
        return stages;
    }

    private static Map<Integer, Map<Integer, Integer>> rows(Tasks tasks) {
        Map<Integer, Map<Integer, Integer>> rows = new HashMap<>();
        for (int row = 0; row < tasks.count(); row++) {
            rows.computeIfAbsent(tasks.stage(row), stage -> new HashMap<>()).put(tasks.index(row), row);
        }
        return rows;
    }

    private void runWithEventLog(String... args) throws IOException {
        Path events = Files.createDirectory(folder.resolve("events"));
        System.setProperty("spark.eventLog.enabled", "true");
        System.setProperty("spark.eventLog.dir", events.toUri().toString());
        try {
            StringWriter err = new StringWriter();
            int status = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), args);
            assertThat(status).as(err.toString()).isZero();
        } finally {
            System.clearProperty("spark.eventLog.enabled");
            System.clearProperty("spark.eventLog.dir");
        }
    }

    private static Path onlyChild(Path events) throws IOException {
        try (Stream<Path> logs = Files.list(events)) {
            List<Path> all = logs.filter(log -> !log.getFileName().toString().startsWith("."))
                    .toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
