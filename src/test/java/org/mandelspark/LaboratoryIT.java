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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;

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
        List<Run> kept = RunLog.read(study.toString());
        assertThat(kept).hasSizeGreaterThanOrEqualTo(ENOUGH);

        LauncherCall.Result resumed = launcher().run(scaling(study, "3", "--resume"));
        assertThat(resumed.status()).as(resumed.err()).isZero();
        List<Run> all = RunLog.read(study.toString());
        assertThat(all.subList(0, kept.size())).isEqualTo(kept);
        assertThat(all.stream()
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

    @Test
    void whoeverElseWouldWriteWhereAStudyRunsIsRefused() throws Exception {
        Path study = Files.createDirectory(folder.resolve("study"));
        Process first = launcher().start(scaling(study, "100000", "--engine", "threads"));
        try {
            awaitRuns(study, first);
            for (String way : List.of("--resume", "--force")) {
                LauncherCall.Result second = launcher().run(scaling(study, "1", "--engine", "threads", way));
                assertThat(second.errLines())
                        .containsExactly("mandelspark scaling: --out " + study + ": another process is writing there;"
                                + " wait until it is done, or name another folder");
                assertThat(second.status()).isEqualTo(2);
                assertThat(second.out()).isEmpty();
            }
            LauncherCall.Result fresh = launcher().run(scaling(study, "1", "--engine", "threads"));
            assertThat(fresh.errLines()).singleElement().asString().contains("is already there");
            assertThat(fresh.status()).isEqualTo(2);
            assertThat(first.isAlive()).isTrue();
            assertThat(study.resolve("scaling.csv")).doesNotExist();
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void aStudyThatIsInterruptedSaysHowManyRunsItKeepsAndHowToGoOn() throws Exception {
        Path study = Files.createDirectory(folder.resolve("study"));
        // Whoever starts the tests in the background has interrupts ignored, and so have all children.
        Process process = new LauncherCall(Path.of("/usr/bin/env"))
                .in(folder)
                .start(Stream.concat(
                                Stream.of("--default-signal=INT", LAUNCHER.toString()),
                                Stream.of(scaling(study, "100000")))
                        .toArray(String[]::new));
        try {
            awaitRuns(study, process);
            assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            LauncherCall.Result interrupted = LauncherCall.finish(process);
            int kept = RunLog.read(study.toString()).size();
            assertThat(interrupted.errLines())
                    .containsExactly("mandelspark scaling: stopped; %,d runs are kept in %s; the same command with"
                                    .formatted(kept, study)
                            + " --resume goes on");
            assertThat(interrupted.status()).isEqualTo(130);
            assertThat(interrupted.out()).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
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

    private static String[] scaling(Path study, String repeats, String... more) {
        List<String> words = new ArrayList<>(List.of("scaling", "--size", "200x200", "--workers", "1,2"));
        words.addAll(List.of("--warmup", "1", "--repeats", repeats, "--seed", "1", "--out", study.toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private LauncherCall launcher() {
        return new LauncherCall(LAUNCHER).in(folder);
    }
}
