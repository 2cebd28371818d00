package org.mandelspark.kernel;

/** The kernels of the Gauss map by name. */
public final class GaussKernels {
    private GaussKernels() {}

    /**
     * The kernel asked for; in place of {@code simd} on a JVM that cannot run it fast, {@code naive} and one warning.
     *
     * @throws IllegalArgumentException if a vector width is forced that does not exist
     */
    public static GaussKernel find(KernelKind kind) {
        return switch (kind) {
            case DEEP, DEEP_STEPS, DEEP_BALLS -> throw kind.onlyExact();
            case NAIVE -> new NaiveGaussKernel();
            case ARRAY -> new ArrayGaussKernel();
            case SIMD -> Simd.LOOKUP.make().orElseGet(NaiveGaussKernel::new);
        };
    }

    /** True if {@code simd} is there and faster than the other kernels on this JVM, once it is warm. */
    public static boolean hasSimd() {
        return Simd.LOOKUP.isFast();
    }

    /** Initialised on first use of {@code simd}, as the lookup takes some milliseconds. */
    private static final class Simd {
        static final VectorLookup<GaussKernel> LOOKUP = VectorLookup.of(
                "org.mandelspark.kernel.SimdGaussKernel", GaussKernel.class, "naive", VectorLookup.Fma.REQUIRED);
    }
}
