package org.mandelspark.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.Draw;
import org.mandelspark.Property;

/** What is not UTF-8 is replaced and counted by the byte. */
class DecodedTextTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "61C3A962, 0",
        "61E962, 1", // Latin-1
        "61C3, 1", // cut short
        "61E282, 2",
        "F09F9880, 0",
        "F09F98, 3",
        "EDA080, 3", // a surrogate
        "C080, 2", // NUL made long
        "FFFE6100, 2", // UTF-16
        "EFBFBD, 0", // the replacement character, by right
        "EFBFBDFFEFBFBD, 1",
    })
    void malformedBytesAreCounted(String hex, int malformed) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        DecodedText decoded = DecodedText.ofUtf8(bytes);
        assertThat(decoded.malformedBytes()).isEqualTo(malformed);
        assertThat(decoded.text()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void moreThanABufferIsCountedToTheEnd() {
        byte[] bytes = "x".repeat(20_000).getBytes(StandardCharsets.ISO_8859_1);
        bytes[5] = (byte) 0xE9;
        bytes[19_999] = (byte) 0xE9;
        assertThat(DecodedText.ofUtf8(bytes).malformedBytes()).isEqualTo(2);
    }

    /** What the decoder keeps and what it replaces are all the bytes. */
    @Property
    void everyByteIsKeptOrCounted(Draw draw) {
        byte[] bytes = draw.text(0, 255, () -> draw.integer(0, 255)).getBytes(StandardCharsets.ISO_8859_1);
        DecodedText decoded = DecodedText.ofUtf8(bytes);
        byte[] kept = decoded.text().replace("\uFFFD", "").getBytes(StandardCharsets.UTF_8);
        assertThat(kept.length + decoded.malformedBytes()).isEqualTo(bytes.length);
    }
}
