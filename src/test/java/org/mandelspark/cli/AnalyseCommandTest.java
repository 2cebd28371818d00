package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandelspark.eventlog.SharedLogs;
import org.mandelspark.files.Json;
import org.mandelspark.files.TraceRules;

/** The command {@code analyse}, inside this process. */
class AnalyseCommandTest {
    private static final String LARGE = SharedLogs.log("gpu_oom_eventlog.zstd").toString();

    /** What identifies people, machines and data, wherever it stands in a log. */
    private static final Pattern SECRETS =
            Pattern.compile("\"(?:App Name|User|Host|user\\.name|sun\\.java\\.command|description|spark\\.app\\.name"
                    + "|spark\\.job\\.description|spark\\.driver\\.host|spark\\.master)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Words that our own pages use, too. */
    private static final Set<String> OURS =
            Set.of("", "driver", "localhost", "local[*]", "spark", "root", "yarn", "save");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    static List<Path> logs() {
        return SharedLogs.all();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void theFirstScreenHasAtMost25LinesOf80Columns(Path log) {
        assertThat(run("analyse", log.toString())).isZero();
        assertThat(err.toString()).isEmpty();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(25).allMatch(line -> line.length() <= 80);
        assertThat(lines).anyMatch(line -> line.startsWith("Spark "));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void nothingThatIdentifiesAnybodyLeavesALog(Path log) throws IOException {
        Path files = folder.resolve("out");
        assertThat(run("analyse", log.toString(), "--out", files.toString())).isZero();
        assertThat(run("report", files.toString())).isZero();
        Set<String> secrets = secrets(log);
        assertThat(secrets).isNotEmpty();
        try (Stream<Path> written = Files.list(files)) {
            for (Path file : written.toList()) {
                String content = file.toString().endsWith(".gz")
                        ? unzipped(file)
                        : Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    assertThat(content).as(file + " and " + secret).doesNotContain(secret);
                }
            }
        }
        for (String secret : secrets) {
            assertThat(out.toString().replace(folder.toString(), "")).as(secret).doesNotContain(secret);
        }
    }

    private static Set<String> secrets(Path log) throws IOException {
        Set<String> secrets = new HashSet<>();
        String content;
        if (Files.isDirectory(log)) {
            content = new String(
                    SharedLogs.plain(log.getFileName() + "/events_1_local-1623876083964.zstd"), StandardCharsets.UTF_8);
        } else {
            content = new String(SharedLogs.plain(log.getFileName().toString()), StandardCharsets.UTF_8);
        }
        Matcher matcher = SECRETS.matcher(content);
        while (matcher.find()) {
            // Numbers and words of a few letters are everywhere, and places in the program are shown.
            if (matcher.group(1).length() > 5
                    && !OURS.contains(matcher.group(1))
                    && !matcher.group(1).matches("[\\w$]+ at \\S+:\\d+")) {
                secrets.add(matcher.group(1));
            }
        }
        return secrets;
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void namesAndQueriesComeOnlyWhenAskedFor() throws IOException {
        String log = SharedLogs.log("rapids_join_eventlog.zstd").toString();
        assertThat(run(
                        "analyse",
                        log,
                        "--names",
                        "--sql",
                        "--out",
                        folder.resolve("all").toString()))
                .isZero();
        JsonNode analysis = Json.readFile(folder.resolve("all/analysis.json").toString());
        assertThat(analysis.path("names").path("application").asText()).isNotBlank();
        assertThat(Files.readString(folder.resolve("all/stages.csv")))
                .startsWith("id,attempt,")
                .contains(",description,sql");
    }

    @Test
    void theFilesHoldWhatProgramsRead() throws IOException {
        Path files = folder.resolve("out");
        assertThat(run("analyze", LARGE, "--cores", "16,64", "--finer", "2,4", "--out", files.toString()))
                .isZero();
        JsonNode analysis = Json.readFile(files.resolve("analysis.json").toString());
        long sum = 0;
        for (JsonNode row : analysis.path("ledger")) {
            assertThat(row.path("core_ms").isIntegralNumber()).isTrue();
            sum += row.path("core_ms").asLong();
        }
        assertThat(sum).isPositive().isEqualTo(analysis.path("slot_ms").asLong());
        assertThat(analysis.path("in_jobs_ms").asLong()).isEqualTo(126461);
        assertThat(analysis.path("self_check_error").asDouble()).isBetween(-0.1, 0.1);
        assertThat(analysis.path("warnings")).hasSize(1);
        for (String key : List.of("id", "attempt", "tasks", "core_ms", "longest_ms", "bound_ms", "measured_ms")) {
            assertThat(analysis.path("stages").path(0).path(key).isIntegralNumber())
                    .as(key)
                    .isTrue();
        }
        JsonNode study = Json.readFile(files.resolve("study.json").toString());
        assertThat(study.path("study").asText()).isEqualTo("analyse");
        assertThat(study.path("cores")).hasSize(2);
        try (Stream<Path> written = Files.list(files)) {
            assertThat(written.map(file -> file.getFileName().toString()))
                    .contains("core_time.csv", "stages.csv", "what_if.csv", "slots.svg", "longest_tasks.png")
                    .contains("what_if.svg", "worst_stage.svg", "trace.json.gz");
        }
        assertThat(Files.readAllLines(files.resolve("what_if.csv")))
                .hasSize(10)
                .element(0)
                .isEqualTo("name,slots,in_jobs_s,bound_s,launches_per_second");
    }

    @Test
    void theTraceKeepsTheRulesOfItsFormat() throws IOException {
        assertThat(run("analyse", LARGE, "--out", folder.resolve("out").toString()))
                .isZero();
        TraceRules trace = TraceRules.of(folder.resolve("out/trace.json.gz"));
        assertThat(trace.having("task")).hasSize(12447).allMatch(span -> span.depth() == 0);
    }

    @Test
    void aFolderOfLogsIsListed() {
        assertThat(run("analyse", SharedLogs.FOLDER.toString())).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("gpu_oom_eventlog.zstd +3\\.3\\.1 +2025-03-05T19:28:27Z +12447.*"));
    }

    @Test
    void aSecondLogIsCompared() {
        assertThat(run(
                        "analyse",
                        SharedLogs.log("attempt_1_eventlog.zstd").toString(),
                        "--against",
                        SharedLogs.log("attempt_4_eventlog.zstd").toString()))
                .isZero();
        assertThat(out.toString()).contains("work x0.99 by run time, x1.00");
        assertThat(out.toString().lines()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void strictFailsWhereAnythingIsMissing() {
        assertThat(run("analyse", "--strict", LARGE)).isEqualTo(1);
        assertThat(run(
                        "analyse",
                        "--strict",
                        SharedLogs.log("attempt_1_eventlog.zstd").toString()))
                .isZero();
    }

    @Test
    void aModelThatFailsItsCheckIsAskedOnlyAnyway() {
        String log = SharedLogs.log("application_1516285256255_0012").toString();
        assertThat(run("analyse", log)).isZero();
        assertThat(out.toString()).contains("Nothing is predicted").doesNotContain("what if");
        assertThat(run("analyse", "--anyway", log)).isZero();
        assertThat(out.toString()).contains("what if").contains("error of -13.7%");
    }

    @ParameterizedTest
    @CsvSource({
        "analyse, 2, Missing required parameter: 'PATH'",
        "analyse nowhere, 1, cannot read nowhere: no such file or folder",
        "analyse pom.xml, 1, pom.xml is not an event log that can be read: no line of it is an event of Spark",
        "analyse src/main, 1, src/main holds no event log",
        "analyse pom.xml --cores 0, 2, Invalid value for option '--cores' (N): a whole number from 1 to 2147483647 is needed",
        "analyse pom.xml --cores 2000000, 2, --cores: whole numbers from 1 to 1000000 are needed",
        "analyse pom.xml --finer 1, 2, --finer: whole numbers from 2 to 1000 are needed",
        "analyse pom.xml --force, 2, --force has no effect without --out"
    })
    void wrongInputIsOneLine(String line, int status, String message) {
        assertThat(run(line.split(" "))).isEqualTo(status);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().contains(message);
    }

    @Test
    void aLogOnAHadoopPathIsTheSame() {
        Path log = SharedLogs.log("rp_nosql_eventlog").toAbsolutePath();
        assertThat(run("analyse", log.toString())).isZero();
        String local = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("analyse", log.toUri().toString())).isZero();
        assertThat(out.toString()).isEqualTo(local);
    }

    @Test
    void aLogWithoutTasksIsAnalysedAndSaysSoFirst() {
        String log = SharedLogs.log("empty_eventlog").toString();
        assertThat(run("analyse", log)).isZero();
        assertThat(out.toString().lines().findFirst().orElseThrow()).contains("no task ran");
        assertThat(run("analyse", "--strict", log)).isEqualTo(1);
    }

    @Test
    void aFolderThatCannotBeMadeIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String log = SharedLogs.log("rp_nosql_eventlog").toString();
        assertThat(run("analyse", log, "--out", file.resolve("out").toString())).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().contains("--out");
    }

    /** Whichever comes last: each file is whole. */
    @Test
    void twoCallsAtOnceLeaveWholeFiles() throws IOException {
        Path files = folder.resolve("out");
        List<Integer> statuses = Stream.of("attempt_1_eventlog.zstd", "attempt_4_eventlog.zstd")
                .parallel()
                .map(name -> Main.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        "analyse",
                        SharedLogs.log(name).toString(),
                        "--force",
                        "--out",
                        files.toString()))
                .toList();
        assertThat(statuses).as(err.toString()).containsOnly(0);
        assertThat(run("report", files.toString())).as(err.toString()).isZero();
        try (Stream<Path> written = Files.list(files)) {
            assertThat(written.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".") || name.endsWith(".tmp"));
        }
    }

