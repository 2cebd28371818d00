package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.GaussKernels;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.Kernels;
import org.mandelspark.kernel.MatrixKernels;
import org.mandelspark.kernel.OrbitDensity;
import org.mandelspark.workload.BetaRange;
import org.mandelspark.workload.GaussProblem;
import org.mandelspark.workload.ProductProblem;
import org.mandelspark.workload.SeededMatrix;
import org.mandelspark.workload.ViewProblem;

class KernelChoiceTest {
    private static final KernelChoice AUTO = KernelChoice.parse("auto");
    /** Taken by a JVM that compiles them. */
    private static final KernelKind VECTORS = Kernels.hasSimd() ? KernelKind.SIMD : KernelKind.NAIVE;

    private static final Frame WHOLE = Frame.bounds("-2,0.5,-1.25,1.25");

    private static ViewProblem view(Frame frame, int side, int maxIter) {
        View view = new View("test", new Formula.Mandelbrot(), frame, new Size(side, side), maxIter);
        return new ViewProblem(view);
    }

    @Test
    void aShortJobTakesTheLoopThatNeedsNoCompiling() {
        assertThat(AUTO.kernel(view(WHOLE, 400, 400), 2)).isEqualTo(KernelKind.NAIVE);
        assertThat(AUTO.kernel(view(WHOLE, 1, 1), 1)).isEqualTo(KernelKind.NAIVE);
    }

    @Test
    void aLongJobTakesVectors() {
        assertThat(AUTO.kernel(view(WHOLE, 4096, 1000), 2)).isEqualTo(VECTORS);
    }

    @Test
    void whatIsLongForFewWorkersIsShortForMany() {
        ViewProblem view = view(WHOLE, 2048, 1000);
        assertThat(AUTO.kernel(view, 2)).isEqualTo(VECTORS);
        assertThat(AUTO.kernel(view, 64)).isEqualTo(KernelKind.NAIVE);
    }

    @Test
    void nothingIsCountedBeyondWhatItTakesToKnow() {
        // A thousand points of two thousand million iterations each would take an hour.
        Frame inside = Frame.bounds("-0.1,0.1,-0.1,0.1");
        assertThat(AUTO.kernel(view(inside, 4000, 50_000_000), 2)).isEqualTo(VECTORS);
    }

    @Test
    void theOtherWorkloadsTakeTheKernelThatIsWarmFirstIfTheyAreShort() {
        assertThat(AUTO.kernel(gauss(64, 40), 2)).isEqualTo(KernelKind.NAIVE);
        assertThat(AUTO.kernel(gauss(2000, 1000), 1)).isEqualTo(KernelKind.ARRAY);
        assertThat(AUTO.kernel(gauss(20_000, 4000), 2))
                .isEqualTo(GaussKernels.hasSimd() ? KernelKind.SIMD : KernelKind.ARRAY);
        assertThat(AUTO.kernel(product(300), 1)).isEqualTo(KernelKind.ARRAY);
        assertThat(AUTO.kernel(product(2048), 2))
                .isEqualTo(MatrixKernels.hasSimd() ? KernelKind.SIMD : KernelKind.ARRAY);
    }

    private static GaussProblem gauss(int betas, int bins) {
        return new GaussProblem(new OrbitDensity(5.8, 200, 10 * bins, bins), new BetaRange(-1, 1, betas));
    }

    private static ProductProblem product(int size) {
        return ProductProblem.of(new SeededMatrix(1, size, size), new SeededMatrix(2, size, size));
    }

    @Test
    void aKernelThatIsNamedIsTaken() {
        assertThat(KernelChoice.parse("array").kernel(view(WHOLE, 4096, 1000), 2))
                .isEqualTo(KernelKind.ARRAY);
        assertThat(KernelChoice.parse("simd").kernel(view(WHOLE, 1, 1), 2)).isEqualTo(KernelKind.SIMD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelChoice.parse("fast"))
                .withMessage("unknown kernel 'fast', known are naive, array, simd, deep, deep-steps, deep-balls, auto");
    }
}
