package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that nobody gets: a stdout that is full, one that is closed, and a pipe whose reader has gone. */
class StdoutIT {
    private static final String LOST = "mandelspark: cannot write the results to stdout: ";

    @ParameterizedTest
    @ValueSource(
            strings = {"--version", "render --help", "render --engine serial --kernel naive --view magpi --size 9"})
    void resultsThatCannotBePrintedAreAFailure(String line) throws Exception {
        LauncherCall.Result full = run("exec >/dev/full", line);
        assertThat(full.errLines()).contains(LOST + "No space left on device");
        assertThat(full.status()).isEqualTo(1);

        LauncherCall.Result closed = run("exec >&-", line);
        assertThat(closed.errLines()).contains(LOST + "Bad file descriptor");
        assertThat(closed.status()).isEqualTo(1);

        LauncherCall.Result unread = run("exec > >(:); wait $!", line);
        assertThat(unread.errLines()).noneMatch(said -> said.startsWith(LOST));
        assertThat(unread.status()).as("as of a program that SIGPIPE ends").isEqualTo(128 + 13);
    }

    private static LauncherCall.Result run(String preparation, String line) throws Exception {
        List<String> launcher = List.of(
                "bash",
                "-c",
                preparation + "; exec \"$@\"",
                "bash",
                Path.of("submit", "mandelspark").toAbsolutePath().toString());
        return new LauncherCall(Path.of("/usr/bin/env"))
                .run(Stream.concat(launcher.stream(), Stream.of(line.split(" ", -1)))
                        .toArray(String[]::new));
    }
}
