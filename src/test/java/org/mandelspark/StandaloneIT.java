package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.LauncherCall.Result;

/** {@code submit/standalone} on a cluster of processes, the driver here or there: same counts, and a status that is true. */
@Tag("cluster")
class StandaloneIT {
    private static final String MAGPI_CHECKSUM = "bb54bf33";

    @TempDir
    private static Path clusterFolder;

    private static StandaloneCluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        cluster = StandaloneCluster.ofTwo(clusterFolder);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aDriverHereWritesWhatTheSerialEngineComputes() throws Exception {
        JsonNode record = renderedHere("magpi", "1000x1000", MAGPI_CHECKSUM);
        assertThat(record.path("workers").asInt()).isEqualTo(2);
        assertThat(record.findValuesAsText("executor")).contains("0", "1");
        assertThat(record.path("totals").path("retries").asInt()).isZero();
    }

    @Test
    void aDeepViewHasTheSameCountsThere() throws Exception {
        JsonNode record = renderedHere("e113", "64x64", "fad60adb");
        assertThat(record.at("/view/deep/tiers/undecided").asInt()).isZero();
    }

    private JsonNode renderedHere(String view, String size, String checksum) throws Exception {
        Result result = submit(
                "client",
                "render",
                "--view",
                view,
                "--size",
                size,
                "--schedule",
                "over:8",
                "--out",
                view + "-here.json");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.errLines()).isEmpty();
        assertThat(result.out()).contains(checksum);
        JsonNode record = record(view + "-here.json");
        assertThat(record.path("checksum").asText()).isEqualTo(checksum);
        return record;
    }

    @Test
    void aDriverThereWritesTheSameToASharedPathAndIsWaitedFor() throws Exception {
        Result result = submit(
                "cluster", "render", "--view", "magpi", "--out", folder.resolve("magpi.json"), "--schedule", "self");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(record("magpi.json").path("checksum").asText()).isEqualTo(MAGPI_CHECKSUM);
        JsonNode driver = driverOf(result);
        assertThat(driver.path("state").asText()).isEqualTo("FINISHED");
        assertEnd(result, driver, "has finished");
        assertThat(cluster.driverSaid(driver.path("id").asText())).contains(MAGPI_CHECKSUM);
    }

    @Test
    void aDriverThereThatFailsIsAFailureHere() throws Exception {
        Result result = submit("cluster", "render", "--view", "magpi", "--out", "/proc/nobody/magpi.json");
        assertThat(result.status()).isEqualTo(1);
        JsonNode driver = driverOf(result);
        assertThat(driver.path("state").asText()).isEqualTo("FAILED");
        assertEnd(result, driver, "ended as FAILED");
        assertThat(cluster.driverSaid(driver.path("id").asText())).contains("cannot write /proc/nobody/magpi.json");
    }

    @Test
    @Timeout(300)
    void aDriverThatNoWorkerHasTheCoresForIsSaidToWait() throws Exception {
        Process call = cluster.launcher(folder)
                .start(
                        "--master",
                        cluster.url(),
                        "--deploy-mode",
                        "cluster",
                        "--driver-cores",
                        "1000",
                        "render",
                        "--out",
                        folder.resolve("magpi.json").toString());
        String driver;
        try (BufferedReader err = call.errorReader(StandardCharsets.UTF_8)) {
            String waiting = err.lines()
                    .filter(line -> line.contains(" waits: "))
                    .findFirst()
                    .orElseThrow();
            assertThat(waiting).endsWith("--driver-cores 1000 and --driver-memory 2g");
            driver = waiting.replaceAll("^mandelspark: | waits: .*", "");
            cluster.killDriver(driver);
            assertThat(err.lines()).last().asString().contains(driver + " ended as KILLED");
        }
        assertThat(call.waitFor()).isEqualTo(1);
    }

    @Test
    void aWrongCommandLineIsRefusedHereAndNoDriverIsStarted() throws Exception {
        int before = cluster.master().path("completeddrivers").size();
        Result result = submit("cluster", "render", "--size", "0x10", "--out", folder.resolve("magpi.json"));
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains("--size", "0x10");
        assertThat(cluster.master().path("activedrivers")).isEmpty();
        assertThat(cluster.master().path("completeddrivers")).hasSize(before);
    }

    /** The last word names the driver and its end, and its worker if Spark's client saw the driver while it ran. */
    private static void assertEnd(Result result, JsonNode driver, String end) {
        assertThat(result.errLines())
                .last()
                .asString()
                .contains(driver.path("id").asText(), end, "in its work folder");
        if (result.err().contains("the driver runs on ")) {
            assertThat(result.errLines())
                    .last()
                    .asString()
                    .contains(driver.path("worker").asText());
        }
    }

    private Result submit(String deployMode, Object... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "--master",
                cluster.url(),
                "--deploy-mode",
                deployMode,
                "--driver-memory",
                "512m",
                "--executor-memory",
                "512m"));
        for (Object word : command) {
            words.add(word.toString());
        }
        return cluster.launcher(folder).run(words.toArray(String[]::new));
    }

    /** What the master says of the driver that a submit client told of. */
    private static JsonNode driverOf(Result result) throws IOException {
        for (JsonNode driver : cluster.master().path("completeddrivers")) {
            if (result.err().contains(driver.path("id").asText())) {
                return driver;
            }
        }
        throw new AssertionError("no driver of the master was told of: " + result.err());
    }

    private JsonNode record(String file) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve(file)));
    }
}
