package org.mandelspark.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.schedule.FreeWorkers;
import org.mandelspark.study.AnalysisRequest;
import org.mandelspark.study.LogAnalysis;

/**
 * The largest logs that are promised, written by a generator and analysed: {@code mvn test -Plarge-logs}, five minutes, ten
 * million tasks with 2 GiB of heap and a gigabyte of JSON with 1 GiB. Prints what reading and analysing took of CPU time.
 * {@code -Djvm.switches=-Dlarge.stages=10} makes a hundredth of them.
 */
class LargeLogReading {
    private static final int STAGES = Integer.getInteger("large.stages", 1000);
    private static final int TASKS_PER_STAGE = 10_000;
    private static final int EXECUTORS = 100;
    private static final int CORES = 10;

    /** What SQL adds to the end of a task: three kilobytes that nobody reads. */
    private static final String ACCUMULABLES =
            ("{\"ID\":1,\"Name\":\"internal.metrics.executorDeserializeTime\",\"Update\":1,"
                            + "\"Value\":1,\"Internal\":true,\"Count Failed Values\":true},")
                    .repeat(22);

    @TempDir
    private Path folder;

    @Test
    void tenMillionTasks() throws IOException {
        analyse(STAGES, "");
    }

    @Test
    void aGigabyteOfJson() throws IOException {
        analyse(Math.max(1, STAGES / 30), ACCUMULABLES.substring(0, ACCUMULABLES.length() - 1));
    }

    private void analyse(int stages, String accumulables) throws IOException {
        Path log = folder.resolve("log");
        long bytes = write(log, stages, accumulables);
        double start = cpuSeconds();
        LoggedApplication read = EventLog.read(log.toString());
        double reading = cpuSeconds();
        assertThat(read.missing()).isEmpty();
        assertThat(read.application().tasks().count()).isEqualTo(stages * TASKS_PER_STAGE);
        AnalysisRequest plain = new AnalysisRequest(
                List.of(), List.of(), AnalysisRequest.Trust.WHEN_CHECKED, AnalysisRequest.Names.HIDDEN);
        assertThat(new LogAnalysis(read, plain).execute().selfCheckError()).isBetween(-0.1, 0.1);
        System.out.printf(
                "%,d tasks, %,d MB of JSON: CPU %.1f s, of that reading %.1f s; heap of at most %,d MB%n",
                read.application().tasks().count(),
                bytes / 1_000_000,
                cpuSeconds() - start,
                reading - start,
                Runtime.getRuntime().maxMemory() / 1_000_000);
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() * 1e-9;
    }

    /** Writes stages one after another, each a job of its own; returns the number of bytes before compression. */
    private static long write(Path file, int stages, String accumulables) throws IOException {
        SplittableRandom random = new SplittableRandom(17);
        long[] bytes = new long[1];
        try (OutputStream stored = new ZstdOutputStream(Files.newOutputStream(file), 1);
                PrintStream log = new PrintStream(stored, false, StandardCharsets.UTF_8) {
                    @Override
                    public void write(byte[] part, int offset, int length) {
                        bytes[0] += length;
                        super.write(part, offset, length);
                    }
                }) {
            log.println("{\"Event\":\"SparkListenerApplicationStart\",\"Timestamp\":1000}");
            for (int executor = 0; executor < EXECUTORS; executor++) {
                log.printf(
                        "{\"Event\":\"SparkListenerExecutorAdded\",\"Timestamp\":1100,\"Executor ID\":\"%d\",\"Executor Info\":"
                                + "{\"Host\":\"h\",\"Total Cores\":%d}}%n",
                        executor, CORES);
            }
            long ms = 2000;
            for (int stage = 0; stage < stages; stage++) {
                String info =
                        ("\"Stage Info\":{\"Stage ID\":%d,\"Stage Attempt ID\":0,\"Stage Name\":\"count at Job.scala:1\","
                                        + "\"Number of Tasks\":%d,\"Submission Time\":%d")
                                .formatted(stage, TASKS_PER_STAGE, ms);
                log.printf(
                        "{\"Event\":\"SparkListenerJobStart\",\"Job ID\":%d,\"Submission Time\":%d,\"Stage IDs\":[%d]}%n",
                        stage, ms, stage);
                log.println("{\"Event\":\"SparkListenerStageSubmitted\"," + info + "}}");
                long end = writeTasks(log, stage, ms, accumulables, random);
                log.println("{\"Event\":\"SparkListenerStageCompleted\"," + info + ",\"Completion Time\":" + (end + 3)
                        + "}}");
                log.printf(
                        "{\"Event\":\"SparkListenerJobEnd\",\"Job ID\":%d,\"Completion Time\":%d}%n", stage, end + 5);
                ms = end + 20;
            }
            log.println("{\"Event\":\"SparkListenerApplicationEnd\",\"Timestamp\":" + ms + "}");
        }
        return bytes[0];
    }

    private static long writeTasks(
            PrintStream log, int stage, long fromMs, String accumulables, SplittableRandom random) {
        FreeWorkers slots = new FreeWorkers(EXECUTORS * CORES, fromMs + 5.0);
        long end = fromMs;
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < TASKS_PER_STAGE; index++) {
            int slot = slots.first();
            int duration = random.nextInt(20, 80);
            long launch = (long) slots.firstFreeNanos();
            long finish = launch + duration;
            slots.occupyFirst(finish + 1.0);
            end = Math.max(end, finish);
            line.setLength(0);
            line.append("{\"Event\":\"SparkListenerTaskEnd\",\"Stage ID\":")
                    .append(stage)
                    .append(
                            ",\"Stage Attempt ID\":0,\"Task Type\":\"ResultTask\",\"Task End Reason\":{\"Reason\":\"Success\"},"
                                    + "\"Task Info\":{\"Task ID\":")
                    .append((long) stage * TASKS_PER_STAGE + index)
                    .append(",\"Index\":")
                    .append(index)
                    .append(",\"Attempt\":0,\"Partition ID\":")
                    .append(index)
                    .append(",\"Launch Time\":")
                    .append(launch)
                    .append(",\"Executor ID\":\"")
                    .append(slot / CORES)
                    .append(
                            "\",\"Host\":\"h\",\"Locality\":\"PROCESS_LOCAL\",\"Speculative\":false,\"Getting Result Time\":0,"
                                    + "\"Finish Time\":")
                    .append(finish)
                    .append(",\"Failed\":false,\"Killed\":false,\"Accumulables\":[")
                    .append(accumulables)
                    .append(
                            "]},\"Task Metrics\":{\"Executor Deserialize Time\":2,\"Executor Deserialize CPU Time\":1000000,"
                                    + "\"Executor Run Time\":")
                    .append(duration - 5)
                    .append(",\"Executor CPU Time\":")
                    .append((duration - 6) * 1_000_000L)
                    .append(
                            ",\"Result Size\":1000,\"JVM GC Time\":1,\"Result Serialization Time\":1,\"Shuffle Read Metrics\":"
                                    + "{\"Fetch Wait Time\":0},\"Shuffle Write Metrics\":{\"Shuffle Write Time\":0}}}");
            log.println(line);
        }
        return end;
    }
}
