package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.LauncherCall.Result;

/** The launcher of this project, called as users call it; no call here may build. */
class LauncherIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path LAUNCHER = PROJECT.resolve("submit/mandelspark");

    @TempDir
    private Path temp;

    private Path jdks;
    private Path programs;
    private Path mavenCalls;

    @BeforeEach
    void watchMaven() throws IOException {
        jdks = Files.createDirectory(temp.resolve("jdks"));
        programs = temp.resolve("programs");
        mavenCalls = temp.resolve("maven-calls");
        LauncherCall.program(programs.resolve("mvn"), "echo \"$*\" >>'" + mavenCalls + "'\nexit 1\n");
    }

    private LauncherCall launcher(Path script) {
        return new LauncherCall(script)
                .withPrograms(programs)
                .with("MANDELSPARK_FAST_START", "no")
                .with("MANDELSPARK_JDK_PATH", jdks);
    }

    private LauncherCall launcher() {
        return launcher(LAUNCHER);
    }

    /** With the Java that runs this test. */
    private LauncherCall realLauncher(Path script) {
        return launcher(script).with("JAVA_HOME", System.getProperty("java.home"));
    }

    private Path jdk(String name, String version) throws IOException {
        return LauncherCall.fakeJdk(jdks.resolve(name), version);
    }

    /** A Spark whose spark-submit prints what it is given. */
    private Path spark(String version) throws IOException {
        Path home = temp.resolve("spark " + version);
        LauncherCall.program(home.resolve("bin/spark-submit"), """
                printf '%s\\n' "JAVA_HOME=$JAVA_HOME" "SPARK_LOCAL_IP=$SPARK_LOCAL_IP" \
                    "LOG4J_CONFIGURATION_FILE=$LOG4J_CONFIGURATION_FILE" "$@"
                """);
        Path jars = Files.createDirectories(home.resolve("jars"));
        Files.createFile(jars.resolve("spark-core_" + version + ".jar"));
        return home;
    }

    private static void assertOneLine(Result result, int status, String... parts) {
        assertThat(result.status()).as(result.err()).isEqualTo(status);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines()).singleElement().asString().startsWith("mandelspark: ");
        assertThat(result.err()).contains(parts);
    }

    // The choice of a JDK

    @Test
    void javaHomeIsTakenEvenIfANewerJdkIsThere() throws Exception {
        jdk("new", "25.0.1");
        Path old = LauncherCall.fakeJdk(temp.resolve("my jdk"), "17.0.9");
        Result result = launcher().with("JAVA_HOME", old).run("render");
        assertThat(result.outLines()).contains("home=" + old, "source=JAVA_HOME");
        assertThat(result.status()).isZero();
    }

    @Test
    void withoutJavaHomeTheNewestSupportedJdkIsTaken() throws Exception {
        jdk("a", "17.0.15");
        Path newest = jdk("b", "25.0.10");
        jdk("c", "25.0.9");
        jdk("d", "26.0.1");
        jdk("e", "11.0.20");
        LauncherCall.fakeJdk(jdks.resolve("f"), Map.of("JAVA_VERSION", "25.0.99", "MODULES", "java.base"));
        Files.createDirectory(jdks.resolve("empty"));
        Result result = launcher().run("render");
        assertThat(result.outLines()).contains("home=" + newest, "source=newest JDK found");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aMacsJdkIsFoundDeeperDown() throws Exception {
        Path home = jdk("temurin-21.jdk/Contents/Home", "21.0.4");
        assertThat(launcher().run().outLines()).contains("home=" + home);
    }

    @Test
    void aJdkBeatsANewerRuntimeThatCannotBuild() throws Exception {
        Path home = jdk("jdk", "17.0.9");
        Files.delete(jdk("jre", "21.0.4").resolve("bin/javac"));
        assertThat(launcher().run().outLines()).contains("home=" + home);
    }

    @Test
    void anOlderSparkGetsAJdkItRunsOn() throws Exception {
        Path seventeen = jdk("17", "17.0.9");
        Path twentyOne = jdk("21", "21.0.4");
        jdk("25", "25.0.1");
        assertThat(launcher().with("SPARK_HOME", spark("2.13-3.5.6")).run().outLines())
                .contains("JAVA_HOME=" + seventeen);
        assertThat(launcher().with("SPARK_HOME", spark("2.13-4.0.1")).run().outLines())
                .contains("JAVA_HOME=" + twentyOne);
    }

    @Test
    void aJavaWithoutReleaseFileIsAskedForItsVersionAndModules() throws Exception {
        Path home = temp.resolve("asked");
        LauncherCall.program(home.resolve("bin/java"), """
                case "$*" in
                    *-XshowSettings*) echo '    java.version = 11.0.2' >&2 ;;
                esac
                """);
        assertOneLine(launcher().with("JAVA_HOME", home).run(), 1, home.toString(), "11.0.2", "too old");
    }

    @Test
    void anUntestedJavaHomeIsTakenWithAWarning() throws Exception {
        Path home = LauncherCall.fakeJdk(temp.resolve("22"), "22.0.1");
        Result result = launcher().with("JAVA_HOME", home).run();
        assertThat(result.outLines()).contains("home=" + home);
        assertThat(result.errLines()).singleElement().asString().contains("22.0.1", "untested", "17, 21 or 25");
    }

    @Test
    void aJavaHomeThatWillNotDoIsRefusedInOneLine() throws Exception {
        Path none = temp.resolve("none");
        assertOneLine(
                launcher().with("JAVA_HOME", none).run(),
                1,
                "JAVA_HOME=" + none + " is not a Java",
                "JDK 17, 21 or 25, or unset it");
        Path old = LauncherCall.fakeJdk(temp.resolve("old"), "1.8.0_292");
        assertOneLine(launcher().with("JAVA_HOME", old).run(), 1, "1.8.0_292", "too old");
        Path small = LauncherCall.fakeJdk(
                temp.resolve("small"), Map.of("JAVA_VERSION", "21.0.2", "MODULES", "java.base java.xml"));
        assertOneLine(launcher().with("JAVA_HOME", small).run(), 1, "lacks the module jdk.incubator.vector");
    }

    @Test
    void noSuitableJdkIsSaidInOneLine() throws Exception {
        assertOneLine(launcher().run(), 1, "no suitable JDK found: install a JDK 17, 21 or 25, or set JAVA_HOME");
        jdk("a", "11.0.20");
        assertOneLine(launcher().run(), 1, "only Java 11");
    }

    // Which Spark, and what it is told

    @Test
    void aSparkHomeThatIsNoneIsRefusedInOneLine() throws Exception {
        jdk("a", "17.0.9");
        Path missing = temp.resolve("missing");
        assertOneLine(launcher().with("SPARK_HOME", missing).run(), 2, "SPARK_HOME=" + missing, "no such folder");
        assertOneLine(launcher().with("SPARK_HOME", jdks).run(), 2, "is not a Spark", "bin/spark-submit");
        assertOneLine(launcher().with("SPARK_HOME", spark("2.12-3.5.6")).run(), 2, "Scala 2.12");
    }

    @Test
    void aClusterManagerThatTheAssembledSparkHasNoClientForIsRefused() throws Exception {
        jdk("a", "17.0.9");
        assertOneLine(launcher().run("--master", "yarn", "render"), 2, "master yarn", "set SPARK_HOME");
        assertOneLine(launcher().run("--conf", "spark.master=k8s://https://h:1", "render"), 2, "set SPARK_HOME");
        assertOneLine(launcher(PROJECT.resolve("submit/yarn")).run("render"), 2, "master yarn");
    }

    @Test
    void clusterModeWithoutAClusterAndAJarThatIsNotThereAreRefused() throws Exception {
        jdk("a", "17.0.9");
        assertOneLine(launcher().run("--deploy-mode", "cluster", "render"), 2, "needs a cluster", "local[*]");
        assertOneLine(
                launcher().with("MANDELSPARK_JAR", temp.resolve("no.jar")).run("render"), 2, "no.jar: no such file");
    }

    @Test
    void withoutSparkOptionsItIsLocalModeOnLoopback() throws Exception {
        jdk("a", "17.0.9");
        Result result = launcher().with("SPARK_HOME", spark("2.13-4.2.0")).run("render", "", "--out", "a b", "--help");
        assertThat(result.outLines())
                .contains(
                        "SPARK_LOCAL_IP=127.0.0.1",
                        "LOG4J_CONFIGURATION_FILE=file:" + PROJECT.resolve("conf/log4j2.properties"))
                .endsWith(
                        "--properties-file",
                        PROJECT.resolve("conf/local.conf").toString(),
                        PROJECT.resolve("target/mandelspark.jar").toString(),
                        "render",
                        "",
                        "--out",
                        "a b",
                        "--help")
                .containsSequence("--class", "org.mandelspark.cli.Main");
    }

    @Test
    void sparkOptionsPassThroughUnchanged() throws Exception {
        jdk("a", "17.0.9");
        String[] options = {
            "--master",
            "spark://h:7077",
            "--deploy-mode=client",
            "--supervise",
            "-v",
            "--conf",
            "spark.a=b c",
            "--class",
            "Other",
            "--driver-memory",
            "3g"
        };
        List<String> expected = new ArrayList<>(List.of(options));
        expected.addAll(
                List.of(PROJECT.resolve("target/mandelspark.jar").toString(), "render", "--master", "not for Spark"));
        String[] all = new String[options.length + 3];
        System.arraycopy(options, 0, all, 0, options.length);
        System.arraycopy(new String[] {"render", "--master", "not for Spark"}, 0, all, options.length, 3);
        Result result = launcher()
                .with("SPARK_HOME", spark("2.13-4.2.0"))
                .with("LOG4J_CONFIGURATION_FILE", "mine.xml")
                .run(all);
        assertThat(result.outLines())
                .contains("SPARK_LOCAL_IP=", "LOG4J_CONFIGURATION_FILE=mine.xml")
                .doesNotContain("--properties-file")
                .endsWith(expected.toArray(String[]::new));
    }

    @Test
    void aWrapperAddsItsSettings() throws Exception {
        jdk("a", "17.0.9");
        Path spark = spark("2.13-4.2.0");
        for (String cluster : List.of("local", "standalone", "yarn", "kubernetes")) {
            Result result = launcher(PROJECT.resolve("submit").resolve(cluster))
                    .with("SPARK_HOME", spark)
                    .run("--num-executors", "3", "render");
            assertThat(result.outLines())
                    .containsSequence(
                            "--properties-file",
                            PROJECT.resolve("conf/" + cluster + ".conf").toString(),
                            "--num-executors",
                            "3")
                    .contains("SPARK_LOCAL_IP=" + (cluster.equals("local") ? "127.0.0.1" : ""))
                    .endsWith("render");
        }
    }

    /** The command line is not checked here, because the jar is elsewhere; {@code DriverWatchTest} has all the ends. */
    @Test
    void theEndOfADriverThatAClusterRunsIsTheEndOfTheCall() throws Exception {
        Path home = spark("2.13-4.2.0");
        LauncherCall.program(home.resolve("bin/spark-submit"), """
                echo "submitted with $*"
                echo '12:00:00 INFO ClientEndpoint: Driver successfully submitted as driver-7' >&2
                echo '12:00:05 INFO ClientEndpoint: State of driver-7 is SUBMITTED' >&2
                echo '12:00:15 INFO ClientEndpoint: State of driver driver-7 is FAILED, exiting spark-submit JVM.' >&2
                """);
        Result result = realLauncher(PROJECT.resolve("submit/standalone"))
                .with("SPARK_HOME", home)
                .with("MANDELSPARK_JAR", "hdfs:///x.jar")
                .run("--conf=spark.submit.deployMode=cluster", "--driver-cores=9", "render", "", "--out", "a b");
        assertThat(result.status()).as(result.err()).isEqualTo(1);
        assertThat(result.outLines()).singleElement().asString().endsWith(" hdfs:///x.jar render  --out a b");
        assertThat(result.errLines())
                .containsExactly(
                        "mandelspark: submitted as driver-7",
                        "mandelspark: driver-7 waits: no worker has enough free for --driver-cores 9 and --driver-memory 2g",
                        "mandelspark: driver-7 ended as FAILED; its worker keeps its output in its work folder, under driver-7");
    }

    @Test
    void aCallThatIsStoppedStopsTheSubmitClient() throws Exception {
        Path home = spark("2.13-4.2.0");
        LauncherCall.program(home.resolve("bin/spark-submit"), """
                echo 'INFO ClientEndpoint: Driver successfully submitted as '$$ >&2
                exec sleep 600
                """);
        Process call = realLauncher(PROJECT.resolve("submit/standalone"))
                .with("SPARK_HOME", home)
                .with("MANDELSPARK_JAR", "hdfs:///x.jar")
                .start("--deploy-mode", "cluster", "render");
        try (BufferedReader err = call.errorReader(StandardCharsets.UTF_8)) {
            long client = Long.parseLong(err.readLine().replace("mandelspark: submitted as ", ""));
            call.toHandle().destroy();
            assertThat(call.waitFor()).isEqualTo(143);
            ProcessHandle.of(client).ifPresent(process -> process.onExit().join());
        }
    }

    @Test
    void onKubernetesTheJarIsOneOfTheImage() throws Exception {
        jdk("a", "17.0.9");
        LauncherCall kubernetes =
                launcher(PROJECT.resolve("submit/kubernetes")).with("SPARK_HOME", spark("2.13-4.2.0"));
        assertThat(kubernetes.run("render").outLines())
                .as("a jar that is elsewhere checks nothing here")
                .noneMatch(line -> line.contains("CommandLineCheck"))
                .endsWith("local:///opt/spark/mandelspark.jar", "render");
        assertThat(kubernetes
                        .with("MANDELSPARK_JAR", "local:///jobs/my.jar")
                        .run("render")
                        .outLines())
                .endsWith("local:///jobs/my.jar", "render");
    }

    @Test
    void wrongSparkOptionsAreSaidInOneLine() throws Exception {
        assertOneLine(realLauncher(LAUNCHER).run("--bogus", "1", "render"), 2, "Unrecognized option: --bogus");
        assertOneLine(realLauncher(LAUNCHER).run("--master"), 2, "--master: a value is missing");
        assertOneLine(
                realLauncher(LAUNCHER).run("--properties-file", "none.conf", "render"), 2, "none.conf: no such file");
    }

    // The job

    @Test
    void theJobTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
        jdk("a", "17.0.9");
        Process process = launcher().start("render");
        assertThat(LauncherCall.finish(process).outLines()).contains("process=" + process.pid());
    }

    @Test
    void jobsAskForVectorCodeEarlyAndStudiesDoNot() throws Exception {
        jdk("a", "17.0.9");
        Path options = PROJECT.resolve("conf/short-job.args");
        for (String job : List.of("render", "gauss", "matmul")) {
            assertThat(launcher().run(job).out()).contains(" @" + options + " ");
        }
        assertThat(Files.readString(options))
                .contains("\n-XX:Tier4", "\n-XX:CompileCommand=quiet\n-XX:CompileCommand=CompileThresholdScaling,");
        assertThat(launcher().run("kernels").out()).contains("arguments=").doesNotContain(options.toString());
    }

    @ParameterizedTest
    @CsvSource({"LC_ALL, C", "LC_CTYPE, POSIX", "LC_ALL, xx_XX.UTF-8"})
    void namesOfFilesNeedNotBeAsciiWhereTheLocaleIs(String variable, String locale) throws Exception {
        Path script = LauncherCall.program(temp.resolve("call"), """
                unset LANG LC_ALL LC_CTYPE
                export %s=%s
                name=$(printf 'gr\\303\\274n.npy')
                '%s' render --view magpi --quiet --out "$name" && mv "$name" ascii.npy
                """.formatted(variable, locale, LAUNCHER));
        Result result = realLauncher(script).in(temp).run();
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("wrote     gr\u00fcn.npy");
        assertThat(temp.resolve("ascii.npy")).isNotEmptyFile();
    }

    @Test
    void aLinkedLauncherWorksFromAnyFolderAndNeverCallsMaven() throws Exception {
        Path links = Files.createDirectories(temp.resolve("some links"));
        Path direct = Files.createSymbolicLink(links.resolve("direct"), LAUNCHER);
        Path link = Files.createSymbolicLink(links.resolve("mandelspark"), direct.getFileName());
        for (int call = 1; call <= 2; call++) {
            Result result = realLauncher(link).in(temp).run("--version");
            assertThat(result.status()).as(result.err()).isZero();
            assertThat(result.outLines()).first().asString().startsWith("Mandelspark ");
            assertThat(result.errLines()).isEmpty();
        }
        assertThat(mavenCalls).doesNotExist();
        Files.delete(direct); // clearing up must not follow it
        assertThat(Files.readString(PROJECT.resolve("target/launcher/command"), StandardCharsets.UTF_8))
                .contains(
                        " '--add-modules=jdk.incubator.vector' ",
                        " '--add-opens=java.base/java.nio=ALL-UNNAMED' ",
                        " '-Xmx2g' ");
    }

    @Test
    void aLibraryPathOfTheDriverIsPartOfItsEnvironment() throws Exception {
        Result result =
                realLauncher(LAUNCHER).run("--conf", "spark.driver.extraLibraryPath=/nowhere/it's", "--version");
        assertThat(result.status()).as(result.err()).isZero();
    }

    @Test
    void aWrongCommandEndsWithTwoAndOneLine() throws Exception {
        Result result = realLauncher(LAUNCHER).run("paint");
        assertOneLine(result, 2, "paint");
    }

    @Test
    void aRenderWritesItsFileAndOnlyResultsToStdout() throws Exception {
        Path out = temp.resolve("an image.npy");
        Result result = realLauncher(LAUNCHER)
                .in(temp)
                .run("--driver-memory", "1g", "render", "--view", "magpi", "--out", "an image.npy", "--quiet");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(out).isNotEmptyFile();
        assertThat(result.out()).doesNotContain("WARN").contains("(JAVA_HOME)");
        assertThat(result.errLines()).isEmpty();
    }
}
