package org.mandelspark.words;

import java.nio.charset.StandardCharsets;

/**
 * Text that was read as UTF-8, well-formed or not.
 *
 * @param text has U+FFFD, which is not a letter, in place of malformed bytes
 * @param malformedBytes number of bytes replaced
 */
record DecodedText(String text, int malformedBytes) {
    private static final String REPLACEMENT = "\uFFFD";

    /** The bytes of {@link #REPLACEMENT} in UTF-8, as ISO 8859-1 reads them: a character for each byte. */
    private static final String REPLACEMENT_BYTES = "\u00EF\u00BF\u00BD";

    /** Decodes a text. */
    static DecodedText ofUtf8(byte... bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new DecodedText(text, text.contains(REPLACEMENT) ? malformedBytes(bytes, text) : 0);
    }

    /** Counts the bytes that gave no character; U+FFFD may also stand in the text by right. */
    private static int malformedBytes(byte[] bytes, String text) {
        int others = text.replace(REPLACEMENT, "").getBytes(StandardCharsets.UTF_8).length;
        String units = new String(bytes, StandardCharsets.ISO_8859_1);
        int byRight = units.length() - units.replace(REPLACEMENT_BYTES, "").length();
        return bytes.length - others - byRight;
    }
}
