package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Spark's submit client has written, and what becomes of it. */
class DriverWatchTest {
    private static final String SUBMITTED = """
            12:00:00 INFO ClientEndpoint: ... waiting before polling master for driver state
            12:00:00 INFO ClientEndpoint: Driver successfully submitted as driver-7
            12:00:05 WARN Other: something else
            12:00:05 INFO ClientEndpoint: State of driver-7 is RUNNING
            12:00:05 INFO ClientEndpoint: Driver running on h:1 (w)
            12:00:15 INFO ClientEndpoint: Driver running on h:1 (w)
            """;

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    /** Follows a client that says this on stderr. */
    private int follow(String log, int status) throws Exception {
        Path file = Files.writeString(folder.resolve("log"), log);
        return DriverWatch.follow(
                new PrintWriter(err, true),
                "--driver-cores 9",
                List.of("sh", "-c", "cat \"$1\" >&2; exit $2", "sh", file.toString(), String.valueOf(status)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | State of driver driver-7 is FINISHED, exiting spark-submit JVM. | 0 | driver-7 has finished; its worker h:1 (w) keeps",
                "0 | State of driver driver-7 is FAILED, exiting spark-submit JVM. | 1 | driver-7 ended as FAILED; its worker h:1 (w) keeps",
                "0 | State of driver driver-7 is KILLED, exiting spark-submit JVM. | 1 | driver-7 ended as KILLED; its worker h:1 (w) keeps",
                "0 | State of driver-7 is RUNNING | 1 | the end of driver-7 was not reported",
                "0 | spark-submit not configured to wait for completion, exiting | 0 | driver-7 was started and is not waited for",
                "255 | Shutdown hook called | 1 | Spark's submit client for driver-7 ended with status 255",
            })
    void theEndOfTheDriverIsTheStatusAndTheLastLine(int client, String last, int status, String said) throws Exception {
        assertThat(follow(SUBMITTED + "12:00:15 INFO ClientEndpoint: " + last + "\n", client))
                .isEqualTo(status);
        assertThat(err.toString().lines())
                .startsWith(
                        "mandelspark: submitted as driver-7",
                        "12:00:05 WARN Other: something else",
                        "mandelspark: the driver runs on h:1 (w), whose work folder keeps its output")
                .hasSize(4)
                .last()
                .asString()
                .startsWith("mandelspark: " + said);
    }

    @Test
    void aDriverThatNoWorkerHasRoomForIsSaidToWait() throws Exception {
        follow(SUBMITTED.replace("RUNNING", "SUBMITTED"), 0);
        assertThat(err.toString())
                .contains("mandelspark: driver-7 waits: no worker has enough free for --driver-cores 9\n");
    }

    @Test
    void aClientThatReachesNoMasterIsAFailureWithItsOwnWords() throws Exception {
        assertThat(follow("12:00:05 ERROR Client: no master\nExiting\n", 255)).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "12:00:05 ERROR Client: no master",
                        "Exiting",
                        "mandelspark: Spark's submit client for the driver ended with status 255");
    }
}
