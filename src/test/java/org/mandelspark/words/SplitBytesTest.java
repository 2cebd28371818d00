package org.mandelspark.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

/** The text that one task of a word count reads. */
class SplitBytesTest {
    private static final long MIB = 1 << 20;

    @Test
    void oneSmallDocumentIsOneTask() {
        assertThat(WordCount.splitBytes(MIB, 1, 8)).isEqualTo(MIB);
    }

    @Test
    void manyTinyDocumentsKeepAllWorkersBusy() {
        assertThat(WordCount.splitBytes(32_000, 10_000, 8)).isEqualTo(1000);
    }

    @Test
    void oneLargeDocumentKeepsAllWorkersBusy() {
        assertThat(WordCount.splitBytes(320 * MIB, 1, 8)).isEqualTo(10 * MIB);
    }

    @Test
    void noTaskReadsTooMuch() {
        assertThat(WordCount.splitBytes(1L << 50, 1, 8)).isEqualTo(64 * MIB);
    }

    @Property
    void thereAreNoMoreTasksThanThereIsWorkFor(Draw draw) {
        long bytes = draw.integer(0, 1L << 28);
        int documents = draw.integer(1, 100_000);
        int workers = draw.integer(1, 100);
        long split = WordCount.splitBytes(bytes, documents, workers);
        assertThat(split).isPositive();
        assertThat((bytes + split - 1) / split).isLessThanOrEqualTo(4L * workers);
    }
}
