package org.mandelspark.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file to be read, from this machine or from any Hadoop file system. */
public final class InputFile {
    /** Limit of size, more than anyone writes by hand: larger files are taken for a slip. */
    private static final int MAX_BYTES = 1 << 20;

    private InputFile() {}

    /**
     * The bytes of a file of any size.
     *
     * @param path as for {@link OutputFile#of}
     * @throws IOException if it cannot be read
     */
    static InputStream open(String path) throws IOException {
        return new BufferedInputStream(Store.of(path).open());
    }

    /**
     * The bytes of a file of any size, for people who named it.
     *
     * @param path as for {@link OutputFile#of}
     * @throws IllegalArgumentException if it cannot be opened, with the reason for people
     */
    public static InputStream stream(String path) {
        try {
            return open(path);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path + ": " + Store.reason(e), e);
        }
    }

    /**
     * True if there is such a file; false if that cannot be found out.
     *
     * @param path as for {@link OutputFile#of}
     */
    public static boolean isThere(String path) {
        try {
            return Store.of(path).exists();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The text of a file in UTF-8.
     *
     * @param path as for {@link OutputFile#of}
     * @throws IllegalArgumentException if it cannot be read or holds more than a MiB, with the reason for people
     */
    public static String text(String path) {
        try (InputStream in = Store.of(path).open()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException(path + " holds more than " + MAX_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path + ": " + Store.reason(e), e);
        }
    }
}
