package org.mandelspark.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mandelspark.grid.View;
import org.mandelspark.workload.Computation;

/** What may differ between the computations of a sweep: options of the command line that take a list. */
public enum SweepAxis {
    /** Columns and rows of the answer. */
    SIZE("size", ""),
    /** Iterations after which a point of a view counts as never escaping. */
    MAX_ITER("max-iter", "max-iter "),
    /** What computes the cells. */
    KERNEL("kernel", "kernel ");

    private final String label;
    private final String intro;

    SweepAxis(String label, String intro) {
        this.label = label;
        this.intro = intro;
    }

    /** The option without its hyphens. */
    public String label() {
        return label;
    }

    /** The value of a computation, as the option has it; nothing if it has none. */
    public Optional<String> value(Computation<?> computation) {
        return switch (this) {
            case SIZE ->
                Optional.of(computation.problem().fileColumns() + "x"
                        + computation.problem().fileRows());
            case MAX_ITER -> computation.problem().shown().map(View::maxIter).map(String::valueOf);
            case KERNEL -> Optional.of(computation.kernel().label());
        };
    }

    /** The axes on which computations differ. */
    public static List<SweepAxis> varied(List<Computation<?>> computations) {
        return Arrays.stream(values())
                .filter(axis ->
                        computations.stream().map(axis::value).distinct().count() > 1)
                .toList();
    }

    /** The value as tables show it. */
    public String shown(Computation<?> computation) {
        return value(computation).orElse("none");
    }

    /** The value in words. */
    public String describe(Computation<?> computation) {
        return intro + shown(computation);
    }

    /** A computation among others in a few words, by the axes on which they differ. */
    public static String describe(Computation<?> computation, List<SweepAxis> varied) {
        return varied.stream().map(axis -> axis.describe(computation)).collect(Collectors.joining(", "));
    }

    /** The name of a computation's folder among those of others. */
    public static String folder(Computation<?> computation, List<SweepAxis> varied) {
        return varied.stream()
                .map(axis -> axis.label + "-" + axis.shown(computation))
                .collect(Collectors.joining("-"));
    }
}
