package org.mandelspark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A Spark 3.5 that the profile {@code clusters} has assembled, and the Java for it.
 *
 * @param javaHome of a JDK 17
 */
record Spark35(Path javaHome) {
    static final String VERSION = "3.5.6";
    static final Path HOME = Path.of("target", "clusters", "spark-3.5").toAbsolutePath();

    /** What Spark 3.5 runs on. */
    private static final int JAVA = 17;

    private static final Path SUBMIT = Path.of("submit").toAbsolutePath();

    /** With the Java of this test if it suits, else with the one that the launcher finds; without one it is skipped. */
    static Spark35 find() throws IOException, InterruptedException {
        if (Runtime.version().feature() == JAVA) {
            return new Spark35(Path.of(System.getProperty("java.home")));
        }
        LauncherCall.Result found = call("mandelspark").run("--version");
        assumeTrue(found.status() == 0, () -> "Spark " + VERSION + " needs a JDK " + JAVA + ": " + found.err());
        String java = found.outLines().get(2);
        return new Spark35(Path.of(java.substring(java.lastIndexOf(' ') + 1)));
    }

    /** One of the project's launchers, such as {@code yarn}, that uses this Spark. */
    LauncherCall launcher(String name) {
        return call(name).with("JAVA_HOME", javaHome);
    }

    private static LauncherCall call(String name) {
        return new LauncherCall(SUBMIT.resolve(name)).with("SPARK_HOME", HOME);
    }
}
