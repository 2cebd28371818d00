package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.LauncherCall.Result;

/**
 * What the launcher builds and when: once with Maven itself in a fresh copy of the sources, else with a stand-in for
 * Maven and a stand-in for Java.
 */
@Timeout(300)
class FirstCallIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    /** What is left of a build: the jar, a Spark home, and the list that is written last. */
    private static final String BUILD = """
            mkdir -p target/spark-home/jars
            : >target/spark-home/jars/spark-core_2.13-4.2.0.jar
            : >target/mandelspark.jar
            : >target/spark-home.txt
            """;

    @TempDir
    private Path temp;

    private Path project;
    private Path programs;
    private Path jdk;

    @BeforeEach
    void copySources() throws IOException {
        project = Files.createDirectory(temp.resolve("a project"));
        programs = temp.resolve("programs");
        jdk = LauncherCall.fakeJdk(temp.resolve("jdk"), "17.0.9");
        for (String part : List.of("pom.xml", ".mvn", "src/main", "conf", "submit")) {
            copy(PROJECT.resolve(part), project.resolve(part));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private LauncherCall launcher() {
        return new LauncherCall(project.resolve("submit/mandelspark"))
                .withPrograms(programs)
                .with("MANDELSPARK_FAST_START", "no")
                .with("JAVA_HOME", jdk);
    }

    /** From now on Maven counts its calls and does this. */
    private void maven(String body) throws IOException {
        LauncherCall.program(programs.resolve("mvn"), "echo \"$*\" >>'" + calls() + "'\n" + body);
    }

    private Path calls() {
        return temp.resolve("maven-calls");
    }

    private void assertMavenCalls(int expected) throws IOException {
        assertThat(Files.exists(calls()) ? Files.readAllLines(calls()) : List.of())
                .hasSize(expected);
    }

    private static void assertStarted(Result result) {
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("arguments=");
    }

    private Path lock() {
        return project.resolve("target/launcher/building");
    }

    @Test
    void theFirstCallBuildsWithMavenAndTheSecondDoesNot() throws Exception {
        LauncherCall real = launcher().with("JAVA_HOME", System.getProperty("java.home"));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            real.with("MAVEN_OPTS", "-Dmaven.repo.local=" + repository);
        }
        Result first = real.in(temp).run("--version");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.outLines()).first().asString().startsWith("Mandelspark ");
        assertThat(first.errLines()).singleElement().asString().startsWith("mandelspark: building ");

        maven("exit 1\n");
        Result second = real.run("--version");
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.errLines()).isEmpty();
        assertMavenCalls(0);
    }

    @Test
    void aChangeInTheSourcesAndADeletionAreBuilt() throws Exception {
        maven(BUILD);
        assertStarted(launcher().run());
        assertStarted(launcher().run());
        assertMavenCalls(1);
        Path extra = Files.createFile(project.resolve("src/main/java/Extra.java"));
        assertStarted(launcher().run());
        assertMavenCalls(2);
        Files.delete(extra);
        assertStarted(launcher().run());
        assertMavenCalls(3);
        Files.writeString(project.resolve("conf/views/mine.properties"), "");
        assertStarted(launcher().run());
        assertMavenCalls(4);
        assertStarted(launcher().run());
        assertMavenCalls(4);
    }

    @Test
    void aJarAndASparkOfOnesOwnLeaveNothingToBuild() throws Exception {
        maven(BUILD);
        Path spark = temp.resolve("spark");
        LauncherCall.program(spark.resolve("bin/spark-submit"), "echo \"arguments=$*\"\n");
        LauncherCall call = launcher().with("MANDELSPARK_JAR", "local:///x.jar").with("SPARK_HOME", spark);
        Result result = call.run("render");
        assertStarted(result);
        assertThat(result.out()).contains("local:///x.jar render");
        assertMavenCalls(0);
    }

    @Test
    void aFailedBuildSaysWhyAndIsTriedAgain() throws Exception {
        maven("echo '[ERROR] /x/Foo.java:[3,1] a semicolon is missing'; echo '[ERROR] '; exit 1\n");
        Result failed = launcher().run();
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.errLines())
                .hasSize(3)
                .contains("[ERROR] /x/Foo.java:[3,1] a semicolon is missing")
                .last()
                .asString()
                .isEqualTo("mandelspark: the build failed, see " + project.resolve("target/launcher/build.log"));
        maven(BUILD);
        assertStarted(launcher().run());
        assertMavenCalls(2);
    }

    @Test
    void aBuildThatStoppedHalfwayIsNotTakenForCurrent() throws Exception {
        maven(BUILD);
        assertStarted(launcher().run());
        Files.delete(project.resolve("target/spark-home.txt"));
        assertStarted(launcher().run());
        assertMavenCalls(2);
        Files.delete(project.resolve("target/spark-home/jars/spark-core_2.13-4.2.0.jar"));
        assertStarted(launcher().run());
        assertMavenCalls(3);
    }

    @Test
    void withoutMavenAnOlderBuildIsUsedAndNoBuildIsSaid() throws Exception {
        onlyPrograms();
        LauncherCall call = launcher().with("PATH", programs);
        Result none = call.run();
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.errLines()).singleElement().asString().contains("install Maven 3.8 or newer");

        maven(BUILD);
        assertStarted(launcher().run());
        Files.delete(programs.resolve("mvn"));
        Files.createFile(project.resolve("src/main/java/Extra.java"));
        Result old = call.run();
        assertStarted(old);
        assertThat(old.errLines()).singleElement().asString().contains("older than the sources");
    }

    @Test
    void anInstallationThatMayOnlyBeReadIsUsedAsItIs() throws Exception {
        maven(BUILD);
        assertStarted(launcher().run("render"));
        Path cache = temp.resolve("cache");
        LauncherCall reader = launcher().boundByModes().with("XDG_CACHE_HOME", cache);
        close("target/launcher", "target");
        try {
            for (String[] call : List.of(new String[] {"render"}, new String[] {"--driver-memory", "1g", "render"})) {
                Result current = reader.run(call);
                assertStarted(current);
                assertThat(current.errLines()).isEmpty();
            }
            try (Stream<Path> kept = Files.walk(cache)) {
                assertThat(kept.filter(Files::isRegularFile))
                        .as("what the installation keeps is used")
                        .isEmpty();
            }
            Path other = LauncherCall.fakeJdk(temp.resolve("other"), "17.0.10");
            Result first = reader.with("JAVA_HOME", other).run("render");
            assertStarted(first);
            assertThat(first.errLines()).isEmpty();
            assertThat(cache).isDirectoryRecursivelyContaining("glob:**/mandelspark/*/command");

            Files.createFile(project.resolve("src/main/java/Extra.java"));
            Result due = reader.run("render");
            assertStarted(due);
            assertThat(due.errLines())
                    .singleElement()
                    .asString()
                    .contains(
                            "older than the sources",
                            "may not write to " + project.resolve("target"),
                            "using it as it is");
        } finally {
            open("target", "target/launcher");
        }
        assertMavenCalls(1);
    }

    @Test
    void withoutAnyPlaceToKeepSomethingCallsWorkAndKeepNothing() throws Exception {
        maven(BUILD);
        assertStarted(launcher().run("render"));
        LauncherCall reader = launcher()
                .boundByModes()
                .with("XDG_CACHE_HOME", project.resolve("target"))
                .with("JAVA_HOME", LauncherCall.fakeJdk(temp.resolve("other"), "17.0.10"));
        close("target/launcher", "target");
        try {
            for (String[] call : List.of(new String[] {"render"}, new String[] {"--driver-memory", "1g", "render"})) {
                Result result = reader.run(call);
                assertStarted(result);
                assertThat(result.errLines()).isEmpty();
            }
        } finally {
            open("target", "target/launcher");
        }
    }

    @Test
    void whatIsNotBuiltAndMayNotBeIsSaidInOneLine() throws Exception {
        maven(BUILD);
        close("");
        try {
            Result result =
                    launcher().boundByModes().with("XDG_CACHE_HOME", temp).run("render");
            assertThat(result.status()).isEqualTo(1);
            assertThat(result.errLines())
                    .singleElement()
                    .asString()
                    .contains("no complete build", "may not write to " + project.resolve("target"));
        } finally {
            open("");
        }
        assertMavenCalls(0);
    }

    @Test
    void aLockThatCannotBeMadeIsSaidInOneLine() throws Exception {
        maven(BUILD);
        Files.createDirectories(lock());
        Result result = launcher().run("render");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errLines()).singleElement().asString().contains("cannot write " + lock());
        assertMavenCalls(0);
    }

    private void close(String... folders) throws IOException {
        for (String folder : folders) {
            Files.setPosixFilePermissions(project.resolve(folder), PosixFilePermissions.fromString("r-xr-xr-x"));
        }
    }

    private void open(String... folders) throws IOException {
        for (String folder : folders) {
            Files.setPosixFilePermissions(project.resolve(folder), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** A folder of programs that is all that a launcher needs besides Maven, with some more. */
    private void onlyPrograms(String... more) throws IOException {
        for (String program : List.of("bash", "readlink", "find", "head", "sed", "mkdir", "mv", "rm")) {
            LauncherCall.program(programs.resolve(program), "exec '" + find(program) + "' \"$@\"\n");
        }
        for (String program : more) {
            LauncherCall.program(programs.resolve(program), "exec '" + find(program) + "' \"$@\"\n");
        }
    }

    private static Path find(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRuntimeWithoutCompilerCannotBuild() throws Exception {
        maven(BUILD);
        Files.delete(jdk.resolve("bin/javac"));
        Result result = launcher().run();
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errLines()).singleElement().asString().contains(jdk.toString(), "javac", "install a JDK");
        assertMavenCalls(0);
    }

    /** Perl locks where there is no flock, as on macOS. */
    @ParameterizedTest
    @ValueSource(strings = {"flock", "perl"})
    void ofTwoLaunchersOneBuildsAndTheOtherWaits(String locks) throws Exception {
        onlyPrograms(locks);
        Path gate = gate();
        maven("read -r line <'" + gate + "'\n" + BUILD);
        Process first = launcher().with("PATH", programs).start();
        try (var open = Files.newOutputStream(gate, StandardOpenOption.WRITE)) {
            Process second = launcher().with("PATH", programs).start();
            assertWaits(second);
            open.write('\n');
            open.flush();
            assertStarted(LauncherCall.finish(first));
            assertStarted(LauncherCall.finish(second));
        }
        assertMavenCalls(1);
    }

    @Test
    void aBuildWhoseLauncherDiedIsWaitedFor() throws Exception {
        Path gate = gate();
        maven("read -r line <'" + gate + "'\n" + BUILD);
        Process dead = launcher().start();
        try (var open = Files.newOutputStream(gate, StandardOpenOption.WRITE)) {
            dead.destroyForcibly().waitFor();
            Process second = launcher().start();
            assertWaits(second);
            open.write('\n');
            open.flush();
            assertStarted(LauncherCall.finish(second));
        }
        assertMavenCalls(1);
    }

    private static void assertWaits(Process launcher) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(launcher.getErrorStream(), StandardCharsets.UTF_8));
        assertThat(said.readLine()).contains("waiting for the build of another call");
    }

    @Test
    void aStoppedBuildStopsMavenAndLeavesNoLock() throws Exception {
        Path gate = gate();
        maven("echo $$ >'" + temp.resolve("maven-process") + "'\nread -r line <'" + gate + "'\n" + BUILD);
        Process stopped = launcher().start();
        try (var open = Files.newOutputStream(gate, StandardOpenOption.WRITE)) {
            open.flush(); // nothing: opening it was waiting for Maven
            stopped.toHandle().destroy(); // the process's own would close what it says
            assertThat(LauncherCall.finish(stopped).status()).isEqualTo(143);
        }
        long maven =
                Long.parseLong(Files.readString(temp.resolve("maven-process")).strip());
        ProcessHandle.of(maven).ifPresent(process -> process.onExit().join());
        assertThat(project.resolve("target/mandelspark.jar")).doesNotExist();
        maven(BUILD);
        assertStarted(launcher().run());
    }

    /** A pipe: whoever reads it stops until somebody writes. */
    private Path gate() throws Exception {
        Path gate = temp.resolve("gate");
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor())
                .isZero();
        return gate;
    }
}
