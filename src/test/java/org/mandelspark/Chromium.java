package org.mandelspark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A browser without a window and without a network but this machine, and what it says of a page. */
public final class Chromium {
    private static final int TIMEOUT_MINUTES = 5;

    private final Path folder;

    /**
     * A browser.
     *
     * @param folder for its files and its output
     */
    public Chromium(Path folder) {
        for (String program : List.of("chromium", "pdftotext", "pdfinfo")) {
            assumeTrue(
                    isInstalled(program),
                    program + " is not installed: apt-get install chromium poppler-utils provides it");
        }
        this.folder = folder;
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /**
     * Opens a page.
     *
     * @param flags what to do with it, beside {@code --headless}
     */
    public Result open(Path page, String... flags) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(flags));
        all.add("--virtual-time-budget=20000");
        return openUntilLoaded(page.toUri(), all.toArray(String[]::new));
    }

    /** Does so without running ahead of time: a page that loads something is watched for as long as that takes. */
    public Result openUntilLoaded(URI page, String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--enable-logging=stderr",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
        command.addAll(List.of(flags));
        command.add(page.toString());
        return run(command);
    }

    /** Runs another program and waits for it. */
    public Result run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command + " took more than " + TIMEOUT_MINUTES + " minutes");
        }
        return new Result(process.exitValue(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** What came of it. */
    public record Result(int status, String out, String err) {
        /** What the page or the browser wrote to the page's console. */
        public List<String> console() {
            return err.lines().filter(line -> line.contains("CONSOLE")).toList();
        }
    }
}
