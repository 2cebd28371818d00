package org.mandelspark.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Facts about a picture as PNG text chunks.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#11textinfo">PNG, third edition, 11.3.3</a>
 */
final class PngTexts {
    /** 1 to 79 printable Latin-1 characters, no space at either end and no two in a row. */
    private static final Pattern KEYWORD =
            Pattern.compile("(?=.{1,79}$)[!-~\u00a1-\u00ff]+(?: [!-~\u00a1-\u00ff]+)*", Pattern.DOTALL);

    private static final Pattern LATIN_1 = Pattern.compile("[\n -~\u00a0-\u00ff]*");

    /** Marks a text as not compressed, by method 0, in no language. */
    private static final String PLAIN = "\0\0\0";

    private PngTexts() {}

    /**
     * A tEXt chunk where the text is printable Latin-1, else an iTXt chunk, which is UTF-8.
     *
     * @throws IllegalArgumentException if PNG does not allow a keyword or a text
     */
    static List<PngChunk> of(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> of(fact.getKey(), fact.getValue()))
                .toList();
    }

    private static PngChunk of(String keyword, String text) {
        if (!KEYWORD.matcher(keyword).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a PNG keyword: allowed are 1 to 79 printable Latin-1 characters, words a space apart"
                            .formatted(keyword));
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the text of '%s' contains a NUL character".formatted(keyword));
        }
        return LATIN_1.matcher(text).matches()
                ? new PngChunk("tEXt", (keyword + '\0' + text).getBytes(StandardCharsets.ISO_8859_1))
                : new PngChunk("iTXt", international(keyword, text));
    }

    /** The keyword is Latin-1, its translation and the text are UTF-8. */
    private static byte[] international(String keyword, String text) {
        byte[] latin = (keyword + '\0' + PLAIN).getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf = (keyword + '\0' + text).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(latin.length + utf.length)
                .put(latin)
                .put(utf)
                .array();
    }
}
