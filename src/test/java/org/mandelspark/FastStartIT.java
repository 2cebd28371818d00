package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.LauncherCall.Result;

/** The class archive that the launcher makes on first use: used when it fits, and never in the way when it does not. */
class FastStartIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path STATE = PROJECT.resolve("target/launcher");
    private static final String[] RENDER = {"render", "--view", "headtohead", "--size", "40x40", "--quiet"};

    @TempDir
    private Path temp;

    private List<Path> before;

    @BeforeEach
    void noteArchives() throws IOException {
        before = archives();
    }

    @AfterEach
    void removeNewArchives() throws IOException {
        for (Path archive : archives()) {
            if (!before.contains(archive)) {
                Files.delete(archive);
            }
        }
    }

    /** Options of the JVM are part of an archive's name, so these calls have one of their own. */
    private LauncherCall launcher(Path classLog) {
        return new LauncherCall(PROJECT.resolve("submit/mandelspark"))
                .in(temp)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("SPARK_SUBMIT_OPTS", "-Xlog:class+load:file=" + classLog);
    }

    @Test
    void theFirstCallMakesAnArchiveThatLaterCallsTakeTheirClassesFrom() throws Exception {
        Path classLog = temp.resolve("classes.log");
        Result first = launcher(classLog).run(RENDER);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.err()).contains("preparing a faster start with Java");
        Result second = launcher(classLog).run(RENDER);
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.errLines()).containsExactly("nothing was written: --out picture.png would do");
        assertThat(second.outLines()).first().asString().startsWith("view ");
        assertThat(checksum(second)).isEqualTo(checksum(first));
        assertThat(Files.readAllLines(classLog))
                .filteredOn(line -> line.contains("org.apache.spark.SparkContext source:")
                        || line.contains("org.mandelspark.cli.RenderCommand source:"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("shared objects file"));

        Result withOptions = launcher(classLog).run(concat("--driver-memory", "1g"));
        assertThat(withOptions.err()).doesNotContain("preparing");
        assertThat(checksum(withOptions)).isEqualTo(checksum(first));
        assertThat(Files.readAllLines(classLog))
                .filteredOn(line -> line.contains("org.apache.spark.deploy.SparkSubmit source:"))
                .singleElement()
                .asString()
                .contains("shared objects file");
        aBrokenArchiveIsNotUsedAndNotSeen(classLog, checksum(first));
    }

    private void aBrokenArchiveIsNotUsedAndNotSeen(Path classLog, String checksum) throws Exception {
        for (Path archive : archives()) {
            if (!before.contains(archive)) {
                Files.delete(archive);
                Files.writeString(archive, "no archive");
            }
        }
        Result result = launcher(classLog).run(RENDER);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(checksum(result)).isEqualTo(checksum);
        assertThat(result.outLines()).first().asString().startsWith("view ");
        assertThat(result.err()).doesNotContain("archive", "AOT", "preparing");
    }

    @Test
    void whoMayOnlyReadTheInstallationKeepsAnArchiveOfTheirOwn() throws Exception {
        Path installation = temp.resolve("installation");
        Path target = Files.createDirectories(installation.resolve("target"));
        Path launcher = Files.createDirectory(target.resolve("launcher"));
        Path conf = Files.createSymbolicLink(installation.resolve("conf"), PROJECT.resolve("conf"));
        Path spark = Files.createSymbolicLink(target.resolve("spark-home"), PROJECT.resolve("target/spark-home"));
        Path script = Files.createDirectory(installation.resolve("submit")).resolve("mandelspark");
        Files.copy(PROJECT.resolve("submit/mandelspark"), script, StandardCopyOption.COPY_ATTRIBUTES);
        for (String file : List.of("target/mandelspark.jar", "target/spark-home.txt")) {
            Files.copy(PROJECT.resolve(file), installation.resolve(file));
        }
        Path cache = temp.resolve("cache");
        LauncherCall reader = new LauncherCall(script)
                .boundByModes()
                .in(temp)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("XDG_CACHE_HOME", cache);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Result first = reader.run(RENDER);
            assertThat(first.status()).as(first.err()).isZero();
            assertThat(first.err()).contains("preparing a faster start with Java");
            assertThat(cache).isDirectoryRecursivelyContaining("regex:.*/start-\\d+-\\d+\\.(jsa|aot)");
            Result second = reader.run(RENDER);
            assertThat(second.err()).doesNotContain("preparing");
            assertThat(checksum(second)).isEqualTo(checksum(first));
            assertThat(launcher).isEmptyDirectory();
        } finally {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.delete(conf); // clearing up must not follow it
            Files.delete(spark);
        }
    }

    @Test
    void aJavaThatMakesNoArchiveIsAskedOnce() throws Exception {
        Path real = Path.of(System.getProperty("java.home"));
        Path jdk = temp.resolve("jdk");
        LauncherCall.program(jdk.resolve("bin/java"), """
                case " $* " in *ArchiveClassesAtExit=*|*AOTCacheOutput=*) exit 1 ;; esac
                exec '%s/bin/java' "$@"
                """.formatted(real));
        Files.copy(real.resolve("release"), jdk.resolve("release"));
        LauncherCall call = launcher(temp.resolve("classes.log")).with("JAVA_HOME", jdk);
        Result first = call.run(RENDER);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.errLines()).anySatisfy(line -> assertThat(line).contains("that failed", "starting without"));
        Result second = call.run(RENDER);
        assertThat(second.err()).doesNotContain("preparing", "that failed");
        assertThat(checksum(second)).isEqualTo(checksum(first));
    }

    private static String[] concat(String... options) {
        return Stream.concat(Stream.of(options), Stream.of(RENDER)).toArray(String[]::new);
    }

    private static String checksum(Result result) {
        return result.outLines().stream()
                .filter(line -> line.startsWith("checksum"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(result.err()));
    }

    private static List<Path> archives() throws IOException {
        if (!Files.isDirectory(STATE)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(STATE)) {
            return files.filter(file -> file.getFileName().toString().startsWith("start-"))
                    .toList();
        }
    }
}
