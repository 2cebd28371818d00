package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandelspark.eventlog.EventLog;
import org.mandelspark.eventlog.EventLogException;
import org.mandelspark.eventlog.LoggedApplication;
import org.mandelspark.eventlog.SharedLogs;
import org.mandelspark.files.Json;
import org.mandelspark.measure.application.Scenario;
import org.mandelspark.record.Analysis;
import org.mandelspark.record.Analysis.ScenarioRow;
import org.mandelspark.record.Analysis.StageRow;

/** Real logs: the account is exact, no bound exceeds what was measured, and the model repeats it. */
class LogAnalysisTest {
    static final AnalysisRequest PLAIN =
            new AnalysisRequest(List.of(), List.of(), AnalysisRequest.Trust.WHEN_CHECKED, AnalysisRequest.Names.HIDDEN);

    /** Slots existed there that stages were not allowed to use, because they had failed on them before. */
    private static final String BLACKLISTED = "application_1516285256255_0012";

    private static final String SMALL = """
            {"Event":"SparkListenerApplicationStart","Timestamp":1000}
            {"Event":"SparkListenerExecutorAdded","Timestamp":1100,"Executor ID":"1","Executor Info":{"Host":"h","Total Cores":2}}
            {"Event":"SparkListenerJobStart","Job ID":0,"Submission Time":1200,"Stage IDs":[0]}
            {"Event":"SparkListenerStageSubmitted","Stage Info":{"Stage ID":0,"Number of Tasks":2,"Submission Time":1210}}
            {"Event":"SparkListenerTaskStart","Stage ID":0,"Task Info":{"Task ID":0,"Launch Time":1220,"Executor ID":"1"}}
            {"Event":"SparkListenerTaskStart","Stage ID":0,"Task Info":{"Task ID":1,"Launch Time":1230,"Executor ID":"1"}}
            {"Event":"SparkListenerTaskEnd","Stage ID":0,"Task End Reason":{"Reason":"Success"},"Task Info":{"Task ID":0,"Index":0,"Launch Time":1220,"Executor ID":"1","Finish Time":1290},"Task Metrics":{"Executor Run Time":60}}
            {"Event":"SparkListenerTaskEnd","Stage ID":0,"Task End Reason":{"Reason":"Success"},"Task Info":{"Task ID":1,"Index":1,"Launch Time":1230,"Executor ID":"1","Finish Time":1390},"Task Metrics":{"Executor Run Time":150}}
            {"Event":"SparkListenerStageCompleted","Stage Info":{"Stage ID":0,"Number of Tasks":2,"Submission Time":1210,"Completion Time":1400}}
            {"Event":"SparkListenerJobEnd","Job ID":0,"Completion Time":1410}
            {"Event":"SparkListenerExecutorRemoved","Timestamp":1590,"Executor ID":"1"}
            {"Event":"SparkListenerApplicationEnd","Timestamp":1600}
            """;

    static List<Path> logs() {
        return SharedLogs.all();
    }

