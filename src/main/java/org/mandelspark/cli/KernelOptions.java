package org.mandelspark.cli;

import java.util.List;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.Problem;
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
            description = "Kernel that computes the cells: naive, array, simd; for exact counts deep, deep-steps,"
                    + " deep-balls. Default: ${DEFAULT-VALUE}; for exact counts deep")
    private KernelKind kernel;

    @Mixin
    private InteriorOptions interiorOptions;

    /** Returns the request; throws IllegalArgumentException if options do not go together. */
    Computation<?> computation(ProblemOptions asked) {
        Problem<?> problem = asked.problem();
        boolean isExact = problem.shown().filter(View::isExact).isPresent();
        // The command's default is for cells of doubles.
        KernelKind used = isExact && !new GivenOptions(command).has(KERNEL) ? KernelKind.DEEP : kernel;
        Computation<?> computation = new Computation<>(
                problem, used, asked.isView() ? interiorOptions.interiorOf(problem, command) : Interior.NONE);
        InteriorOptions.requireInteriorOf(List.of(used), KERNEL, command);
        return computation;
    }
}
