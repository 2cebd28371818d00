package org.mandelspark.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kernels that can be asked for by name. */
public enum KernelKind {
    /** A readable double loop: the baseline that everything is checked against. */
    NAIVE,
    /** Whole-block passes over arrays, the NumPy way. */
    ARRAY,
    /** Vector API lanes. */
    SIMD,
    /** Perturbation of one orbit, proved, in blocks of many steps: the kernel of exact counts, see {@code kernel.deep}. */
    DEEP,
    /** Perturbation without blocks: every iteration of every point is a step. */
    DEEP_STEPS,
    /** Balls of integers alone, without the orbit: the last tier of the others, thousands of times slower. */
    DEEP_BALLS;

    /** The kernels of doubles. */
    public static List<KernelKind> ofDoubles() {
        return List.of(NAIVE, ARRAY, SIMD);
    }

    /** The kernels of exact counts. */
    public static List<KernelKind> ofExactCounts() {
        return List.of(DEEP, DEEP_STEPS, DEEP_BALLS);
    }

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Refusal of a kernel of exact counts for other cells. */
    public IllegalArgumentException onlyExact() {
        return new IllegalArgumentException("kernel " + label()
                + " is for exact counts of views, which --arithmetic exact asks for, or a deep --zoom");
    }

    /**
     * The kernel of a name.
     *
     * @throws IllegalArgumentException that lists the known kernels
     */
    public static KernelKind parse(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kernel '" + label + "', known are "
                        + Arrays.stream(values()).map(KernelKind::label).collect(Collectors.joining(", "))));
    }
}
