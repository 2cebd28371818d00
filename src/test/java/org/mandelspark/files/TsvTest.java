package org.mandelspark.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One line a count, whatever its name. */
class TsvTest {
    @Test
    void namesAreWrittenInUtf8AndWhatWouldEndAFieldIsEscaped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Tsv.writeCount("caf\u00e9", 3, out);
        Tsv.writeCount("a\tb\nc\rd\\e", 1L << 40, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("caf\u00e9\t3\na\\tb\\nc\\rd\\\\e\t1099511627776\n");
    }
}
