package org.mandelspark.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The order of code points is the order of UTF-8. */
class CodePointOrderTest {
    @Test
    void charactersBeyondTheFirstPlaneComeLast() {
        assertThat(Stream.of("\ud835\udc00", "\uff41", "\ud7a3", "z", "za", "").sorted(WordCount::compareNames))
                .containsExactly("", "z", "za", "\ud7a3", "\uff41", "\ud835\udc00");
    }

    @Property
    void itIsTheOrderOfTheBytesInUtf8(@ForAll("wellFormed") String a, @ForAll("wellFormed") String b) {
        int expected = Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(WordCount.compareNames(a, b))).isEqualTo(Integer.signum(expected));
    }

    @Provide
    Arbitrary<String> wellFormed() {
        return Arbitraries.integers()
                .between(0xD700, 0x10100)
                .filter(codePoint -> codePoint < 0xD800 || codePoint > 0xDFFF)
                .list()
                .ofMaxSize(4)
                .map(list -> list.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}
