package org.mandelspark.kernel;

import org.mandelspark.grid.Counted;

/** The kernels of the matrix product by name. */
public final class MatrixKernels {
    private MatrixKernels() {}

    /**
     * The kernel asked for; in place of {@code simd} on a JVM that cannot run it fast, {@code array} and one warning.
     *
     * @param b the right factor, row-major; it must not change afterwards
     * @param depth rows of B, at least 1
     * @param columns of B, at least 1
     * @throws IllegalArgumentException if B does not have so many cells, or if a vector width is forced that does not
     *     exist
     */
    public static MatrixKernel find(KernelKind kind, double[] b, int depth, int columns) {
        if (depth < 1 || columns < 1 || (long) depth * columns != b.length) {
            throw new IllegalArgumentException(
                    "a matrix of %dx%d cannot be made of %s".formatted(depth, columns, Counted.of(b.length, "cell")));
        }
        return switch (kind) {
            case DEEP, DEEP_STEPS, DEEP_BALLS -> throw kind.onlyExact();
            case NAIVE -> new NaiveMatrixKernel(b, depth, columns);
            case ARRAY -> new ArrayMatrixKernel(b, depth, columns);
            case SIMD -> Simd.LOOKUP.make(b, depth, columns).orElseGet(() -> new ArrayMatrixKernel(b, depth, columns));
        };
    }

    /** True if {@code simd} is there and faster than the other kernels on this JVM, once it is warm. */
    public static boolean hasSimd() {
        return Simd.LOOKUP.isFast();
    }

    /** Initialised on first use of {@code simd}, as the lookup takes some milliseconds. */
    private static final class Simd {
        static final VectorLookup<MatrixKernel> LOOKUP = VectorLookup.of(
                "org.mandelspark.kernel.SimdMatrixKernel",
                MatrixKernel.class,
                "array",
                VectorLookup.Fma.REQUIRED,
                double[].class,
                int.class,
                int.class);
    }
}
