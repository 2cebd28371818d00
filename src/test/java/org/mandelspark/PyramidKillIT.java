package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed while they write a pyramid: in the end it is, byte for byte, the one that nobody disturbed. */
@Tag("cluster")
class PyramidKillIT {
    private static final List<String> PYRAMID =
            List.of("pyramid", "--view", "mojo", "--size", "1024", "--max-iter", "12000", "--tile", "64");

    /** Blocks take a while, so that there is a middle. */
    private static final List<String> SLOWLY = List.of("--kernel", "naive", "--interior", "none");

    /** Blocks that are finished when a process is killed. */
    private static final List<Integer> POINTS = List.of(6, 20, 40);

    private static final int BLOCKS = 64;

    private static SortedMap<String, String> undisturbed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeOneThatNobodyDisturbs(@TempDir Path folder) throws Exception {
        Path pyramid = folder.resolve("p");
        succeeds(local(folder).start(words(PYRAMID, List.of("--out", pyramid.toString()))));
        undisturbed = content(pyramid);
        assertThat(undisturbed).containsKeys("manifest.json", "p_files/10/15_15.png", "p_files/0/0_0.png");
    }

    /** One after the other in one folder: each attempt finds what those before it left. */
    @Test
    void aDriverThatIsKilledThreeTimesIsResumedEachTime() throws Exception {
        Path pyramid = folder.resolve("p");
        List<String> resume = List.of();
        for (int finished : POINTS) {
            Process driver = local(folder).start(words(verbose(pyramid, 2), resume));
            new ProcessLog(driver.getInputStream());
            ProcessLog said = new ProcessLog(driver.getErrorStream());
            awaitBlocks(finished, said);
            // It is alive, and does not end before somebody else has tried.
            stop(driver);
            resume = List.of("--resume");
            LauncherCall.Result second = local(folder).run(words(slow(pyramid, 2), resume));
            assertThat(second.status()).isEqualTo(2);
            assertThat(second.errLines()).singleElement().asString().contains("another process is writing there");
            driver.destroyForcibly().waitFor();
            assertThat(pyramid.resolve("manifest.json")).doesNotExist();
        }
        succeeds(local(folder).start(words(slow(pyramid, 1), resume)));
        assertThat(content(pyramid)).isEqualTo(undisturbed);
    }

    @Test
    void executorsThatAreKilledAreReplaced() throws Exception {
        try (StandaloneCluster cluster = StandaloneCluster.ofTwo(folder)) {
            assertThat(disturbed(cluster, 2, cluster::killAnExecutor)).isEqualTo(undisturbed);
        }
    }

    @Test
    void whenWorkersDieTheLastOneFinishes() throws Exception {
        try (StandaloneCluster cluster = new StandaloneCluster(folder, 4, Map.of())) {
            assertThat(disturbed(cluster, 4, cluster::killAWorker)).isEqualTo(undisturbed);
        }
    }

    /** A pyramid written by a cluster on which something happens three times. */
    private SortedMap<String, String> disturbed(StandaloneCluster cluster, int workers, Runnable fault)
            throws Exception {
        Path pyramid = folder.resolve("p");
        Process driver = cluster.launcher(folder)
                .start(words(
                        List.of("--master", cluster.url(), "--executor-memory", "512m"), verbose(pyramid, workers)));
        new ProcessLog(driver.getInputStream());
        ProcessLog said = new ProcessLog(driver.getErrorStream());
        for (int finished : POINTS) {
            awaitBlocks(finished, said);
            fault.run();
        }
        assertThat(driver.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(driver.exitValue()).as(said.text()).isZero();
        return content(pyramid);
    }

    private static void stop(Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void awaitBlocks(int finished, ProcessLog said) throws InterruptedException {
        said.await("Finished task .*\\(" + finished + "/" + BLOCKS + "\\)");
    }

    private static List<String> slow(Path pyramid, int workers) {
        List<String> words = new ArrayList<>(PYRAMID);
        words.addAll(SLOWLY);
        words.addAll(List.of(
                "--schedule",
                "over:" + BLOCKS / workers,
                "--workers",
                String.valueOf(workers),
                "--out",
                pyramid.toString()));
        return words;
    }

    private static List<String> verbose(Path pyramid, int workers) {
        return List.of(words(slow(pyramid, workers), List.of("--verbose")));
    }

    private static String[] words(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toArray(String[]::new);
    }

    private static LauncherCall local(Path folder) {
        return new LauncherCall(Path.of("submit", "mandelspark").toAbsolutePath())
                .in(folder)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("MASTER", "local[2]");
    }

    private static void succeeds(Process process) throws InterruptedException {
        LauncherCall.Result result = LauncherCall.finish(process);
        assertThat(result.status()).as(result.err()).isZero();
    }

    /** All files but those that say when, where or how they were made. */
    private static SortedMap<String, String> content(Path pyramid) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(pyramid)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = pyramid.relativize(file).toString();
                if (!List.of("run.json", "index.html", ".lock").contains(name)) {
                    content.put(name, Arrays.hashCode(Files.readAllBytes(file)) + " of " + Files.size(file));
                }
            }
        }
        return content;
    }
}
