package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One lookup serves all workloads; where it finds nothing, plain loops take over. */
@Tag("lanes")
class VectorLookupTest {
    private static final String MODE = System.getProperty("java.vm.info", "").toLowerCase(Locale.ROOT);
    private static final boolean IS_FORCED = System.getProperty(VectorLookup.BITS_PROPERTY) != null;

    /** Otherwise every test of vectors would be one of plain loops. */
    @Test
    void theModuleIsThere() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
    }

    @Test
    void withoutC2ThePlainLoopsAreTakenUnlessAWidthIsForced() {
        boolean isCompiledWell = !MODE.contains("interpreted") && !MODE.contains("emulated-client");
        assertThat(Kernels.hasSimd()).isEqualTo(IS_FORCED || isCompiledWell);
        boolean hasFma = VectorLookup.hasFma();
        assertThat(GaussKernels.hasSimd()).isEqualTo(IS_FORCED || (isCompiledWell && hasFma));
        assertThat(MatrixKernels.hasSimd()).isEqualTo(IS_FORCED || (isCompiledWell && hasFma));
    }

    @Test
    void theKernelSaysWhichLoopsItTakes() {
        String taken = GaussKernels.find(KernelKind.SIMD).description();
        assertThat(taken).startsWith(GaussKernels.hasSimd() ? "simd (8 × " : "naive");
        double[] b = {1};
        assertThat(MatrixKernels.find(KernelKind.SIMD, b, 1, 1).description())
                .startsWith(MatrixKernels.hasSimd() ? "simd (" : "array");
    }
}
