package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of a standalone cluster are killed in the middle of a render: the counts are those of the serial engine. */
@Tag("cluster")
class StandaloneFaultsIT {
    private static final List<String> VIEW = List.of("--view", "mojo", "--size", "1600x1600", "--max-iter", "12000");
    private static final int CHUNKS = 64;

    private static String serialChecksum;

    @TempDir
    private Path folder;

    private StandaloneCluster cluster;

    @BeforeAll
    static void renderInOneLoop(@TempDir Path folder) throws Exception {
        List<String> words = new ArrayList<>(List.of("render", "--engine", "serial", "--out", "serial.json"));
        words.addAll(VIEW);
        LauncherCall.Result result = new LauncherCall(
                        Path.of("submit", "mandelspark").toAbsolutePath())
                .in(folder)
                .run(words.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
        serialChecksum = record(folder.resolve("serial.json")).path("checksum").asText();
    }

    @BeforeEach
    void start() throws Exception {
        cluster = StandaloneCluster.ofTwo(folder);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void anExecutorThatIsKilledIsReplacedAndItsChunkComputedAgain() throws Exception {
        JsonNode record = renderThrough(cluster::killAnExecutor);
        assertThat(record.findValuesAsText("executor")).contains("0", "1", "2");
        assertThat(record.path("totals").path("retries").asInt()).isEqualTo(1);
    }

    @Test
    void whenAWorkerDiesTheOthersFinish() throws Exception {
        JsonNode record = renderThrough(cluster::killAWorker);
        assertThat(record.findValuesAsText("executor")).contains("0", "1").doesNotContain("2");
        assertThat(record.path("totals").path("retries").asInt()).isEqualTo(1);
    }

    /** Renders, lets a fault happen when some chunks have been computed, and gives the run record. */
    private JsonNode renderThrough(Runnable fault) throws Exception {
        Path json = folder.resolve("faulty.json");
        Process job = start(json, "--verbose");
        ProcessLog said = new ProcessLog(job.getErrorStream());
        ProcessLog results = new ProcessLog(job.getInputStream());
        said.await("Finished task .*\\(executor 0\\)");
        said.await("Finished task .*\\(executor 1\\)");
        fault.run();
        assertThat(job.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(job.exitValue()).as(said.text()).isZero();
        assertThat(results.text()).contains("repeated  1 task was repeated (1 after a failure, 0 by speculation)");
        JsonNode record = record(json);
        assertThat(record.path("checksum").asText()).isEqualTo(serialChecksum);
        assertThat(record.path("chunks")).hasSize(CHUNKS);
        assertThat(record.path("totals").path("tasks_seen").asInt()).isEqualTo(CHUNKS);
        assertThat(record.path("totals").path("speculative").asInt()).isZero();
        return record;
    }

    private Process start(Path out, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("--master", cluster.url(), "--executor-memory", "512m", "render"));
        words.addAll(VIEW);
        // One naive chunk takes a while, so that there is a middle.
        words.addAll(List.of("--kernel", "naive", "--schedule", "over:32", "--workers", "2", "--out", out.toString()));
        words.addAll(List.of(options));
        return cluster.launcher(folder).start(words.toArray(String[]::new));
    }

    private static JsonNode record(Path file) throws Exception {
        return JsonMapper.builder().build().readTree(file.toFile());
    }
}
