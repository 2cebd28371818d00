package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.eventlog.SharedLogs;

/** {@code analyse} through the launcher: a process that reads a stranger's log and writes files, as users have it. */
class AnalyseIT {
    private static final Path LAUNCHER = Path.of("submit", "mandelspark").toAbsolutePath();
    private static final String WHOLE = log("attempt_1_eventlog.zstd");

    @TempDir
    private Path folder;

    private static String log(String name) {
        return SharedLogs.log(name).toAbsolutePath().toString();
    }

    private LauncherCall launcher() {
        return new LauncherCall(LAUNCHER).in(folder);
    }

    @Test
    void aLogIsAScreenAndFilesWhoseLedgerAddsUp() throws Exception {
        LauncherCall.Result result = launcher().run("analyse", WHOLE, "--out", "out");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.errLines()).isEmpty();
        assertThat(result.outLines())
                .hasSizeBetween(15, 25)
                .allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        JsonNode analysis = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("out/analysis.json").toFile());
        assertThat(StreamSupport.stream(analysis.path("ledger").spliterator(), false)
                        .mapToLong(row -> row.path("core_ms").longValue())
                        .sum())
                .isPositive()
                .isEqualTo(analysis.path("slot_ms").longValue());

        LauncherCall.Result report = launcher().run("report", "out");
        assertThat(report.status()).as(report.err()).isZero();
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
    }

    @Test
    void theScreenIsTheSameInEveryLocale() throws Exception {
        LauncherCall.Result expected = launcher().with("LC_ALL", "C.UTF-8").run("analyse", WHOLE);
        LauncherCall.Result result = launcher().with("LC_ALL", "C").run("analyse", WHOLE);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.errLines()).isEmpty();
        assertThat(result.out()).isNotBlank().isEqualTo(expected.out());
    }

    @ParameterizedTest
    @CsvSource({
        "1, analyse nowhere, cannot read nowhere: no such file or folder",
        "2, analyse nowhere --core 8, '--core'",
        "2, analyse nowhere --cores many, '--cores'"
    })
    void whatCannotBeDoneIsOneLine(int status, String line, String message) throws Exception {
        LauncherCall.Result result = launcher().run(line.split(" "));
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines()).singleElement().asString().contains(message);
    }

    @Test
    void strictFailsAfterTheScreenWhereAnythingIsMissing() throws Exception {
        LauncherCall.Result partial = launcher().run("analyse", "--strict", log("truncated_eventlog"));
        assertThat(partial.status()).isEqualTo(1);
        assertThat(partial.errLines()).isEmpty();
        assertThat(partial.outLines()).hasSizeLessThanOrEqualTo(25).anyMatch(line -> line.startsWith("Spark "));
        assertThat(launcher().run("analyse", "--strict", WHOLE).status()).isZero();
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsRefusedBeforeTheWork() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        LauncherCall.Result result = launcher().boundByModes().run("analyse", WHOLE, "--out", closed.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .startsWith("mandelspark analyse: --out " + closed + ": cannot write ")
                .endsWith(": permission denied");
        assertThat(closed).isEmptyDirectory();
    }
}
