package org.mandelspark.grid;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Arithmetic whose counts a view has. */
public enum Arithmetic {
    /** That of doubles, unless they end before the view does. */
    AUTO,
    /** That of doubles, in the order of operations that {@link Formula} states, at the points of {@link Linspace}. */
    DOUBLES,
    /** Exact: the counts of the set itself, each of them proved. */
    EXACT;

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The arithmetic of a name.
     *
     * @throws IllegalArgumentException that lists the known ones
     */
    public static Arithmetic parse(String label) {
        return Arrays.stream(values())
                .filter(arithmetic -> arithmetic.label().equals(label.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown arithmetic '" + label + "', known are "
                        + Arrays.stream(values()).map(Arithmetic::label).collect(Collectors.joining(", "))));
    }
}
