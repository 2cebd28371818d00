package org.mandelspark.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

/** The order of code points is the order of UTF-8. */
class CodePointOrderTest {
    @Test
    void charactersBeyondTheFirstPlaneComeLast() {
        assertThat(Stream.of("\ud835\udc00", "\uff41", "\ud7a3", "z", "za", "").sorted(WordCount::compareNames))
                .containsExactly("", "z", "za", "\ud7a3", "\uff41", "\ud835\udc00");
    }

    @Property
    void itIsTheOrderOfTheBytesInUtf8(Draw draw) {
        String a = wellFormed(draw);
        String b = wellFormed(draw);
        int expected = Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(WordCount.compareNames(a, b))).isEqualTo(Integer.signum(expected));
    }

    private static String wellFormed(Draw draw) {
        return draw.text(
                0, 4, () -> draw.oneOf(() -> draw.integer(0xD700, 0xD7FF), () -> draw.integer(0xE000, 0x10100)));
    }
}
