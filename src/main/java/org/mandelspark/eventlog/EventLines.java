package org.mandelspark.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Lines of a log, one event each. A line whose event nobody wants is passed over byte by byte and never kept, whatever its
 * length; SQL plans of several megabytes are such lines.
 */
final class EventLines {
    /** A hundred times the longest line that we know of. */
    static final int LONGEST = 256 << 20;

    private static final byte[] PREFIX = "{\"Event\":\"".getBytes(StandardCharsets.US_ASCII);

    /** Bytes by which every wanted name has ended. */
    private static final int HEAD = 160;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final List<byte[]> wanted;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private byte[] line = new byte[BUFFER];
    private int length;
    private boolean isAtEnd;

    EventLines(InputStream in, Collection<String> wanted) {
        this(in, wanted, LONGEST);
    }

    EventLines(InputStream in, Collection<String> wanted, int longest) {
        this.in = in;
        this.longest = longest;
        this.wanted = wanted.stream()
                .map(name -> (name + '"').getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * Moves to the next line that may be of a wanted event.
     *
     * @return false at the end
     * @throws EventLogException if a line is longer than 256 MiB
     * @throws IOException if the stream breaks; the line so far is lost
     */
    boolean next() throws IOException {
        while (!isAtEnd) {
            if (readLine() && length > 0) {
                return true;
            }
        }
        return false;
    }

    /** The bytes of the line, with others behind it. */
    byte[] bytes() {
        return line;
    }

    /** Number of bytes of the line, without its end. */
    int length() {
        return length;
    }

    /** Reads one line; false if nobody wants it. */
    private boolean readLine() throws IOException {
        length = 0;
        long passed = 0;
        boolean isWanted = true;
        while (true) {
            if (next == filled) {
                filled = Math.max(0, in.read(buffer, 0, buffer.length));
                next = 0;
                if (filled == 0) {
                    isAtEnd = true;
                    return isWanted && (length >= HEAD || isWantedSoFar());
                }
            }
            int end = next;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            boolean isShort = length < HEAD;
            if (isWanted) {
                append(next, end);
            }
            passed += end - next;
            if (passed > longest) {
                throw new EventLogException(
                        "a line of it is longer than " + longest + " bytes: that is not an event log");
            }
            if (isWanted && isShort && length >= HEAD) {
                isWanted = isWantedSoFar();
            }
            boolean isWhole = end < filled;
            next = isWhole ? end + 1 : end;
            if (isWhole) {
                return isWanted && (length >= HEAD || isWantedSoFar());
            }
        }
    }

    private void append(int from, int to) {
        int size = to - from;
        if (size > line.length - length) {
            line = Arrays.copyOf(line, Math.max(length + size, Math.min(2 * line.length, longest)));
        }
        System.arraycopy(buffer, from, line, length, size);
        length += size;
    }

    /** True for a wanted name, and for whatever does not look like an event: that is for others to judge. */
    private boolean isWantedSoFar() {
        if (!starts(0, PREFIX)) {
            return true;
        }
        for (byte[] name : wanted) {
            if (starts(PREFIX.length, name)) {
                return true;
            }
        }
        return false;
    }

    private boolean starts(int from, byte[] expected) {
        return length >= from + expected.length
                && Arrays.equals(line, from, from + expected.length, expected, 0, expected.length);
    }
}
