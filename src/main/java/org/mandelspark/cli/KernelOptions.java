package org.mandelspark.cli;

import java.util.ArrayList;
import java.util.List;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.study.KernelChoice;
import org.mandelspark.study.StudySettings;
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
            split = ",",
            hideParamSyntax = true,
            description = "Kernel that computes the cells: naive, array, simd; for exact counts deep, deep-steps,"
                    + " deep-balls. Default: ${DEFAULT-VALUE}; for exact counts deep")
    private List<KernelKind> kernels;

    @Mixin
    private InteriorOptions interiorOptions;

    /** Returns the request; throws IllegalArgumentException if options do not go together. */
    Computation<?> computation(ProblemOptions asked) {
        if (kernels.size() > 1) {
            throw new IllegalArgumentException(
                    "%s: %s takes one, not %d".formatted(KERNEL, command.name(), kernels.size()));
        }
        return computations(List.of(asked.problem()), asked.isView()).get(0);
    }

    /**
     * Each problem that is named with each kernel, problems first.
     *
     * @throws IllegalArgumentException if options do not go together
     */
    List<Computation<?>> computations(ProblemOptions asked) {
        return computations(asked.problems(), asked.isView());
    }

    private List<Computation<?>> computations(List<Problem<?>> problems, boolean areViews) {
        InteriorOptions.requireInteriorOf(kernels, KERNEL, command);
        List<Computation<?>> computations = new ArrayList<>();
        for (Problem<?> problem : problems) {
            for (KernelKind kernel : StudySettings.eachOnce(KERNEL, kernels(problem))) {
                KernelChoice.require(kernel, problem, KERNEL);
                boolean leavesOut = areViews && kernel == KernelKind.SIMD;
                computations.add(
                        new Computation<>(problem, kernel, leavesOut ? interiorOptions.interior() : Interior.NONE));
            }
        }
        return computations;
    }

    /** The kernels for a problem: the command's default is for cells of doubles. */
    private List<KernelKind> kernels(Problem<?> problem) {
        boolean isExact = problem.shown().filter(View::isExact).isPresent();
        return isExact && !new GivenOptions(command).has(KERNEL) ? List.of(KernelKind.DEEP) : kernels;
    }
}