    static Analysis analysis(Path log) {
        return new LogAnalysis(EventLog.read(log.toString()), PLAIN).execute();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void theLedgerAddsUpToSlotsTimesLife(Path log) {
        LoggedApplication application = EventLog.read(log.toString());
        Analysis analysis = new LogAnalysis(application, PLAIN).execute();
        assertThat(analysis.slotMs()).isEqualTo(application.application().slotMs());
        assertThat(analysis.ledger().stream().mapToLong(Analysis.Row::coreMs).sum())
                .isEqualTo(analysis.slotMs());
        assertThat(analysis.ledger())
                .extracting(Analysis.Row::name)
                .containsExactly(
                        "run",
                        "gc",
                        "fetch_wait",
                        "shuffle_write",
                        "deserialise",
                        "scheduler_delay",
                        "result",
                        "lost_attempts",
                        "dispatch_gap",
                        "stage_lead",
                        "tail_idle",
                        "no_stage",
                        "no_job",
                        "executors_starting");
        assertThat(analysis.ledger()).allMatch(row -> row.coreMs() >= 0);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void noBoundExceedsWhatWasMeasured(Path log) {
        Analysis analysis = analysis(log);
        assertThat(analysis.stages()).allMatch(stage -> stage.boundMs() <= stage.measuredMs());
        assertThat(analysis.stages()).allMatch(stage -> stage.longestMs() <= stage.boundMs());
        analysis.scenarios().stream()
                .filter(row -> row.name().equals("as measured"))
                .forEach(row -> assertThat(row.boundMs()).isLessThanOrEqualTo(analysis.inJobsMs() + 1e-6));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void theModelIsWithinTenPercentAtTheMeasuredSize(Path log) {
        Analysis analysis = analysis(log);
        if (analysis.inJobsMs() < 2000) {
            return;
        }
        if (log.endsWith(BLACKLISTED)) {
            assertThat(analysis.selfCheckError()).isBetween(-0.14, -0.13);
            assertThat(analysis.scenarios()).isEmpty();
            assertThat(analysis.refusal()).contains("-13.7%");
        } else {
            assertThat(Math.abs(analysis.selfCheckError())).isLessThanOrEqualTo(0.1);
            assertThat(analysis.refusal()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void noReplayIsFasterThanItsBound(Path log) {
        for (ScenarioRow row : analysis(log).scenarios()) {
            assertThat(row.inJobsMs()).as(row.name()).isGreaterThanOrEqualTo(row.boundMs() * (1 - 1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void whatIsWrittenIsReadBack(Path log, @TempDir Path folder) throws IOException {
        Analysis analysis = analysis(log);
        try (OutputStream out = Files.newOutputStream(folder.resolve(Analysis.NAME))) {
            Json.write(analysis, out);
        }
        assertThat(Analysis.read(folder.toString())).isEqualTo(analysis);
    }

    @Test
    void anAnalysisThatDoesNotAddUpIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(Analysis.NAME);
        try (OutputStream out = Files.newOutputStream(file)) {
            Json.write(analysis(SharedLogs.log("rp_nosql_eventlog")), out);
        }
        Files.writeString(file, Files.readString(file).replaceFirst("\"slot_ms\" : \\d", "\"slot_ms\" : 7"));
        assertThatThrownBy(() -> Analysis.read(folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ledger' must add up to 'slot_ms'");
    }

    /** Whatever is left of a log has an account that adds up, or is refused with a reason. */
    @ParameterizedTest
    @CsvSource({"rp_nosql_eventlog, 1009", "local-1532512550423, 509", "customshuffle_eventlog.zstd, 4001"})
    void aLogCutAtAnyByteIsAnalysedOrRefused(String name, int step, @TempDir Path folder) throws IOException {
        byte[] log = SharedLogs.plain(name);
        int analysed = 0;
        // The steps are primes: cuts come everywhere in lines.
        for (int length = 0; length < log.length; length += step) {
            analysed += isAnalysed(Arrays.copyOf(log, length), folder) ? 1 : 0;
        }
        assertThat(analysed).isPositive();
    }

    @Test
    void aSmallLogCutAtEachOfItsBytesIsAnalysedOrRefused(@TempDir Path folder) throws IOException {
        byte[] log = SMALL.getBytes(StandardCharsets.UTF_8);
        int first = log.length;
        for (int length = log.length; length >= 0; length--) {
            if (isAnalysed(Arrays.copyOf(log, length), folder)) {
                first = length;
            }
        }
        // The executor came, and time went by until the next event: there is something to account for.
        assertThat(new String(log, 0, first, StandardCharsets.UTF_8)).endsWith("\"Stage IDs\":[0]}");
    }

    private static boolean isAnalysed(byte[] log, Path folder) throws IOException {
        Path cut = Files.write(folder.resolve("cut"), log);
        Analysis analysis;
        try {
            analysis = analysis(cut);
        } catch (EventLogException e) {
            assertThat(e.getMessage()).contains("is not an event log that can be read: ");
            return false;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("there was no executor");
            return false;
        }
        assertThat(analysis.account().totalNanos() / 1_000_000).isEqualTo(analysis.slotMs());
        assertThat(analysis.stages()).allMatch(stage -> stage.boundMs() <= stage.measuredMs());
        return true;
    }

    /** Rolling files of Spark, one plain file, and what Databricks makes of it. */
    @Test
    void oneRunInThreeLayoutsHasTheSameFigures(@TempDir Path folder) throws IOException {
        Path rolled = SharedLogs.log("eventlog_v2_local-1623876083964");
        Analysis expected = analysis(rolled);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int part = 1; part <= 2; part++) {
            whole.write(
                    SharedLogs.plain("eventlog_v2_local-1623876083964/events_" + part + "_local-1623876083964.zstd"));
        }
        Path plain = Files.write(folder.resolve("application"), whole.toByteArray());
        assertThat(analysis(plain)).isEqualTo(expected);
        Path databricks = Files.createDirectory(folder.resolve("databricks"));
        int cut = new String(whole.toByteArray(), 0, 6_000_000, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
        try (OutputStream first =
                new GZIPOutputStream(Files.newOutputStream(databricks.resolve("eventlog-2021-06-16--20-00.gz")))) {
            first.write(whole.toByteArray(), 0, cut);
        }
        Files.write(databricks.resolve("eventlog"), Arrays.copyOfRange(whole.toByteArray(), cut, whole.size()));
        assertThat(analysis(databricks)).isEqualTo(expected);
    }

    @Test
    void moreSlotsAreNeverSlowerThanAQuarterOfThem() {
        LoggedApplication log =
                EventLog.read(SharedLogs.log("eventlog_v2_local-1623876083964").toString());
        Analysis analysis = new LogAnalysis(
                        log,
                        new AnalysisRequest(
                                List.of(3, 12, 48),
                                List.of(2, 4),
                                AnalysisRequest.Trust.WHEN_CHECKED,
                                AnalysisRequest.Names.HIDDEN))
                .execute();
        assertThat(analysis.scenarios())
                .extracting(ScenarioRow::name)
                .containsExactly(
                        "as measured",
                        "3 slots",
                        "12 slots",
                        "48 slots",
                        "finer x2",
                        "finer x4",
                        "largest first",
                        "even",
                        "no overhead",
                        "critical path");
        double three = analysis.scenarios().get(1).inJobsMs();
        double twelve = analysis.scenarios().get(2).inJobsMs();
        double fortyEight = analysis.scenarios().get(3).inJobsMs();
        assertThat(three / twelve).isBetween(3.8, 4.05);
        assertThat(twelve / fortyEight).isBetween(3.3, 4.05);
        assertThat(analysis.scenarios().get(9).slots()).isEqualTo(Scenario.UNLIMITED);
        assertThat(analysis.scenarios().get(9).inJobsMs()).isLessThan(fortyEight);
    }

    /** Two runs of one application on as many slots, one after the other. */
    @Test
    void theWorkOfARepeatIsTheSameWithinTwoPercent() {
        LogAnalysis first = new LogAnalysis(
                EventLog.read(SharedLogs.log("attempt_1_eventlog.zstd").toString()), PLAIN);
        LogAnalysis second = new LogAnalysis(
                EventLog.read(SharedLogs.log("attempt_4_eventlog.zstd").toString()), PLAIN);
        Analysis.Growth growth = first.against(second).comparison();
        assertThat(growth.matchedStages()).isEqualTo(5);
        assertThat(growth.runRatio()).isBetween(0.98, 1.02);
        assertThat(growth.cpuRatio()).isBetween(0.98, 1.02);
        assertThat(growth.grownModelMs() / growth.inJobsMs()).isBetween(0.95, 1.05);
    }

    @Test
    void reasonsNameWhatAnybodyWouldSee() {
        Analysis failing = analysis(SharedLogs.log("gpu_oom_eventlog.zstd"));
        assertThat(stage(failing, 35).reason()).isEqualTo("failures");
        assertThat(stage(failing, 0).reason()).isEqualTo("driver");
        Analysis skewed = analysis(SharedLogs.log("attempt_1_eventlog.zstd"));
        assertThat(stage(skewed, 3).reason()).isEqualTo("one long task");
        assertThat(stage(skewed, 0).reason()).isEqualTo("executors late");
    }

    private static StageRow stage(Analysis analysis, int id) {
        return analysis.stages().stream()
                .filter(stage -> stage.id() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anApplicationWithoutTasksHasALedgerAndNoModel() {
        Analysis analysis = analysis(SharedLogs.log("empty_eventlog"));
        assertThat(analysis.warnings()).containsExactly("no task ran");
        assertThat(analysis.selfCheckError()).isNull();
        assertThat(analysis.refusal()).isEqualTo("there was no job");
        assertThat(analysis.account().totalNanos() / 1_000_000).isEqualTo(analysis.slotMs());
    }

    @Test
    void questionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new AnalysisRequest(
                        List.of(2_000_000),
                        List.of(),
                        AnalysisRequest.Trust.WHEN_CHECKED,
                        AnalysisRequest.Names.HIDDEN))
                .hasMessage("--cores: whole numbers from 1 to 1000000 are needed, not 2000000");
        assertThatThrownBy(() -> new AnalysisRequest(
                        List.of(), List.of(1), AnalysisRequest.Trust.WHEN_CHECKED, AnalysisRequest.Names.HIDDEN))
                .hasMessage("--finer: whole numbers from 2 to 1000 are needed, not 1");
    }

    @Test
    void aFolderOfLogsIsNotOneLog() {
        assertThat(EventLog.isFolderOfLogs(SharedLogs.FOLDER.toString())).isTrue();
        assertThat(EventLog.list(SharedLogs.FOLDER.toString()))
                .extracting(found -> Path.of(found.path()).getFileName().toString())
                .containsExactlyElementsOf(SharedLogs.all().stream()
                        .map(log -> log.getFileName().toString())
                        .toList());
    }
}
