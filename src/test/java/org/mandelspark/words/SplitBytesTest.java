package org.mandelspark.words;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

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
    void thereAreNoMoreTasksThanThereIsWorkFor(
            @ForAll @LongRange(max = 1L << 28) long bytes,
            @ForAll @IntRange(min = 1, max = 100_000) int documents,
            @ForAll @IntRange(min = 1, max = 100) int workers) {
        long split = WordCount.splitBytes(bytes, documents, workers);
        assertThat(split).isPositive();
        assertThat((bytes + split - 1) / split).isLessThanOrEqualTo(4L * workers);
    }
}
