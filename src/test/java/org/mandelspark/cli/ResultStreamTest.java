package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultStreamTest {
    private final StringWriter err = new StringWriter();

    @Test
    void whatArrivesChangesNoStatus() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        assertThat(statusAfter(0, terminal)).isZero();
        assertThat(statusAfter(2, terminal)).isEqualTo(2);
        assertThat(terminal.toString(StandardCharsets.UTF_8).lines()).containsExactly("table", "table");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"No space left on device, 1, 1", "Bad file descriptor, 1, 1", "Broken pipe, 141, 0"})
    void whatIsLostIsAFailureOfOneLineButForAPipeThatItsReaderHasClosed(String reason, int status, int lines) {
        assertThat(statusAfter(0, broken(reason))).isEqualTo(status);
        assertThat(err.toString().lines())
                .hasSize(lines)
                .allSatisfy(line ->
                        assertThat(line).isEqualTo("mandelspark: cannot write the results to stdout: " + reason));
    }

    @Test
    void aCommandThatHasFailedKeepsItsStatus() {
        assertThat(statusAfter(2, broken("No space left on device"))).isEqualTo(2);
        assertThat(err.toString()).isEmpty();
    }

    private int statusAfter(int status, OutputStream terminal) {
        ResultStream results = new ResultStream(terminal);
        new PrintWriter(results, true, StandardCharsets.UTF_8).println("table");
        return results.statusAfter(status, new PrintWriter(err, true));
    }

    private static OutputStream broken(String reason) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
