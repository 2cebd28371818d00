package org.mandelspark.cli;

import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.study.Subject;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what computes the cells. The command says which are the defaults. */
final class KernelOptions {
    static final String KERNEL = "--kernel";
    static final String INTERIOR = InteriorOptions.INTERIOR;

    @Option(
            names = KERNEL,
            paramLabel = "NAME",
            converter = Converters.ToKernel.class,
            description = "What computes the cells: naive, array, simd. Default: ${DEFAULT-VALUE}")
    private KernelKind kernel;

    @Mixin
    private InteriorOptions interiorOptions;

    /** What was asked for, computed so. */
    Subject<?> subject(SubjectOptions asked) {
        return asked.subject(kernel, asked.isView() ? interiorOptions.interior() : Interior.NONE);
    }
}
