package org.mandelspark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandelspark.grid.Size;
import org.mandelspark.workload.PlaneProblem;
import org.mandelspark.workload.Problem;
import org.mandelspark.workload.ProductProblem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what a study computes: a view, or another workload. The command says which view is the default. */
final class ProblemOptions {
    static final String WORKLOAD = "--workload";

    /** Matrices of no given size: 17 billion operations, half a second of one core. */
    private static final int DEFAULT_MATRIX_SIZE = 2048;

    private static final long MATRIX_SEED = 1;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = WORKLOAD,
            paramLabel = "NAME",
            defaultValue = "mandelbrot",
            description = "Workload to compute: mandelbrot (a view, whatever its formula), gauss (--size: betas x bins,"
                    + " default " + GaussOptions.DEFAULT_SIZE + "), matmul (--size N, default " + DEFAULT_MATRIX_SIZE
                    + ", or --a and --b). Default: ${DEFAULT-VALUE}")
    private WorkloadKind workload;

    @Mixin
    private ViewOptions viewOptions;

    @Mixin
    private GaussOptions gaussOptions;

    @Mixin
    private MatrixOptions matrixOptions;

    /** True if it is a view, which has pixels and work that can be left out. */
    boolean isView() {
        return workload == WorkloadKind.MANDELBROT;
    }

    /**
     * The problem to be computed.
     *
     * @throws IllegalArgumentException if options do not go together or a value is wrong, with the reason for people
     */
    Problem<?> problem() {
        requireOptionsOfWorkload();
        return isView()
                ? PlaneProblem.of(viewOptions.view())
                : problem(isSizeGiven() ? viewOptions.size() : Optional.empty());
    }

    /**
     * The problems of all sizes, and of all maxima of iterations, that are named; sizes first.
     *
     * @throws IllegalArgumentException as {@link #problem} does, or if a value is named twice
     */
    List<Problem<?>> problems() {
        requireOptionsOfWorkload();
        List<Problem<?>> problems = new ArrayList<>();
        if (isView()) {
            viewOptions.views().forEach(view -> problems.add(PlaneProblem.of(view)));
        } else {
            List<Size> sizes = isSizeGiven() ? viewOptions.sizes() : List.of();
            ViewOptions.each(ViewOptions.SIZE, sizes).forEach(size -> problems.add(problem(size)));
        }
        return problems;
    }

    private void requireOptionsOfWorkload() {
        for (WorkloadKind other : WorkloadKind.values()) {
            if (other != workload) {
                other.options().forEach(option -> requireNotGiven(option, other));
            }
        }
    }

    /** False if the size is a command's default, which is meant for its view. */
    private boolean isSizeGiven() {
        return new GivenOptions(command).has(ViewOptions.SIZE);
    }

    private Problem<?> problem(Optional<Size> size) {
        return switch (workload) {
            case MANDELBROT -> PlaneProblem.of(viewOptions.view());
            case GAUSS -> gaussOptions.problem(size.orElse(Size.parse(GaussOptions.DEFAULT_SIZE)));
            case MATMUL -> product(size.map(ProblemOptions::side));
        };
    }

    /** Says on stderr if a problem is a view too deep for doubles. */
    void warnIfTooDeep(Problem<?> problem) {
        problem.shown().ifPresent(viewOptions::warnIfTooDeep);
    }

    private ProductProblem product(Optional<Integer> size) {
        if (!matrixOptions.areGiven()) {
            return MatrixOptions.seeded(size.orElse(DEFAULT_MATRIX_SIZE), MATRIX_SEED);
        }
        return size.isPresent() ? matrixOptions.ofFiles(size.get()) : matrixOptions.ofFiles();
    }

    private static int side(Size size) {
        if (size.width() != size.height()) {
            throw new IllegalArgumentException(
                    "--size " + size + ": matrices that are made here are square, such as --size " + size.width());
        }
        return size.width();
    }

    private void requireNotGiven(String option, WorkloadKind itsWorkload) {
        if (new GivenOptions(command).has(option)) {
            throw new IllegalArgumentException(
                    option + " goes with " + WORKLOAD + " " + itsWorkload.label() + ", not " + workload.label());
        }
    }
}
