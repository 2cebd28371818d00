package org.mandelspark.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import com.ning.compress.lzf.LZFOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4BlockOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandelspark.files.Compression;
import org.mandelspark.measure.application.Executor;
import org.mandelspark.measure.application.Tasks;
import org.xerial.snappy.SnappyOutputStream;

/** Logs whole, cut, compressed and hostile. */
class EventLogTest {
    private static final String SMALL = "local-1532512550423";

    private static final String START = """
            {"Event":"SparkListenerLogStart","Spark Version":"3.5.3"}
            {"Event":"SparkListenerApplicationStart","App Name":"secret","App ID":"app-1","Timestamp":1000,"User":"eve"}
            {"Event":"SparkListenerExecutorAdded","Timestamp":1100,"Executor ID":"1","Executor Info":{"Host":"h","Total Cores":4}}
            {"Event":"SparkListenerJobStart","Job ID":0,"Submission Time":1200,"Stage IDs":[0]}
            {"Event":"SparkListenerStageSubmitted","Stage Info":{"Stage ID":0,"Stage Attempt ID":0,"Stage Name":"count at folder/of/eve/Job.scala:12","Number of Tasks":2,"Submission Time":1210}}
            """;

    private static final String END = """
            {"Event":"SparkListenerStageCompleted","Stage Info":{"Stage ID":0,"Stage Attempt ID":0,"Stage Name":"count at folder/of/eve/Job.scala:12","Number of Tasks":2,"Submission Time":1210,"Completion Time":1500}}
            {"Event":"SparkListenerJobEnd","Job ID":0,"Completion Time":1510}
            {"Event":"SparkListenerApplicationEnd","Timestamp":1600}
            """;

    @TempDir
    private Path folder;

    private LoggedApplication read(byte[] log) throws IOException {
        return EventLog.read(Files.write(folder.resolve("log"), log).toString());
    }

    private LoggedApplication read(String... lines) throws IOException {
        return read((START + String.join("\n", lines) + "\n" + END).getBytes(StandardCharsets.UTF_8));
    }

    private static String task(int id, long launch, long finish, String reason) {
        return ("{\"Event\":\"SparkListenerTaskEnd\",\"Stage ID\":0,\"Stage Attempt ID\":0,\"Task End Reason\":{\"Reason\":\"%s\"},"
                        + "\"Task Info\":{\"Task ID\":%d,\"Index\":%d,\"Launch Time\":%d,\"Executor ID\":\"1\",\"Finish Time\":%d}}")
                .formatted(reason, id, id, launch, finish);
    }

    private static OutputStream compressed(Compression compression, OutputStream out) throws IOException {
        return switch (compression) {
            case NONE -> out;
            case ZSTD -> new ZstdOutputStream(out);
            case LZ4 -> new LZ4BlockOutputStream(out);
            case SNAPPY -> new SnappyOutputStream(out);
            case LZF -> new LZFOutputStream(out);
            case GZIP -> new GZIPOutputStream(out);
        };
    }

