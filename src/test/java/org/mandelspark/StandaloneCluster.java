package org.mandelspark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A standalone cluster of real processes: a master and workers of one core each, from the Spark that the build
 * assembles, on free ports of loopback addresses, without the REST port. Each worker has an address of its own, as Spark
 * speculates only across hosts.
 *
 * <p>Closing it ends every process that it has started, executors and drivers too.
 */
public final class StandaloneCluster implements AutoCloseable {
    private static final Path HOME = Path.of("target", "spark-home").toAbsolutePath();
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

    private final Path work;
    private final Path settings;
    private final List<Process> processes = new ArrayList<>();
    private final String url;
    private final URI page;

    /**
     * Starts a cluster and waits until the master knows its workers.
     *
     * @param folder where executors and drivers work
     * @param workers how many of one core each
     * @param settings of Spark, for the master and the workers, who read them from a file
     */
    public StandaloneCluster(Path folder, int workers, Map<String, String> settings)
            throws IOException, InterruptedException {
        this.work = Files.createDirectories(folder.resolve("work"));
        this.settings = Files.createFile(
                folder.resolve("cluster.conf"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                this.settings,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + " " + setting.getValue())
                        .toList());
        try {
            ProcessLog master = start(
                    "org.apache.spark.deploy.master.Master", "--host", LOOPBACK, "--port", "0", "--webui-port", "0");
            url = master.await("Starting Spark master at (spark://\\S+)").group(1);
            Matcher port = master.await("MasterWebUI to " + LOOPBACK + ", and started at http://\\S+:(\\d+)");
            page = URI.create("http://" + LOOPBACK + ":" + port.group(1) + "/json/");
            List<ProcessLog> started = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                started.add(startWorker("127.0.0." + (i + 1)));
            }
            for (ProcessLog worker : started) {
                worker.await("Successfully registered with master");
            }
        } catch (IOException | InterruptedException | AssertionError e) {
            close();
            throw e;
        }
    }

    /** A cluster of two workers without settings of its own. */
    public static StandaloneCluster ofTwo(Path folder) throws IOException, InterruptedException {
        return new StandaloneCluster(folder, 2, Map.of());
    }

    /** The master's, as for {@code --master}. */
    public String url() {
        return url;
    }

    /** A call of {@code submit/standalone} that talks to loopback addresses only, with the Java of the cluster. */
    LauncherCall launcher(Path folder) {
        return new LauncherCall(Path.of("submit", "standalone").toAbsolutePath())
                .in(folder)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("SPARK_LOCAL_IP", LOOPBACK);
    }

    /** What the master tells of itself. */
    JsonNode master() throws IOException {
        try (InputStream json = page.toURL().openStream()) {
            return JsonMapper.builder().build().readTree(json);
        }
    }

    /** Has the master end a driver, or forget it if it never started. */
    void killDriver(String driver) throws IOException {
        HttpURLConnection kill = (HttpURLConnection) page.resolve("/driver/kill/?terminate=true&id=" + driver)
                .toURL()
                .openConnection();
        kill.setRequestMethod("POST");
        kill.setInstanceFollowRedirects(false);
        kill.getResponseCode();
        kill.disconnect();
    }

    /** What a driver of the cluster has said, on both of its streams. */
    String driverSaid(String driver) throws IOException {
        Path folder = work.resolve(driver);
        return Files.readString(folder.resolve("stdout")) + Files.readString(folder.resolve("stderr"));
    }

    /** Where executors and drivers work. */
    Path work() {
        return work;
    }

    /** Kills an executor as the operating system does when memory runs out; its worker starts another one. */
    void killAnExecutor() {
        kill(executors(1).get(0));
    }

    /** Kills the first worker that is left with its executors, as if its machine had lost power. */
    void killAWorker() {
        Process worker =
                processes.stream().skip(1).filter(Process::isAlive).findFirst().orElseThrow();
        List<ProcessHandle> executors = executorsOf(worker);
        kill(worker.toHandle());
        executors.forEach(StandaloneCluster::kill);
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>();
        for (Process process : processes) {
            process.descendants().forEach(all::add);
            all.add(process.toHandle());
        }
        all.forEach(StandaloneCluster::kill);
    }

    private List<ProcessHandle> executors(int atLeast) {
        List<ProcessHandle> executors = new ArrayList<>();
        processes.forEach(process -> executors.addAll(executorsOf(process)));
        if (executors.size() < atLeast) {
            throw new AssertionError("the cluster has " + executors.size() + " executors, not " + atLeast);
        }
        return executors;
    }

    private static List<ProcessHandle> executorsOf(Process worker) {
        return worker.descendants()
                .filter(process -> Arrays.stream(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.endsWith(EXECUTOR)))
                .toList();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private ProcessLog startWorker(String host) throws IOException {
        return start(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                host,
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "2g",
                "--work-dir",
                work.toString(),
                url);
    }

    private ProcessLog start(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.add("-Xmx256m");
        command.add("-Dspark.master.rest.enabled=false");
        command.addAll(List.of("-cp", HOME.resolve("jars") + "/*", main, "--properties-file", settings.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        HOME.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_LOCAL_IP",
                        LOOPBACK,
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        Process process = builder.start();
        processes.add(process);
        return new ProcessLog(process.getInputStream());
    }
}
