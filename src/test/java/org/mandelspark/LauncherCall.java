package org.mandelspark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One call of a launcher script as a process of its own, in an environment that knows no Spark and no Java yet. */
final class LauncherCall {
    private static final long TIMEOUT_SECONDS = 180;
    private static final long DUMP_SECONDS = 10;

    /** What a command starts with so that modes of files bind it: root goes without its privilege to ignore them. */
    static final List<String> BOUND_BY_MODES = System.getProperty("user.name").equals("root")
            ? List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
            : List.of();

    /** How a call ended. */
    record Result(int status, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }

        /**
         * What was said on stderr, without the one warning that no option of a JVM hides, its note of what is in
         * JAVA_TOOL_OPTIONS, and what the first call with a Java says of its archive.
         */
        List<String> errLines() {
            return err.lines()
                    .filter(line -> !line.equals("WARNING: Using incubator modules: jdk.incubator.vector"))
                    .filter(line -> !line.startsWith("Picked up "))
                    .filter(line -> !line.startsWith("mandelspark: preparing a faster start "))
                    .toList();
        }
    }

    private final ProcessBuilder builder = new ProcessBuilder();
    private final List<String> prefix = new ArrayList<>();
    private final Path script;

    LauncherCall(Path script) {
        this.script = script;
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("SPARK_")
                        || name.startsWith("MANDELSPARK_")
                        || List.of("JAVA_HOME", "LOG4J_CONFIGURATION_FILE", "MASTER")
                                .contains(name));
    }

    LauncherCall with(String variable, Object value) {
        builder.environment().put(variable, value.toString());
        return this;
    }

    /** Programs of this folder are found before all others. */
    LauncherCall withPrograms(Path folder) {
        return with("PATH", folder + ":" + builder.environment().get("PATH"));
    }

    /** By a user who may write only where modes of files say so. */
    LauncherCall boundByModes() {
        prefix.addAll(BOUND_BY_MODES);
        return this;
    }

    LauncherCall in(Path folder) {
        builder.directory(folder.toFile());
        return this;
    }

    Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(script.toString());
        command.addAll(List.of(args));
        Process process = builder.command(command).start();
        process.getOutputStream().close();
        return process;
    }

    Result run(String... args) throws IOException, InterruptedException {
        return finish(start(args));
    }

    /** Waits for the end, but not for ever. */
    static Result finish(Process process) throws InterruptedException {
        CompletableFuture<String> out = reading(process.getInputStream());
        CompletableFuture<String> err = reading(process.getErrorStream());
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            List<ProcessHandle> running = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .toList();
            String stacks = running.stream().map(LauncherCall::stacks).collect(Collectors.joining());
            // Whoever holds the other end of stderr must be gone before all of it can be read.
            running.forEach(ProcessHandle::destroyForcibly);
            throw new AssertionError("still running after " + TIMEOUT_SECONDS + " s: " + err.join() + stacks);
        }
        return new Result(process.exitValue(), out.join(), err.join());
    }

    /** What the threads of a process are doing, if it is a Java and answers. */
    private static String stacks(ProcessHandle process) {
        Path jstack = Path.of(System.getProperty("java.home"), "bin", "jstack");
        try {
            Process dump = new ProcessBuilder(jstack.toString(), String.valueOf(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            CompletableFuture<String> stacks = reading(dump.getInputStream());
            if (!dump.waitFor(DUMP_SECONDS, TimeUnit.SECONDS)) {
                dump.destroyForcibly();
            }
            return "\n" + stacks.join();
        } catch (IOException e) {
            return "\nno stacks of process " + process.pid() + ": " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** All of a stream, read by a thread of its own: a pool may have fewer threads than there are streams to be emptied. */
    private static CompletableFuture<String> reading(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> text(stream), task -> new Thread(task, "reader").start());
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an executable shell script. */
    static Path program(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /**
     * A JDK that is none: its java gives a command as StartCommand does and, when that is run, prints which Java it is,
     * who chose it, in which process it runs and with which arguments.
     */
    static Path fakeJdk(Path home, Map<String, String> release) throws IOException {
        program(home.resolve("bin/java"), """
                for last; do :; done
                case " $* " in
                    *" org.mandelspark.cli.StartCommand "*) printf "command=('%s' '%s')" "$0" "$last" >&3 ;;
                    *) printf '%s\\n' "home=$JAVA_HOME" "source=$MANDELSPARK_JDK_SOURCE" "process=$$" "arguments=$*" ;;
                esac
                """);
        program(home.resolve("bin/javac"), "exit 1\n");
        StringBuilder lines = new StringBuilder();
        release.forEach(
                (key, value) -> lines.append(key).append("=\"").append(value).append("\"\n"));
        Files.writeString(home.resolve("release"), lines);
        return home;
    }

    /** The same with the modules that Mandelspark needs. */
    static Path fakeJdk(Path home, String version) throws IOException {
        return fakeJdk(home, Map.of("JAVA_VERSION", version, "MODULES", "java.base jdk.incubator.vector jdk.zipfs"));
    }
}
