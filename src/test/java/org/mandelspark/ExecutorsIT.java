package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code hosts} and {@code wordcount} where executors are processes of their own. */
@Tag("cluster")
class ExecutorsIT {
    private static final Path LAUNCHER = Path.of("submit", "mandelspark").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void everySlotOfEveryExecutorReports() throws Exception {
        LauncherCall.Result result =
                launcher().run("--master", "local-cluster[2,2,1024]", "hosts", "--out", "hosts.json");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("reached   4 workers in 2 executors");
        Set<String> slots = new TreeSet<>();
        Set<Long> processes = new TreeSet<>();
        for (JsonNode worker : record().path("workers")) {
            slots.add(
                    worker.path("executor").asText() + "/" + worker.path("slot").asInt());
            processes.add(worker.path("process_id").asLong());
        }
        assertThat(slots).containsExactly("0/0", "0/1", "1/0", "1/1");
        assertThat(processes).hasSize(2).doesNotContain(ProcessHandle.current().pid());
    }

    @Test
    void aClusterIsAsLargeAsIsAskedFor() throws Exception {
        LauncherCall.Result result =
                launcher().run("--master", "local-cluster[2,1,1024]", "hosts", "--workers", "1", "--out", "hosts.json");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("reached   1 worker in 1 executor");
        assertThat(record().path("shortfalls")).isEmpty();
    }

    @Test
    void executorsCountWords() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "One fish, two fish\n");
        Files.write(folder.resolve("b.txt"), new byte[] {'f', 'i', 's', 'h', (byte) 0xE9});
        LauncherCall.Result result = launcher()
                .run("--master", "local-cluster[2,1,1024]", "wordcount", "a.txt", "b.txt", "--out", "counts.tsv");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("counts.tsv"))).isEqualTo(List.of("fish\t3", "one\t1", "two\t1"));
        assertThat(result.errLines()).singleElement().asString().contains("1, in 1 of 2 documents");
    }

    private LauncherCall launcher() {
        return new LauncherCall(LAUNCHER).in(folder);
    }

    private JsonNode record() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve("hosts.json").toFile());
    }
}
