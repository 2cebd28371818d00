package org.mandelspark.kernel;

/** The kernels of the Gauss map by name. */
public final class GaussKernels {
    private GaussKernels() {}

    /**
     * The kernel asked for; in place of {@code simd} on a JVM that cannot run it, {@code naive} and one warning.
     *
     * @throws IllegalArgumentException if a vector width is forced that this machine does not have
     */
    public static GaussKernel find(KernelKind kind) {
        return switch (kind) {
            case NAIVE -> new NaiveGaussKernel();
            case ARRAY -> new ArrayGaussKernel();
            case SIMD -> Simd.LOOKUP.make().orElseGet(NaiveGaussKernel::new);
        };
    }

    /** Initialised on first use of {@code simd}, so that a warning appears only to whom it concerns. */
    private static final class Simd {
        static final VectorLookup<GaussKernel> LOOKUP =
                VectorLookup.of("org.mandelspark.kernel.SimdGaussKernel", GaussKernel.class, "naive");
    }
}
