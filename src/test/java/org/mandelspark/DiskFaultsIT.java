package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more, one that takes nothing, and a process killed while it writes, as operating systems have them. */
class DiskFaultsIT {
    /** Of a file, in the kibibytes of bash; the array has 4 MB. */
    private static final int LARGEST_FILE_KIB = 1000;

    @TempDir
    private Path folder;

    @Test
    void anOutputThatDoesNotFitIsOneLineAndLeavesNothing() throws Exception {
        LauncherCall.Result result = render("ulimit -f " + LARGEST_FILE_KIB, folder);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines())
                .containsExactly(
                        "mandelspark render: cannot write " + folder.resolve("magpi.npy") + ": File too large");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsRefusedBeforeTheWork() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        LauncherCall.Result result = render("chmod 555 '" + closed + "'", closed);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly(
                        "mandelspark render: cannot write " + closed.resolve("magpi.npy") + ": permission denied");
        assertThat(closed).isEmptyDirectory();
    }

    @Test
    void aDriverThatIsKilledWhileItWritesLeavesNoHalfFileAndTheNextOneWrites() throws Exception {
        Path npy = folder.resolve("large.npy");
        String[] render = {
            "render", "--view", "magpi", "--size", "12000x12000", "--max-iter", "8", "--out", npy.toString()
        };
        LauncherCall launcher =
                new LauncherCall(Path.of("submit", "mandelspark").toAbsolutePath());
        Path part;
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_MODIFY);
            Process driver = launcher.start(render);
            part = awaitPart(changes);
            driver.destroyForcibly().waitFor();
        }
        assertThat(part).exists();
        assertThat(npy).doesNotExist();
        LauncherCall.Result next = launcher.run(render);
        assertThat(next.status()).as(next.err()).isZero();
        assertThat(npy).hasSize(128 + 4L * 12000 * 12000);
    }

    /** The file that a job writes aside: the one that it makes only to find out whether it may is not modified. */
    private Path awaitPart(WatchService changes) throws InterruptedException {
        while (true) {
            WatchKey key = changes.poll(90, TimeUnit.SECONDS);
            assertThat(key).as("nobody saw the job write").isNotNull();
            for (WatchEvent<?> event : key.pollEvents()) {
                if (event.context().toString().endsWith(".part")) {
                    return folder.resolve(event.context().toString());
                }
            }
            assertThat(key.reset()).isTrue();
        }
    }

    /** A render in a process that modes of files bind and that has made some preparation. */
    private LauncherCall.Result render(String preparation, Path into) throws Exception {
        List<String> command = new ArrayList<>(LauncherCall.BOUND_BY_MODES);
        command.addAll(List.of("bash", "-c", preparation + "; exec \"$@\"", "bash"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "mandelspark.jar").toAbsolutePath() + ":"
                        + Path.of("target", "spark-home", "jars").toAbsolutePath() + "/*",
                "org.mandelspark.cli.Main",
                "render",
                "--engine",
                "serial",
                "--kernel",
                "naive",
                "--view",
                "magpi",
                "--out",
                into.resolve("magpi.npy").toString()));
        return LauncherCall.finish(new ProcessBuilder(command).start());
    }
}
