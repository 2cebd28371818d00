package org.mandelspark.files;

import java.util.Arrays;
import java.util.Comparator;
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
    JSON,
    /** A picture of what proved each count. */
    TIERS_PNG,
    /** Codes of the tiers, as an array. */
    TIERS_NPY,
    /** A trace of the run. */
    TRACE_JSON_GZ;

    /** The extension without its first dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** True if it holds what proved each count, and not the counts. */
    public boolean isOfTiers() {
        return this == TIERS_PNG || this == TIERS_NPY;
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
        String lower = path.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.extension()))
                .max(Comparator.comparingInt(format -> format.extension().length()))
                .orElseThrow(() -> new IllegalArgumentException("the extension of '" + path
                        + "' decides what is written, known are "
                        + Arrays.stream(values())
                                .map(format -> "." + format.extension())
                                .collect(Collectors.joining(", "))));
    }
}
