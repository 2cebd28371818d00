package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/** The escape-time kernels by name. */
public final class Kernels {
    private Kernels() {}

    /**
     * The kernel asked for; in place of {@code simd}, on a JVM that cannot run it fast, {@code naive} and one warning.
     *
     * @param formula what it iterates
     * @param kind which one
     * @param interior which work {@code simd} may leave out; the others never leave any out
     * @throws IllegalArgumentException if a vector width is forced that does not exist, or if the formula has no closed
     *     form and that is asked for
     */
    public static EscapeKernel find(Formula formula, KernelKind kind, Interior interior) {
        interior.requireFor(formula);
        return switch (kind) {
            case NAIVE -> new NaiveKernel(formula);
            case ARRAY -> new ArrayKernel(formula);
            case SIMD -> Simd.LOOKUP.make(formula, interior).orElseGet(() -> new NaiveKernel(formula));
        };
    }

    /** True if {@code simd} is there and faster than the other kernels on this JVM, once it is warm. */
    public static boolean hasSimd() {
        return Simd.LOOKUP.isFast();
    }

    /** Initialised on first use of {@code simd}, as the lookup takes some milliseconds. */
    private static final class Simd {
        static final VectorLookup<EscapeKernel> LOOKUP = VectorLookup.of(
                "org.mandelspark.kernel.SimdKernel",
                EscapeKernel.class,
                "naive",
                VectorLookup.Fma.REPLACEABLE,
                Formula.class,
                Interior.class);
    }
}
