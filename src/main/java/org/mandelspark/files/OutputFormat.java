package org.mandelspark.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats of output, named by the extension of a path. */
public enum OutputFormat {
    /** A picture for the eye. */
    PNG,
    /** A picture for print. */
    TIFF,
    /** The answer itself. */
    NPY,
    /** The run record. */
    JSON;

    /** The extension without its dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if it holds colours, which are made from the answer. */
    public boolean isPicture() {
        return this == PNG || this == TIFF;
    }

    /**
     * The format that a path asks for.
     *
     * @throws IllegalArgumentException that lists the known extensions
     */
    public static OutputFormat ofPath(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> path.contains(".") && format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the extension of '" + path
                        + "' decides what is written, known are "
                        + Arrays.stream(values())
                                .map(format -> "." + format.extension())
                                .collect(Collectors.joining(", "))));
    }
}
