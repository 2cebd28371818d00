package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.LauncherCall.Result;

/** A standalone cluster that wants a secret and encrypts: who has the secret computes, and nobody tells it. */
@Tag("cluster")
class StandaloneSecretIT {
    private static final String MAGPI_CHECKSUM = "bb54bf33";
    private static final String SECRET = "swordfish-8412";

    private static final Map<String, String> SETTINGS = Map.of(
            "spark.authenticate", "true",
            "spark.authenticate.secret", SECRET,
            "spark.network.crypto.enabled", "true");

    @TempDir
    private static Path clusterFolder;

    private static StandaloneCluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        cluster = new StandaloneCluster(clusterFolder, 2, SETTINGS);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void whoHasTheSecretComputesTheSameAndNobodyTellsIt() throws Exception {
        Path results = Files.createDirectory(folder.resolve("results"));
        Result render =
                submit(withSecret(), "render", "--verbose", "--view", "magpi", "--out", results.resolve("magpi.json"));
        assertThat(render.status()).as(render.err()).isZero();
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(results.resolve("magpi.json").toFile())
                        .path("checksum")
                        .asText())
                .isEqualTo(MAGPI_CHECKSUM);
        Result study = submit(
                withSecret(),
                "scaling",
                "--verbose",
                "--view",
                "magpi",
                "--workers",
                "1",
                "--repeats",
                "1",
                "--warmup",
                "0",
                "--out",
                results.resolve("study"));
        assertThat(study.status()).as(study.err()).isZero();
        assertThat(render.out() + render.err() + study.out() + study.err()).doesNotContain(SECRET);
        assertThat(Files.readString(results.resolve("magpi.json"))).contains("(redacted)");
        assertNoFileTells(results);
        assertNoFileTells(cluster.work());
    }

    @Test
    void whoDoesNotHaveItIsRefused() throws Exception {
        Path none = Files.writeString(folder.resolve("none.conf"), "spark.executor.memory 512m\n");
        Result result = submit(none, "render", "--view", "magpi", "--out", folder.resolve("magpi.json"));
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(folder.resolve("magpi.json")).doesNotExist();
        assertThat(result.errLines().get(result.errLines().size() - 1)).startsWith("mandelspark render: ");
    }

    /** The settings of a user who keeps the secret in a file. */
    private Path withSecret() throws IOException {
        StringBuilder lines = new StringBuilder(Files.readString(Path.of("conf", "standalone.conf")));
        SETTINGS.forEach(
                (name, value) -> lines.append(name).append(' ').append(value).append('\n'));
        lines.append("spark.executor.memory 512m\n");
        return Files.writeString(folder.resolve("secret.conf"), lines);
    }

    private Result submit(Path properties, Object... command) throws Exception {
        List<String> words =
                new ArrayList<>(List.of("--properties-file", properties.toString(), "--master", cluster.url()));
        for (Object word : command) {
            words.add(word.toString());
        }
        return cluster.launcher(folder).run(words.toArray(String[]::new));
    }

    private static void assertNoFileTells(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllBytes(file))
                            .asString(StandardCharsets.ISO_8859_1)
                            .doesNotContain(SECRET));
        }
    }
}
