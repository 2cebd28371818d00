package org.mandelspark.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mandelspark.grid.Counted;

/**
 * A line of colours, from the pixels that escape at once to those that stay longest.
 *
 * <p>The tables are resources, {@code palettes/NAME.txt}, each with its source and licence in the first line. All are
 * even to the eye. The last four are cyclic: their end joins their start. The others run from dark to another end.
 *
 * @param name as on the command line
 * @param colours {@value #SIZE} of them, 0xRRGGBB
 */
public record Palette(String name, List<Integer> colours) {
    /** Number of colours in a palette. */
    public static final int SIZE = 256;

    private static final List<String> NAMES = List.of(
            "viridis", "magma", "inferno", "plasma", "cividis", "grey", "dusk", "tide", "gilt", "ember", "frost");

    private static final String GRADIENT = ".ggr";
    private static final String MAP = ".map";

    private static final int WHITE = 0xffffff;
    private static final int DIGITS = 6;

    /** Copies the colours. */
    public Palette {
        colours = List.copyOf(colours);
        if (colours.size() != SIZE) {
            throw new IllegalArgumentException(
                    "palette '%s' has %s, %d are needed".formatted(name, Counted.of(colours.size(), "colour"), SIZE));
        }
        for (int rgb : colours) {
            if (rgb < 0 || rgb > WHITE) {
                throw new IllegalArgumentException(
                        "palette '%s': %x is not a colour of the form RRGGBB".formatted(name, rgb));
            }
        }
    }

    /** The known palettes, the default first. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The palette of that name.
     *
     * @throws IllegalArgumentException that lists the known ones
     */
    public static Palette named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "unknown palette '%s': take one of %s, or the path of a .ggr or .map file"
                            .formatted(name, String.join(", ", NAMES)));
        }
        String resource = "/palettes/" + name + ".txt";
        try (InputStream table = Palette.class.getResourceAsStream(resource)) {
            if (table == null) {
                throw new IllegalStateException("the program was packed without " + resource);
            }
            return new Palette(name, parse(new String(table.readAllBytes(), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** True if a text is the name of a file that {@link #ofFile} can read. */
    public static boolean isFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(GRADIENT) || lower.endsWith(MAP);
    }

    /**
     * The palette of a GIMP gradient or of a Fractint map.
     *
     * @param name of the file, which ends with {@code .ggr} or {@code .map}; becomes that of the palette
     * @param text of the file
     * @throws IllegalArgumentException that says what is wrong with the file
     */
    public static Palette ofFile(String name, String text) {
        return new Palette(
                name,
                name.toLowerCase(Locale.ROOT).endsWith(GRADIENT) ? GimpGradient.parse(text) : FractintMap.parse(text));
    }

    /** The colours one after the other, six hexadecimal digits each. */
    public String digits() {
        return colours.stream().map("%06x"::formatted).collect(Collectors.joining());
    }

    /**
     * The palette of such digits.
     *
     * @throws IllegalArgumentException if they are not {@value #SIZE} colours
     */
    public static Palette ofDigits(String name, String digits) {
        if (!digits.matches("([0-9a-f]{6})*")) {
            throw new IllegalArgumentException(
                    "palette '" + name + "' must have six hexadecimal digits for each colour");
        }
        return new Palette(
                name,
                IntStream.range(0, digits.length() / DIGITS)
                        .mapToObj(i -> Integer.parseInt(digits.substring(DIGITS * i, DIGITS * (i + 1)), 16))
                        .toList());
    }

    private static List<Integer> parse(String table) {
        return table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Integer.parseInt(line, 16))
                .toList();
    }
}
