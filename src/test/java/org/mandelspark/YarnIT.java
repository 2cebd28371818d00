package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code submit/yarn} with the very jar of the build, on a YARN and an HDFS of one node. */
@Tag("cluster")
class YarnIT {
    private static final String VIEW = """
            region   = -2, 0.5, -1.25, 1.25
            size     = 300x200
            max-iter = 500
            """;

    @TempDir
    private static Path folder;

    private static Spark35 spark;
    private static HadoopCluster cluster;
    private static FileSystem files;

    @BeforeAll
    static void start() throws Exception {
        spark = Spark35.find();
        cluster = HadoopCluster.start(folder, spark.javaHome());
        files = cluster.files();
        write("/views/mine.properties", VIEW);
    }

    @AfterAll
    static void stop() throws IOException {
        if (files != null) {
            files.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "cluster"})
    void aRenderReadsItsViewFromHdfsAndWritesThere(String deployMode) throws Exception {
        String out = "hdfs:///" + deployMode;
        LauncherCall.Result result = submit(
                "--deploy-mode",
                deployMode,
                "render",
                "--view",
                "hdfs:///views/mine.properties",
                "--kernel",
                "simd",
                "--out",
                out + "/mine.npy",
                "--out",
                out + "/mine.png",
                "--out",
                out + "/mine.json");
        assertThat(result.status()).as(result.err()).isZero();

        JsonNode record = record(out + "/mine.json");
        JsonNode environment = record.path("environment").path("spark");
        assertThat(environment.path("version").asText()).isEqualTo(Spark35.VERSION);
        assertThat(environment.path("master").asText()).isEqualTo("yarn");
        assertThat(environment.path("settings").path("spark.submit.deployMode").asText())
                .isEqualTo(deployMode);
        assertThat(record.path("workers").asInt()).isEqualTo(2);
        assertThat(record.path("methods").toString()).contains("simd");
        assertThat(executors(record)).hasSize(2).doesNotContain("driver");
        assertThat(record.path("checksum").asText()).isEqualTo(serialChecksum("mine.properties", VIEW));

        int[] counts = ReferenceCounts.int32(read(out + "/mine.npy"), 200, 300);
        assertThat(Arrays.stream(counts).asLongStream().sum())
                .isEqualTo(record.path("totals").path("iterations").asLong());
        try (InputStream picture = files.open(path(out + "/mine.png"))) {
            assertThat(ImageIO.read(picture).getWidth()).isEqualTo(300);
        }
        assertThat(names(out)).containsExactly("mine.json", "mine.npy", "mine.png");
    }

    @Test
    void aPyramidIsWrittenToHdfsByTheExecutorsAndFoundEqual() throws Exception {
        LauncherCall.Result made = submit(
                "pyramid",
                "--view",
                "hdfs:///views/mine.properties",
                "--tile",
                "64",
                "--counts",
                "--out",
                "hdfs:///pyramids/mine");
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(executors(record("hdfs:///pyramids/mine/run.json"))).doesNotContain("driver");
        try (InputStream tile = files.open(path("hdfs:///pyramids/mine/mine_files/9/0_0.png"))) {
            assertThat(ImageIO.read(tile).getWidth()).isEqualTo(64);
        }
        LauncherCall.Result checked = submit("verify", "hdfs:///pyramids/mine");
        assertThat(checked.status()).as(checked.out() + checked.err()).isZero();
        assertThat(checked.out()).contains("all equal");
        LauncherCall.Result recoloured = submit(
                "recolour",
                "hdfs:///pyramids/mine",
                "--colouring",
                "histogram",
                "--palette",
                "tide",
                "--out",
                "hdfs:///pyramids/tide");
        assertThat(recoloured.status()).as(recoloured.err()).isZero();
        assertThat(submit("verify", "hdfs:///pyramids/tide").out()).contains("all equal");
    }

    @Test
    void aJobThatFailsInTheClusterFailsHereAndIsNotTriedAgain() throws Exception {
        write("/taken.json", "mine");
        LauncherCall.Result result =
                submit("--deploy-mode", "cluster", "render", "--view", "magpi", "--out", "/taken.json");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("failed 1 times").contains("/taken.json is already there");
        assertThat(new String(read("/taken.json"), StandardCharsets.UTF_8)).isEqualTo("mine");
    }

    @Test
    void aViewThatIsNotOnHdfsIsMissedBeforeADriverIsSent() throws Exception {
        LauncherCall.Result result =
                submit("--deploy-mode", "cluster", "render", "--view", "hdfs:///views/nowhere.properties");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .contains("cannot read hdfs:///views/nowhere.properties: no such file");
    }