    private Path stored(Compression compression, byte[] content) throws IOException {
        Path file = folder.resolve("log." + compression);
        try (OutputStream out = compressed(compression, Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource
    void everyCompressionGivesTheSameLog(Compression compression) throws IOException {
        byte[] content = SharedLogs.plain("customshuffle_eventlog.zstd");
        LoggedApplication read = EventLog.read(stored(compression, content).toString());
        LoggedApplication expected = read(content);
        assertThat(read).usingRecursiveComparison().isEqualTo(expected);
        assertThat(read.missing()).isEmpty();
        assertThat(read.application().tasks().count()).isEqualTo(26);
    }

    @ParameterizedTest
    @EnumSource
    void aLogCutAnywhereIsReadAsFarAsItGoes(Compression compression) throws IOException {
        byte[] stored = Files.readAllBytes(stored(compression, SharedLogs.plain("customshuffle_eventlog.zstd")));
        SplittableRandom random = new SplittableRandom(17);
        int read = 0;
        for (int i = 0; i < 150; i++) {
            int length = i < 40 ? i : 1 + random.nextInt(stored.length - 1);
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(stored, length));
            try {
                LoggedApplication log = EventLog.read(cut.toString());
                assertThat(log.missing()).as("cut at byte " + length).isNotEmpty();
                read++;
            } catch (EventLogException e) {
                assertThat(e.getMessage()).contains("is not an event log that can be read");
            }
        }
        assertThat(read).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void aLogWithFlippedBytesNeverFailsInAnotherWay(Compression compression) throws IOException {
        byte[] stored = Files.readAllBytes(stored(compression, SharedLogs.plain(SMALL)));
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 100; i++) {
            byte[] broken = stored.clone();
            for (int flips = 0; flips < 4; flips++) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                EventLog.read(Files.write(folder.resolve("broken"), broken).toString());
            } catch (EventLogException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void everyCutOfALineLeavesTheOthers() throws IOException {
        String last = task(1, 1300, 1400, "Success");
        for (int length = 0; length < last.length(); length++) {
            LoggedApplication log = read(task(0, 1220, 1290, "Success"), last.substring(0, length));
            assertThat(log.application().tasks().count()).as("cut at " + length).isEqualTo(1);
            assertThat(log.missingShare()).isEqualTo(0.5);
        }
    }

    /** Two executors were lost with results that others needed: Spark repeats the ends of 50 tasks, and runs some again. */
    @Test
    void repeatedEndsOfTasksWhoseExecutorWasLostCountOnce() {
        LoggedApplication log = EventLog.read(
                SharedLogs.log("tasks_executors_fail_last_job.zstd").toString());
        Tasks tasks = log.application().tasks();
        assertThat(tasks.count()).isEqualTo(242);
        assertThat(IntStream.range(0, tasks.count()).filter(row -> tasks.fate(row) == Tasks.Fate.LOST))
                .hasSize(3);
        assertThat(log.missing()).isEmpty();
        assertThat(log.notes()).contains("50 ends of tasks are repeated where an executor was lost; each counts once");
    }

    @Test
    void resultsThatAreFetchedLaterDoNotOccupyACore() throws IOException {
        LoggedApplication log = read(
                task(0, 1220, 1290, "Success").replace("\"Finish", "\"Getting Result Time\":1250,\"Finish"),
                task(1, 1300, 1400, "Success"));
        assertThat(log.application().tasks().durationMs(0)).isEqualTo(30);
    }

    @Test
    void attemptsThatFailedOrWereNeverSeenToEndAreLost() throws IOException {
        LoggedApplication log = read(
                task(0, 1220, 1290, "ExceptionFailure"),
                "{\"Event\":\"SparkListenerTaskStart\",\"Stage ID\":0,\"Stage Attempt ID\":0,\"Task Info\":"
                        + "{\"Task ID\":7,\"Index\":1,\"Launch Time\":1300,\"Executor ID\":\"1\"}}");
        Tasks tasks = log.application().tasks();
        assertThat(tasks.count()).isEqualTo(2);
        assertThat(tasks.fate(0)).isEqualTo(Tasks.Fate.LOST);
        assertThat(tasks.fate(1)).isEqualTo(Tasks.Fate.LOST);
        assertThat(tasks.endMs(1)).isEqualTo(500);
        assertThat(log.missing()).contains("1 task was seen to start and not to end");
        assertThat(log.missingShare()).isEqualTo(1);
    }

    @Test
    void onlyThePlaceInTheProgramLeavesAStagesName() throws IOException {
        assertThat(read(task(0, 1220, 1290, "Success")).callSites()).containsExactly("count at Job.scala:12");
    }

    /** Four cores, two for each task; a quarter of a GPU for each; and no more GPUs than one. */
    @ParameterizedTest
    @CsvSource({"2.0,1.0,2", "1.0,0.25,4", "1.0,0.5,2", "1.0,1.0,1", "1.0,0.3,3"})
    void slotsAreWhatTheScarcestResourceAllows(String cpus, String gpus, int slots) throws IOException {
        LoggedApplication log = read(
                "{\"Event\":\"SparkListenerResourceProfileAdded\",\"Resource Profile Id\":0,\"Task Resource Requests\":"
                        + "{\"cpus\":{\"Amount\":" + cpus + "}"
                        + (cpus.equals("2.0") ? "" : ",\"gpu\":{\"Amount\":" + gpus + "}")
                        + "},\"Executor Resource Requests\":{\"gpu\":{\"Amount\":1}}}",
                task(0, 1220, 1290, "Success"));
        assertThat(log.application().executors()).extracting(Executor::slots).containsExactly(slots);
    }

    @Test
    void executorEventsFromOutsideTheRunAreNotUsed() throws IOException {
        LoggedApplication log = read(
                "{\"Event\":\"SparkListenerExecutorAdded\",\"Timestamp\":99999,\"Executor ID\":\"2\",\"Executor Info\":{\"Total Cores\":64}}",
                task(0, 1220, 1290, "Success"));
        assertThat(log.application().slotMs()).isEqualTo(4 * 600);
        assertThat(log.missing()).anyMatch(gap -> gap.startsWith("1 executor is dated outside the run"));
    }

    @ParameterizedTest
    @CsvSource({
        "99999999999999999999",
        "-5",
        "1e400",
        "12.5",
        "\"1220\"",
        "null",
        "[[[[]]]]",
        "{\"a\":1}",
        "9223372036854775807"
    })
    void impossibleTimesMakeALineMalformed(String time) throws IOException {
        LoggedApplication log = read(
                task(0, 1220, 1290, "Success"),
                task(1, 1300, 1400, "Success").replace("\"Launch Time\":1300", "\"Launch Time\":" + time));
        assertThat(log.application().tasks().count()).isEqualTo(1);
        assertThat(log.missing()).contains("1 line of the log is cut or malformed");
    }

    @Test
    void deepLinesArePassedOver() throws IOException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        LoggedApplication log = read(
                task(0, 1220, 1290, "Success").replace("\"Task Info\"", "\"x\":" + deep + ",\"Task Info\""),
                task(1, 1300, 1400, "Success"));
        assertThat(log.application().tasks().count()).isEqualTo(1);
        assertThat(log.missing()).contains("1 line of the log is cut or malformed");
    }

    @Test
    void hugeIndicesAndStagesTakeNoRoom() throws IOException {
        LoggedApplication log = read(
                task(0, 1220, 1290, "Success").replace("\"Index\":0", "\"Index\":2147483647"),
                task(1, 1300, 1400, "Success")
                        .replace(
                                "\"Stage ID\":0,\"Stage Attempt ID\":0",
                                "\"Stage ID\":2147483647,\"Stage Attempt ID\":2147483647"));
        assertThat(log.application().stages()).hasSize(2);
    }

    @Test
    void endlessLinesAreRefused() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        EventLines lines = new EventLines(endless, Set.of("SparkListenerTaskEnd"), 1 << 20);
        assertThatThrownBy(lines::next)
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("a line of it is longer than 1048576 bytes");
    }

    @Test
    void unwantedLinesArePassedOverWhateverTheirLength() throws IOException {
        String plan = "{\"Event\":\"SparkListenerSQL\",\"plan\":\"" + "x".repeat(3_000_000) + "\"}\n";
        String wanted = "{\"Event\":\"SparkListenerTaskEnd\"}";
        EventLines lines = new EventLines(
                new ByteArrayInputStream((plan + wanted).getBytes(StandardCharsets.UTF_8)),
                Set.of("SparkListenerTaskEnd"));
        assertThat(lines.next()).isTrue();
        assertThat(new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8))
                .isEqualTo(wanted);
        assertThat(lines.next()).isFalse();
    }

    @Test
    void rolledPartsAreOrderedByTheirNumberAndACompactOneReplacesTheEarlier() throws IOException {
        Path rolled = Files.createDirectory(folder.resolve("eventlog_v2_app"));
        for (String name : new String[] {"events_2_app", "events_9_app.compact", "events_10_app", "events_12_app"}) {
            Files.writeString(rolled.resolve(name), "");
        }
        LogLayout layout = LogLayout.of(rolled.toString());
        assertThat(layout.parts())
                .containsExactly(
                        rolled.resolve("events_9_app.compact").toString(),
                        rolled.resolve("events_10_app").toString(),
                        rolled.resolve("events_12_app").toString());
        assertThat(layout.gaps())
                .containsExactly(
                        "the log was compacted: Spark has removed tasks of jobs that had ended",
                        "parts of the log are missing: 10 is followed by 12");
    }

    @Test
    void logsWithoutTimesOfJobsAreRefused() {
        String old = """
                {"Event":"SparkListenerApplicationStart","Timestamp":1000}
                {"Event":"SparkListenerJobStart","Job ID":0,"Stage IDs":[0]}
                """;
        assertThatThrownBy(() -> read(old.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("its jobs have no times: Spark has logged them since version 1.4");
    }

    @ParameterizedTest
    @CsvSource({"''", "hello", "{}", "[1]", "'{\"Event\":\"SparkListenerBlockManagerAdded\"}'"})
    void whatIsNoLogIsRefused(String content) {
        assertThatThrownBy(() -> read(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("no line of it is an event of Spark");
    }
}
