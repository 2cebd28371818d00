package org.mandelspark.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mandelspark.words.WordCount.Count;

/** A count is one line, whatever its name. */
class TsvTest {
    @Test
    void whatWouldEndAFieldIsEscaped() {
        assertThat(new Count("caf\u00e9", 3).tsv()).isEqualTo("caf\u00e9\t3\n");
        assertThat(new Count("a\tb\nc\rd\\e", 1L << 40).tsv()).isEqualTo("a\\tb\\nc\\rd\\\\e\t1099511627776\n");
    }
}
