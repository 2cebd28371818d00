package org.mandelspark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads plots as far as a test can. */
final class Plots {
    private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");

    private Plots() {}

    /** All words of an SVG file, in their order, wherever lines end. */
    static String words(Path folder, String name) throws IOException {
        return TEXT.matcher(Files.readString(folder.resolve(name + ".svg")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining(" "))
                .replaceAll(" +", " ");
    }
}
