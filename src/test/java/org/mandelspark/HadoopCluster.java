package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** HDFS and YARN as a process that this one has started, and that ends with it. */
final class HadoopCluster implements AutoCloseable {
    private static final Path SOURCES = Path.of("src", "test", "clusters", "minicluster");
    private static final Path JARS = Path.of("target", "clusters", "minicluster", "jars");
    private static final long STOP_SECONDS = 60;

    private final Path folder;
    private final Process process;

    private HadoopCluster(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts both, and waits until they serve. */
    static HadoopCluster start(Path folder, Path javaHome) throws IOException {
        Path log = folder.resolve("log");
        ProcessBuilder command = new ProcessBuilder(
                        javaHome.resolve("bin/java").toString(),
                        "-Xmx512m",
                        "-cp",
                        JARS.toAbsolutePath() + "/*",
                        SOURCES.resolve("MiniCluster.java").toAbsolutePath().toString(),
                        folder.toString())
                .directory(folder.toFile())
                .redirectError(log.toFile());
        command.environment().put("JAVA_HOME", javaHome.toString());
        HadoopCluster cluster = new HadoopCluster(folder, command.start());
        BufferedReader said =
                new BufferedReader(new InputStreamReader(cluster.process.getInputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(said.readLine())) {
            cluster.close();
            throw new AssertionError("the cluster did not start: " + Files.readString(log));
        }
        return cluster;
    }

    /** Where clients find its settings. */
    Path conf() {
        return folder.resolve("conf");
    }

    /** Its HDFS. */
    FileSystem files() throws IOException {
        Configuration settings = new Configuration();
        settings.addResource(conf().resolve("core-site.xml").toUri().toURL());
        return FileSystem.newInstance(settings);
    }

    /** An executor that runs now; YARN starts it by way of a shell. */
    ProcessHandle executor() {
        return process.toHandle()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .filter(child -> child.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no executor runs"));
    }

    /** Stops both and whatever still runs on them. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                throw new AssertionError("the cluster did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        assertThat(process.isAlive()).isFalse();
    }
}