    /** Nobody had a core for a millisecond; or a million of them for three hundred years. */
    @ParameterizedTest
    @CsvSource({"2000, 0, there was no executor", "9000000000000, 2000000000, its core time exceeds 292 years"})
    void whatHasNoAccountIsNotAnalysed(String end, int cores, String reason) throws IOException {
        Path log = Files.writeString(folder.resolve("log"), """
                {"Event":"SparkListenerApplicationStart","Timestamp":1000}
                {"Event":"SparkListenerExecutorAdded","Timestamp":%s,"Executor ID":"1","Executor Info":{"Total Cores":%d}}
                {"Event":"SparkListenerApplicationEnd","Timestamp":%s}
                """.formatted(cores == 0 ? "99999" : "1000", cores, end));
        assertThat(run("analyse", log.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().endsWith(log + " cannot be analysed: " + reason);
    }

    /** A log is a stranger's file: what it says must not move a cursor or run on a page. */
    @Test
    void textsOfStrangersDoNothing() throws IOException {
        String evil = "\\u001b[2J<script>alert(1)</script>=cmd|' /C calc'!A0";
        String log = Files.readString(SharedLogs.log("local-1532512550423"))
                .replaceAll("\"App Name\":\"[^\"]*\"", Matcher.quoteReplacement("\"App Name\":\"" + evil + "\""))
                .replaceAll("\"Stage Name\":\"[^\"]*\"", Matcher.quoteReplacement("\"Stage Name\":\"" + evil + "\""))
                .replaceAll("\"Host\":\"[^\"]*\"", Matcher.quoteReplacement("\"Host\":\"" + evil + "\""));
        Path file = Files.writeString(folder.resolve("log"), log);
        Path files = folder.resolve("out");
        assertThat(run("analyse", file.toString(), "--names", "--sql", "--out", files.toString()))
                .isZero();
        assertThat(run("report", files.toString())).isZero();
        assertThat(out.toString()).doesNotContain("\u001b");
        assertThat(Files.readString(files.resolve("report.html")))
                .doesNotContain("<script")
                .doesNotContain("\u001b");
        assertThat(Files.readString(files.resolve("stages.csv"))).doesNotContain("calc");
    }

    @Test
    void aBrokenAnalysisIsNotReported() throws IOException {
        Path files = Files.createDirectory(folder.resolve("out"));
        for (String content : List.of(
                "{}", "{\"format\":1}", "{\"format\":1,\"ledger\":[{\"name\":\"x\"}]}", "7", "{\"format\":9}")) {
            Files.writeString(files.resolve("analysis.json"), content);
            assertThat(run(
                            "report",
                            files.toString(),
                            "--out",
                            folder.resolve("page.html").toString()))
                    .as(content)
                    .isEqualTo(2);
        }
    }
}
