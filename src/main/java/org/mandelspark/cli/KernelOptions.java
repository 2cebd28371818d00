package org.mandelspark.cli;

import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.study.Subject;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what computes the counts. The command says which are the defaults. */
final class KernelOptions {
    static final String KERNEL = "--kernel";
    static final String INTERIOR = InteriorOptions.INTERIOR;

    @Option(
            names = KERNEL,
            paramLabel = "NAME",
            converter = Converters.ToKernel.class,
            description = "What computes the counts: naive, array, simd. Default: ${DEFAULT-VALUE}")
    private KernelKind kernel;

    @Mixin
    private InteriorOptions interiorOptions;

    KernelKind kernel() {
        return kernel;
    }

    Interior interior() {
        return interiorOptions.interior();
    }

    /** The view, computed so. */
    Subject subject(View view) {
        return new Subject(view, kernel, interior());
    }
}
