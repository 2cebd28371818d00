package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code render} through the launcher: a process, a Spark and files, as users have them. */
class RenderIT {
    private static final String MAGPI_CHECKSUM = "bb54bf33";
    private static final String HEADTOHEAD_CHECKSUM = "f824d4bf";
    private static final Path LAUNCHER = Path.of("submit", "mandelspark").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void theCommandOfTheReadmeWritesWhatItSays() throws Exception {
        LauncherCall.Result result = launcher()
                .run(
                        "render",
                        "--view",
                        "magpi",
                        "--out",
                        "out/magpi.png",
                        "--out",
                        "out/magpi.npy",
                        "--out",
                        "out/magpi.json");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.errLines()).isEmpty();
        assertThat(result.out()).contains("15,945,898 iterations").contains(MAGPI_CHECKSUM);
        assertThat(ImageIO.read(folder.resolve("out/magpi.png").toFile()).getHeight())
                .isEqualTo(1000);
        int[] counts = ReferenceCounts.int32(Files.readAllBytes(folder.resolve("out/magpi.npy")), 1000, 1000);
        assertThat(Arrays.stream(counts).asLongStream().sum()).isEqualTo(15_945_898);
        JsonNode record = record("out/magpi.json");
        assertThat(record.path("checksum").asText()).isEqualTo(MAGPI_CHECKSUM);
        assertThat(record.path("environment").path("spark").path("master").asText())
                .startsWith("local[");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void separateExecutorProcessesGiveTheSamePixels() throws Exception {
        LauncherCall.Result result = launcher()
                .run(
                        "--master",
                        "local-cluster[2,1,1024]",
                        "render",
                        "--view",
                        "magpi",
                        "--kernel",
                        "simd",
                        "--schedule",
                        "over:8",
                        "--out",
                        "magpi.json");
        assertThat(result.status()).as(result.err()).isZero();
        JsonNode record = record("magpi.json");
        assertThat(record.path("checksum").asText()).isEqualTo(MAGPI_CHECKSUM);
        assertThat(record.path("workers").asInt()).isEqualTo(2);
        assertThat(record.path("methods").toString()).contains("simd");
        Set<String> executors = new HashSet<>();
        for (JsonNode chunk : record.path("chunks")) {
            executors.add(chunk.path("executor").asText());
            assertThat(chunk.path("start_ns").asLong()).isPositive();
            assertThat(chunk.path("end_ns").asLong()).isLessThan((long)
                    (record.path("totals").path("wall_seconds").path("compute").asDouble() * 1e9));
        }
        assertThat(executors).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void aLargePictureNeedsRoomForOneArrayOnly() throws Exception {
        // 16384² counts are 1 GiB: a heap of 1.4 GiB has no room for a second one.
        LauncherCall.Result result = launcher()
                .run(
                        "--driver-memory",
                        "1400m",
                        "render",
                        "--view",
                        "magpi",
                        "--size",
                        "16384x16384",
                        "--max-iter",
                        "20",
                        "--out",
                        "large.npy");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(Files.size(folder.resolve("large.npy"))).isEqualTo(128 + 4L * 16384 * 16384);
    }

    @Test
    void aHeapThatCannotHoldTheArrayIsRefusedBeforeTheWork() throws Exception {
        LauncherCall.Result result =
                launcher().run("--driver-memory", "600m", "render", "--size", "16384x16384", "--out", "large.npy");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).contains("--size 16384x16384").contains("--driver-memory");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void chunksTooLargeForTheHeapAreRefusedToo() throws Exception {
        LauncherCall.Result result = launcher()
                .run(
                        "--driver-memory",
                        "1400m",
                        "render",
                        "--size",
                        "16384x16384",
                        "--schedule",
                        "static",
                        "--out",
                        "large.npy");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).contains("--driver-memory");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "render --region 1,-1,0,1",
                "render --view nowhere",
                "render --out taken.npy",
                "render --out picture.gif",
                "rendr",
            })
    void badInputIsOneLineAndStatusTwo(String command) throws Exception {
        Files.writeString(folder.resolve("taken.npy"), "mine");
        LauncherCall.Result result = launcher().run(command.split(" ", -1));
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines()).hasSize(1);
        assertThat(folder.resolve("taken.npy")).hasContent("mine");
    }

    @Test
    void withoutTheVectorModuleTheKernelFallsBackAndSaysSoOnce() throws Exception {
        LauncherCall.Result result = plainJava("--view", "magpi");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains(MAGPI_CHECKSUM).contains("kernel    naive");
        assertThat(result.err().lines().filter(line -> line.contains("falls back")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("--add-modules=jdk.incubator.vector"));
    }

    /** Without C2 vectors are slower than the plain loop, which takes over. */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:TieredStopAtLevel=1", "-Xint"})
    void withoutItsCompilerTheKernelFallsBackAndNamesTheSwitchOnce(String option) throws Exception {
        LauncherCall.Result result = plainJava(
                "--add-modules=jdk.incubator.vector",
                option,
                "--view",
                "headtohead",
                "--size",
                "40",
                "--schedule",
                "cyclic");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("kernel    naive");
        assertThat(result.err().lines().filter(line -> line.contains("falls back")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains(option.replaceAll("=.*", "")));
    }

    /** Without the instruction for it a vector fma is slow, and a product and a sum have the same bits. */
    @Test
    void withoutFmaTheKernelHasTheSamePixels() throws Exception {
        LauncherCall.Result result =
                plainJava("--add-modules=jdk.incubator.vector", "-XX:-UseFMA", "--view", "headtohead");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("kernel    simd").contains(HEADTOHEAD_CHECKSUM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "2048", "wide"})
    void aVectorWidthThatDoesNotExistIsAnError(String bits) throws Exception {
        LauncherCall.Result result = plainJava(
                "--add-modules=jdk.incubator.vector", "-Dmandelspark.simd.bits=" + bits, "--view", "headtohead");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("-Dmandelspark.simd.bits=" + bits)
                .contains("the widths are 64, 128, 256 and 512");
    }

    /** A render on threads by a java line without Spark's options; options of java come first. */
    private static LauncherCall.Result plainJava(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        int javaOptions = Arrays.asList(options).indexOf("--view");
        command.addAll(List.of(options).subList(0, javaOptions));
        command.addAll(List.of(
                "-cp",
                Path.of("target", "mandelspark.jar").toAbsolutePath() + ":"
                        + Path.of("target", "spark-home", "jars").toAbsolutePath() + "/*",
                "org.mandelspark.cli.Main",
                "render",
                "--kernel",
                "simd",
                "--engine",
                "threads"));
        command.addAll(List.of(options).subList(javaOptions, options.length));
        return LauncherCall.finish(new ProcessBuilder(command).start());
    }

    private LauncherCall launcher() {
        return new LauncherCall(LAUNCHER).in(folder);
    }

    private JsonNode record(String file) throws IOException {
        return JsonMapper.builder().build().readTree(folder.resolve(file).toFile());
    }
}
