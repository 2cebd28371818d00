package org.mandelspark.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values of {@code --workload} of a study, and the options that say what exactly is computed. */
enum WorkloadKind {
    /** Escape counts of a view, whatever its formula. */
    MANDELBROT,
    /** The bifurcation diagram of the Gauss map. */
    GAUSS,
    /** The product of two matrices. */
    MATMUL;

    private static final List<String> OF_VIEWS = List.of(
            ViewOptions.VIEW,
            ViewOptions.REGION,
            ViewOptions.CENTER,
            ViewOptions.WIDTH,
            ViewOptions.FORMULA,
            ViewOptions.MAX_ITER,
            InteriorOptions.INTERIOR);

    /** The name on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The options that go with this one only. */
    List<String> options() {
        return switch (this) {
            case MANDELBROT -> OF_VIEWS;
            case GAUSS -> GaussOptions.NAMES;
            case MATMUL -> MatrixOptions.NAMES;
        };
    }

    /** The workload of a name; throws IllegalArgumentException that lists them. */
    static WorkloadKind parse(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown workload '" + label + "', known are "
                        + Arrays.stream(values()).map(WorkloadKind::label).collect(Collectors.joining(", "))));
    }
}
