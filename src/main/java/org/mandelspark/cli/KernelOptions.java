package org.mandelspark.cli;

import java.util.List;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.Computation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what computes the cells. The command says which are the defaults. */
final class KernelOptions {
    static final String KERNEL = "--kernel";
    static final String INTERIOR = InteriorOptions.INTERIOR;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = KERNEL,
            paramLabel = "NAME",
            description = "Kernel that computes the cells: naive, array, simd. Default: ${DEFAULT-VALUE}")
    private KernelKind kernel;

    @Mixin
    private InteriorOptions interiorOptions;

    /** Returns the request; throws IllegalArgumentException if options do not go together. */
    Computation<?> computation(ProblemOptions asked) {
        Computation<?> computation =
                new Computation<>(asked.problem(), kernel, asked.isView() ? interiorOptions.interior() : Interior.NONE);
        InteriorOptions.requireInteriorOf(List.of(kernel), KERNEL, command);
        return computation;
    }
}
