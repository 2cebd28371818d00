package org.mandelspark.workload;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text that was read as UTF-8, whether it was that or not.
 *
 * @param text with U+FFFD, which is no letter, in the place of what is not UTF-8
 * @param malformedBytes number of bytes replaced
 */
public record DecodedText(String text, int malformedBytes) {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int BUFFER_CHARS = 1 << 13;

    public DecodedText {
        if (malformedBytes < 0) {
            throw new IllegalArgumentException("malformed bytes must be at least 0, not " + malformedBytes);
        }
    }

    /** The text of the first {@code length} bytes. */
    public static DecodedText ofUtf8(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        // The character may stand in the text by right, so only a second, slower look tells what was replaced.
        return new DecodedText(text, text.indexOf(REPLACEMENT) < 0 ? 0 : malformed(bytes, length));
    }

    private static int malformed(byte[] bytes, int length) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer ignored = CharBuffer.allocate(BUFFER_CHARS);
        int malformed = 0;
        CoderResult result = decoder.decode(in, ignored, true);
        while (!result.isUnderflow()) {
            if (result.isError()) {
                malformed += result.length();
                in.position(in.position() + result.length());
            }
            ignored.clear();
            result = decoder.decode(in, ignored, true);
        }
        return malformed;
    }
}
