package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.eventlog.SharedLogs;

/** {@code analyse} where clusters keep their event logs: the same numbers to the digit as from the local disk. */
@Tag("cluster")
class AnalyseOnHdfsIT {
    private static final Path LAUNCHER = Path.of("submit", "mandelspark").toAbsolutePath();
    private static final String FILE = "pandas_execs_eventlog.zstd";
    private static final String ROLLED = "eventlog_v2_local-1623876083964";

    @TempDir
    private static Path folder;

    private static HadoopCluster cluster;
    private static FileSystem files;

    @BeforeAll
    static void start() throws Exception {
        cluster = HadoopCluster.start(folder, Spark35.find().javaHome());
        files = cluster.files();
        for (String log : List.of(FILE, ROLLED)) {
            files.copyFromLocalFile(path(SharedLogs.log(log).toAbsolutePath().toString()), path("/logs/" + log));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (files != null) {
            files.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FILE, ROLLED})
    void aLogOnHdfsIsAnalysedToTheDigitOfTheLocalOne(String log) throws Exception {
        Path local = folder.resolve("out-" + log);
        String remote = files.getUri() + "/out/" + log;
        String expected = run("analyse", SharedLogs.log(log).toString(), "--out", local.toString());
        assertThat(run("analyse", files.getUri() + "/logs/" + log, "--out", remote))
                .isEqualTo(expected);
        List<String> names;
        try (Stream<Path> written = Files.list(local)) {
            names = written.map(file -> file.getFileName().toString()).sorted().toList();
        }
        assertThat(names).contains("analysis.json", "stages.csv", "what_if.csv", "trace.json.gz");
        assertThat(Stream.of(files.listStatus(path(remote)))
                        .map(FileStatus::getPath)
                        .map(org.apache.hadoop.fs.Path::getName)
                        .sorted())
                .containsExactlyElementsOf(names);
        for (String name : names) {
            try (InputStream in = files.open(path(remote + "/" + name))) {
                assertThat(in.readAllBytes()).as(name).isEqualTo(Files.readAllBytes(local.resolve(name)));
            }
        }
        run("report", remote);
        assertThat(files.exists(path(remote + "/report.html"))).isTrue();
    }

    @Test
    void aFolderOfLogsOnHdfsIsListed() throws Exception {
        assertThat(run("analyse", files.getUri() + "/logs").lines())
                .anyMatch(line -> line.startsWith(FILE))
                .anyMatch(line -> line.startsWith(ROLLED));
    }

    private static String run(String... arguments) throws Exception {
        LauncherCall.Result result = new LauncherCall(LAUNCHER).run(arguments);
        assertThat(result.status()).as(result.err()).isZero();
        return result.out();
    }

    private static org.apache.hadoop.fs.Path path(String path) {
        return new org.apache.hadoop.fs.Path(path);
    }
}
