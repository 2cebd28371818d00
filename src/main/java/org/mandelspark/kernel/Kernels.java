package org.mandelspark.kernel;

import java.util.function.BooleanSupplier;
import org.mandelspark.grid.Formula;

/** The escape-time kernels by name. */
public final class Kernels {
    private Kernels() {}

    /**
     * The kernel asked for; in place of {@code simd}, on a JVM that cannot run it fast, {@code naive} and one warning.
     *
     * @param formula the formula that it iterates
     * @param kind its name
     * @param interior work that {@code simd} may leave out; the others never leave any out
     * @throws IllegalArgumentException if a vector width is forced that does not exist, or if the formula has no closed
     *     form and that is asked for
     */
    public static EscapeKernel find(Formula formula, KernelKind kind, Interior interior) {
        interior.requireFor(formula);
        return switch (kind) {
            case DEEP, DEEP_STEPS, DEEP_BALLS -> throw kind.onlyExact();
            case NAIVE -> new NaiveKernel(formula);
            case ARRAY -> new ArrayKernel(formula);
            case SIMD -> {
                EscapeKernel vectors = vectors(formula, interior);
                // A width that is forced is for tests, which mean vectors from the first point on.
                yield hasSimd() && !VectorLookup.isForced() ? WarmingKernel.of(formula, interior, vectors) : vectors;
            }
        };
    }

    /** The kernel {@code simd}, or what stands in for it, that makes no turns with the plain loop while it is cold. */
    static EscapeKernel vectors(Formula formula, Interior interior) {
        return Simd.LOOKUP.make(formula, interior).orElseGet(() -> new NaiveKernel(formula));
    }

    /**
     * Lets {@code simd} compute some points until the JVM has compiled its loops; does nothing where there is none.
     *
     * @param x real parts of the points' columns, at least one
     * @param y imaginary parts of their rows, at least one
     * @param isEnough asked between rows: true if there is no more time
     */
    public static void warmUp(
            Formula formula, Interior interior, double[] x, double[] y, int maxIter, BooleanSupplier isEnough) {
        if (hasSimd()) {
            WarmingKernel.of(formula, interior, vectors(formula, interior)).warmUp(x, y, maxIter, isEnough);
        }
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
