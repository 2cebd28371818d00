package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/** The kernels of fractions by name; all give the same. */
public final class FractionKernels {
    private FractionKernels() {}

    /**
     * The kernel asked for; in place of {@code array}, which does not exist, and of {@code simd} on a JVM that cannot run it
     * fast, {@code naive}.
     *
     * @param formula the formula that is iterated
     * @param maxIter the count of points that never escape
     */
    public static FractionKernel find(Formula formula, int maxIter, KernelKind kind) {
        return switch (kind) {
            case DEEP, DEEP_STEPS, DEEP_BALLS -> throw kind.onlyExact();
            case NAIVE, ARRAY -> new NaiveFractions(formula, maxIter);
            case SIMD ->
                Simd.LOOKUP.isFast()
                        ? Simd.LOOKUP.make(formula, maxIter).orElseThrow()
                        : new NaiveFractions(formula, maxIter);
        };
    }

    /** Initialised on first use of {@code simd}, as the lookup takes some milliseconds. */
    private static final class Simd {
        static final VectorLookup<FractionKernel> LOOKUP = VectorLookup.of(
                "org.mandelspark.kernel.SimdFractions",
                FractionKernel.class,
                "naive",
                VectorLookup.Fma.REPLACEABLE,
                Formula.class,
                int.class);
    }
}
