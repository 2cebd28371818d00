package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes of a standalone cluster are killed in the middle of a render: the counts are those of the serial engine. */
@Tag("cluster")
class StandaloneFaultsIT {
    /** A view, and a kernel so slow that a chunk takes a while: there has to be a middle. */
    private enum Slow {
        SHALLOW("naive", "--view mojo --size 1600x1600 --max-iter 12000"),
        DEEP("deep-steps", "--view flake --size 160x160");

        private final String kernel;
        private final String options;

        Slow(String kernel, String options) {
            this.kernel = kernel;
            this.options = options;
        }

        List<String> view() {
            return List.of(options.split(" ", -1));
        }
    }

    private static final int CHUNKS = 64;

    private static final Map<Slow, String> SERIAL_CHECKSUMS = new EnumMap<>(Slow.class);

    @TempDir
    private Path folder;

    private StandaloneCluster cluster;

    @BeforeAll
    static void renderInOneLoop(@TempDir Path folder) throws Exception {
        for (Slow slow : Slow.values()) {
            Path json = folder.resolve(slow + ".json");
            List<String> words = new ArrayList<>(List.of("render", "--engine", "serial", "--out", json.toString()));
            words.addAll(slow.view());
            LauncherCall.Result result = new LauncherCall(
                            Path.of("submit", "mandelspark").toAbsolutePath())
                    .in(folder)
                    .run(words.toArray(String[]::new));
            assertThat(result.status()).as(result.err()).isZero();
            SERIAL_CHECKSUMS.put(slow, record(json).path("checksum").asText());
        }
    }

    @BeforeEach
    void start() throws Exception {
        cluster = StandaloneCluster.ofTwo(folder);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @EnumSource
    void anExecutorThatIsKilledIsReplacedAndItsChunkComputedAgain(Slow slow) throws Exception {
        JsonNode record = renderThrough(slow, cluster::killAnExecutor);
        assertThat(record.findValuesAsText("executor")).contains("0", "1", "2");
        assertThat(record.path("totals").path("retries").asInt()).isEqualTo(1);
    }

    @Test
    void whenAWorkerDiesTheOthersFinish() throws Exception {
        JsonNode record = renderThrough(Slow.SHALLOW, cluster::killAWorker);
        assertThat(record.findValuesAsText("executor")).contains("0", "1").doesNotContain("2");
        assertThat(record.path("totals").path("retries").asInt()).isEqualTo(1);
    }

    /** Renders, lets a fault happen when some chunks have been computed, and gives the run record. */
    private JsonNode renderThrough(Slow slow, Runnable fault) throws Exception {
        Path json = folder.resolve("faulty.json");
        Process job = start(slow, json, "--verbose");
        ProcessLog said = new ProcessLog(job.getErrorStream());
        ProcessLog results = new ProcessLog(job.getInputStream());
        said.await("Finished task .*\\(executor 0\\)");
        said.await("Finished task .*\\(executor 1\\)");
        fault.run();
        assertThat(job.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(job.exitValue()).as(said.text()).isZero();
        assertThat(results.text()).contains("repeated  1 task was repeated (1 after a failure, 0 by speculation)");
        JsonNode record = record(json);
        assertThat(record.path("checksum").asText()).isEqualTo(SERIAL_CHECKSUMS.get(slow));
        assertThat(record.path("chunks")).hasSize(CHUNKS);
        assertThat(record.path("totals").path("tasks_seen").asInt()).isEqualTo(CHUNKS);
        assertThat(record.path("totals").path("speculative").asInt()).isZero();
        return record;
    }

    private Process start(Slow slow, Path out, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("--master", cluster.url(), "--executor-memory", "512m", "render"));
        words.addAll(slow.view());
        words.addAll(
                List.of("--kernel", slow.kernel, "--schedule", "over:32", "--workers", "2", "--out", out.toString()));
        words.addAll(List.of(options));
        return cluster.launcher(folder).start(words.toArray(String[]::new));
    }

    private static JsonNode record(Path file) throws Exception {
        return JsonMapper.builder().build().readTree(file.toFile());
    }
}
