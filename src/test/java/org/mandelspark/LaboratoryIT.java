package org.mandelspark;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunLog;

/** Studies through the launcher: a process that is killed, one that goes on, and one that simulates what they found. */
class LaboratoryIT {
    private static final Path LAUNCHER = Path.of("submit", "mandelspark").toAbsolutePath();
    private static final int ENOUGH = 12;

    @TempDir
    private Path folder;

    @Test
    void aStudyThatIsKilledKeepsItsRunsAndGoesOn() throws Exception {
        Path study = Files.createDirectory(folder.resolve("study"));
        Process killed = launcher().start(scaling(study, "100000"));
        try {
            awaitRuns(study, killed);
        } finally {
            killed.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
            killed.destroyForcibly().waitFor();
        }
        List<RecordedRun> kept = RunLog.read(study.toString());
        assertThat(kept).hasSizeGreaterThanOrEqualTo(ENOUGH);

        String[] goOn = Stream.concat(Stream.of(scaling(study, "3")), Stream.of("--resume"))
                .toArray(String[]::new);
        LauncherCall.Result resumed = launcher().run(goOn);
        assertThat(resumed.status()).as(resumed.err()).isZero();
        List<RecordedRun> all = RunLog.read(study.toString());
        assertThat(all.subList(0, kept.size()))
                .extracting(RecordedRun::text)
                .isEqualTo(kept.stream().map(RecordedRun::text).toList());
        assertThat(all.stream()
                        .map(RecordedRun::run)
                        .filter(run ->
                                run.phase() == Phase.MEASURED && run.engine().equals("spark"))
                        .count())
                .isEqualTo(2 * 3);
        assertThat(Files.readAllLines(study.resolve("scaling.csv"))).hasSize(3);
        try (Stream<Path> files = Files.list(study)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("nothing half-written is left under a name of the study")
                    .contains("runs.json", "scaling.csv", "rows.csv");
        }

        LauncherCall.Result simulated = launcher()
                .run("simulate", "--from", study.toString(), "--workers", "2,88", "--schedules", "static,cyclic");
        assertThat(simulated.status()).as(simulated.err()).isZero();
        assertThat(simulated.out()).contains("static").contains("cyclic");
    }

    /** Waits until the file of runs has been replaced often enough. */
    private static void awaitRuns(Path study, Process process) throws IOException, InterruptedException {
        try (WatchService changes = FileSystems.getDefault().newWatchService()) {
            study.register(changes, ENTRY_CREATE, ENTRY_MODIFY);
            while (!Files.exists(study.resolve(RunLog.NAME))
                    || RunLog.read(study.toString()).size() < ENOUGH) {
                WatchKey change = changes.poll(2, TimeUnit.MINUTES);
                assertThat(change).as("a run is written").isNotNull();
                change.pollEvents();
                change.reset();
                assertThat(process.isAlive()).isTrue();
            }
        }
    }

    private static String[] scaling(Path study, String repeats) {
        return new String[] {
            "scaling",
            "--size",
            "200x200",
            "--workers",
            "1,2",
            "--warmup",
            "1",
            "--repeats",
            repeats,
            "--seed",
            "1",
            "--out",
            study.toString()
        };
    }

    private LauncherCall launcher() {
        return new LauncherCall(LAUNCHER).in(folder);
    }
}
