package org.mandelspark.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Counts as tab-separated values in UTF-8 without a header: a name, a tab, its count, a line feed. */
public final class Tsv {
    private Tsv() {}

    /**
     * Writes one line; a tab, line feed, carriage return or backslash in the name becomes {@code \t}, {@code \n},
     * {@code \r} or {@code \\}.
     */
    public static void writeCount(String name, long count, OutputStream out) throws IOException {
        out.write((escaped(name) + "\t" + count + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String name) {
        boolean isPlain = name.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '\\');
        return isPlain
                ? name
                : name.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
