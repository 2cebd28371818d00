package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spark-submit was told in confidence is not told on, whatever is asked to be told. */
class SecretsIT {
    private static final String SECRET = "hunter2";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "render --size 40x30 --out out/a.json --out out/a.png",
                "scaling --size 40x30 --workers 1,2 --warmup 1 --repeats 1 --out out",
                "hosts --out out/hosts.json",
            })
    void noFileAndNoLineHoldsASecret(String command) throws Exception {
        List<String> call = new ArrayList<>(List.of(
                "--conf",
                "spark.ssl.keyPassword=" + SECRET,
                "--conf",
                "spark.hadoop.fs.s3a.secret.key=" + SECRET,
                "--conf",
                "spark.hadoop.fs.azure.account.key.here=" + SECRET,
                "--conf",
                "spark.executorEnv.API_KEY=" + SECRET,
                "--conf",
                "spark.hadoop.some.address=https://me:" + SECRET + "@127.0.0.1/",
                "--driver-java-options",
                "-Dmy.password=" + SECRET));
        call.addAll(Arrays.asList(command.split(" ", -1)));
        call.add("--verbose");
        LauncherCall.Result result = new LauncherCall(Path.of("submit", "local").toAbsolutePath())
                .in(folder)
                .run(call.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err()).contains("INFO").doesNotContain(SECRET);
        assertThat(result.out()).doesNotContain(SECRET);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(SECRET));
        }
    }
}