    @Test
    void wordsOfDocumentsOnHdfsAreCounted() throws Exception {
        write("/texts/a.txt", "One fish, two fish\n");
        write("/texts/deep/b.txt", "Red fish\n");
        LauncherCall.Result result = submit("wordcount", "hdfs:///texts", "--out", "/counts.tsv");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(new String(read("/counts.tsv"), StandardCharsets.UTF_8))
                .isEqualTo("fish\t3\none\t1\nred\t1\ntwo\t1\n");
    }

    @Test
    void everyExecutorReports() throws Exception {
        LauncherCall.Result result = submit("hosts", "--out", "/hosts.json");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("reached   2 workers in 2 executors on 1 host");
        Set<Long> processes = new TreeSet<>();
        record("/hosts.json")
                .path("workers")
                .forEach(worker -> processes.add(worker.path("process_id").asLong()));
        assertThat(processes).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"mojo, 600x600, 20000, naive", "flake, 160x160, 60000, deep-steps"})
    void anExecutorKilledInTheMiddleCostsTimeAndNoPixel(String name, String size, int maxIter, String kernel)
            throws Exception {
        String view = Files.readString(Path.of("conf", "views", name + ".properties"))
                .replaceFirst("(?m)^size .*$", "size = " + size)
                .replaceFirst("(?m)^max-iter .*$", "max-iter = " + maxIter);
        write("/views/long.properties", view);
        Process job = launcher()
                .start(arguments(
                        "render",
                        "--view",
                        "hdfs:///views/long.properties",
                        "--kernel",
                        kernel,
                        "--schedule",
                        "over:8",
                        "--verbose",
                        "--force",
                        "--out",
                        "/long.json"));
        List<String> err = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(job.getErrorStream(), StandardCharsets.UTF_8))) {
            boolean killed = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                err.add(line);
                if (!killed && line.contains("Finished task")) {
                    killed = cluster.executor().destroyForcibly();
                }
            }
            assertThat(killed).as(String.join("\n", err)).isTrue();
            assertThat(job.waitFor()).as(String.join("\n", err)).isZero();
        }
        JsonNode record = record("/long.json");
        assertThat(record.path("totals").path("retries").asInt()).isPositive();
        assertThat(record.path("checksum").asText()).isEqualTo(serialChecksum("long.properties", view));
    }

    /** Of the same view, computed here without Spark. */
    private static String serialChecksum(String name, String view) throws Exception {
        Path here = folder.resolve("serial-" + name);
        Files.writeString(here, view);
        LauncherCall.Result result =
                spark.launcher("mandelspark").run("render", "--engine", "serial", "--view", here.toString());
        assertThat(result.status()).as(result.err()).isZero();
        return result.outLines().stream()
                .filter(line -> line.startsWith("checksum"))
                .map(line -> line.replaceFirst("^checksum +(\\p{XDigit}+) .*$", "$1"))
                .findFirst()
                .orElseThrow();
    }

    private static LauncherCall.Result submit(String... arguments) throws Exception {
        return launcher().run(arguments(arguments));
    }

    private static LauncherCall launcher() {
        return spark.launcher("yarn").with("HADOOP_CONF_DIR", cluster.conf()).with("SPARK_LOCAL_IP", "127.0.0.1");
    }

    /** Spark's jars need not travel, and containers start with the environment of the cluster's process. */
    private static String[] arguments(String... arguments) {
        return Stream.concat(
                        Stream.of(
                                "--conf",
                                "spark.yarn.jars=local:" + Spark35.HOME + "/jars/*",
                                "--conf",
                                "spark.yarn.appMasterEnv.SPARK_LOCAL_IP=127.0.0.1",
                                "--conf",
                                "spark.executorEnv.SPARK_LOCAL_IP=127.0.0.1",
                                "--driver-memory",
                                "512m",
                                "--num-executors",
                                "2",
                                "--executor-memory",
                                "512m"),
                        Stream.of(arguments))
                .toArray(String[]::new);
    }

    private static Set<String> executors(JsonNode record) {
        Set<String> executors = new TreeSet<>();
        record.path("chunks")
                .forEach(chunk -> executors.add(chunk.path("executor").asText()));
        return executors;
    }

    private static List<String> names(String path) throws IOException {
        return Stream.of(files.listStatus(path(path)))
                .map(FileStatus::getPath)
                .map(org.apache.hadoop.fs.Path::getName)
                .sorted()
                .toList();
    }

    private static JsonNode record(String path) throws IOException {
        return JsonMapper.builder().build().readTree(read(path));
    }

    private static byte[] read(String path) throws IOException {
        try (InputStream in = files.open(path(path))) {
            return in.readAllBytes();
        }
    }

    private static void write(String path, String text) throws IOException {
        try (OutputStream out = files.create(path(path))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static org.apache.hadoop.fs.Path path(String path) {
        return new org.apache.hadoop.fs.Path(path);
    }
}
