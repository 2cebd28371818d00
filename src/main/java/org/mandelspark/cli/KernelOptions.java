package org.mandelspark.cli;

import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.study.Subject;
import picocli.CommandLine.Option;

/** The options that say what computes the counts. The command says which are the defaults. */
final class KernelOptions {
    static final String KERNEL = "--kernel";
    static final String INTERIOR = "--interior";

    @Option(
            names = KERNEL,
            paramLabel = "NAME",
            converter = Converters.ToKernel.class,
            description = "What computes the counts: naive, array, simd. Default: ${DEFAULT-VALUE}")
    private KernelKind kernel;

    @Option(
            names = INTERIOR,
            paramLabel = "NAME",
            converter = Converters.ToInterior.class,
            description =
                    "Which work kernel simd may leave out, with the same counts: none, cycles (orbits that repeat),"
                            + " closed-form (cardioid and disc by their equations), proved. Default: ${DEFAULT-VALUE}")
    private Interior interior;

    KernelKind kernel() {
        return kernel;
    }

    Interior interior() {
        return interior;
    }

    /** The view, computed so. */
    Subject subject(View view) {
        return new Subject(view, kernel, interior);
    }
}
