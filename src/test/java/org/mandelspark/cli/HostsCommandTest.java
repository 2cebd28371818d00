package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.engine.GivenCores;
import org.mandelspark.files.JsonKeys;

/** The command {@code hosts}, inside this process. */
class HostsCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyWorkerReportsOnce() throws IOException {
        Path json = folder.resolve("hosts.json");
        int cores = new GivenCores().granted().count();
        int workers = cores + 1;
        assertThat(run("hosts", "--workers", String.valueOf(workers), "--out", json.toString()))
                .isZero();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("warning: executor driver on").contains(workers + " slots and " + cores);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines)
                .contains("reached   " + workers + " workers in 1 executor on 1 host")
                .anyMatch(line -> line.matches("rank +size +host +executor +slot +process +cores +java"));
        assertThat(lines.subList(lines.size() - workers, lines.size()))
                .allMatch(line ->
                        line.contains(String.valueOf(ProcessHandle.current().pid())));

        JsonNode record = JsonMapper.builder().build().readTree(json.toFile());
        assertThat(JsonKeys.notSnakeCase(record)).isEmpty();
        assertThat(record.path("shortfalls")).isEmpty();
        assertThat(record.path("environment").path("spark").path("master").asText())
                .isEqualTo("local[" + workers + "]");
        assertThat(record.path("workers")).hasSize(workers);
        for (int rank = 0; rank < workers; rank++) {
            JsonNode worker = record.path("workers").path(rank);
            assertThat(worker.path("rank").asInt()).isEqualTo(rank);
            assertThat(worker.path("slot").asInt()).isEqualTo(rank);
            assertThat(worker.path("size").asInt()).isEqualTo(workers);
            assertThat(worker.path("executor").asText()).isEqualTo("driver");
            assertThat(worker.path("host").asText()).isNotEmpty();
            assertThat(worker.path("process_id").asLong())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(worker.path("cores").asInt()).isEqualTo(cores);
            assertThat(worker.path("cores_source").asText()).isNotEmpty();
            assertThat(worker.path("jvm").asText()).contains(System.getProperty("java.version"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hosts --out %hosts.csv | --out | .json",
                "hosts --out %taken.json | --out | --force",
                "hosts --workers 0 | --workers | from 1 to",
                "hosts --workers -1 | --workers | from 1 to",
                "hosts --workers all | --workers | from 1 to",
                "hosts everywhere | everywhere | Unmatched",
            })
    void badInputIsOneLineThatNamesTheOptionAndWhatIsAllowed(String command, String option, String allowed)
            throws IOException {
        Files.writeString(folder.resolve("taken.json"), "mine");
        assertThat(run(command.replace("%", folder + "/").split(" ", -1))).isEqualTo(Main.WRONG_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(option).contains(allowed);
        assertThat(folder.resolve("taken.json")).hasContent("mine");
    }

    @Test
    void helpHasAnExample() {
        assertThat(run("hosts", "--help")).isZero();
        assertThat(out.toString()).contains("Examples:").contains("submit/mandelspark hosts --out out/hosts.json");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
