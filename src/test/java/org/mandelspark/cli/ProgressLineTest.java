package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final StringWriter terminal = new StringWriter();

    private ProgressLine line(ProgressLine.Work work, long total) {
        return new ProgressLine(new PrintWriter(terminal), work, total, 7);
    }

    @Test
    void whatIsSoonDoneShowsNothing() {
        ProgressLine line = line(ProgressLine.Work.CELLS, 100);
        line.advance(100, 1000, 7 + SECOND / 2);
        line.end();
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void cellsAddUpAndTheLineIsErasedAtTheEnd() {
        ProgressLine line = line(ProgressLine.Work.CELLS, 4_000_000);
        line.advance(1_000_000, 1_000_000_000, 7 + SECOND / 2);
        line.advance(1_000_000, 7_000_000_000L, 7 + 4 * SECOND);
        assertThat(terminal.toString())
                .endsWith("[############------------]  50%  2.0 of 4.0 million cells  2.00 G iterations/s  0:04 left");
        line.end();
        assertThat(terminal.toString()).endsWith("left\r\u001b[K");
    }

    @Test
    void aReferenceIsCountedInItsIterations() {
        ProgressLine line = line(ProgressLine.Work.REFERENCE, 1_000_000);
        line.reach(4096, 7 + SECOND / 2);
        line.reach(250_000, 7 + 30 * SECOND);
        assertThat(terminal.toString())
                .endsWith(
                        "[######------------------]  25%  250,000 of at most 1,000,000 iterations of the reference  1:30 left");
    }
}
