package org.mandelspark.cli;

import org.mandelspark.kernel.Interior;
import picocli.CommandLine.Option;

/** The option that says which work may be left out. The command says which is the default. */
final class InteriorOptions {
    static final String INTERIOR = "--interior";

    @Option(
            names = INTERIOR,
            paramLabel = "NAME",
            converter = Converters.ToInterior.class,
            description =
                    "Which work kernel simd may leave out, with the same counts: none, cycles (orbits that repeat),"
                            + " closed-form (cardioid and disc by their equations), proved. Default: ${DEFAULT-VALUE}")
    private Interior interior;

    Interior interior() {
        return interior;
    }
}
