package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;

class KernelsTest {
    @Property(tries = 300)
    void everyKernelGivesTheCountsOfTheNaiveOneAnywhere(
            @ForAll KernelKind kind,
            @ForAll @DoubleRange(min = -2.2, max = 0.8) double x,
            @ForAll @DoubleRange(min = -1.4, max = 1.4) double y,
            @ForAll @IntRange(min = 0, max = 40) int zoom,
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(min = 1, max = 700) int maxIter) {
        double extent = 3 * Math.pow(0.5, zoom);
        Grid grid = new Grid(new Region(x, x + extent, y, y + extent), new Size(width, height));
        assertThat(counts(kind, grid, maxIter)).isEqualTo(counts(KernelKind.NAIVE, grid, maxIter));
    }

    @Property(tries = 100)
    void aBlockMayLieAnywhereInALargerArrayAndTouchesNothingElse(
            @ForAll KernelKind kind,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 5) int height,
            @ForAll @IntRange(min = 0, max = 9) int offset,
            @ForAll @IntRange(min = 0, max = 9) int gap) {
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(width, height));
        int stride = width + gap;
        int[] wide = new int[offset + height * stride];
        Arrays.fill(wide, -1);
        Kernels.find(kind).fill(grid.x(), grid.y(RowRange.band(0, height)), 50, wide, offset, stride);
        int[] expected = new int[wide.length];
        Arrays.fill(expected, -1);
        int[] block = counts(KernelKind.NAIVE, grid, 50);
        for (int k = 0; k < height; k++) {
            System.arraycopy(block, k * width, expected, offset + k * stride, width);
        }
        assertThat(wide).isEqualTo(expected);
    }

    @Test
    void pointsOnTheCircleAndBeyondTheRangeOfDoublesAreCounted() {
        double[] x = {-2, 2, 0, 1e200, -1e200, 1e308, Math.sqrt(2), 0.25, -0.75, Double.MIN_VALUE};
        double[] y = {0, 2, -2, 1e200, Math.sqrt(2), 1.0000000000000002};
        int[] expected = new int[x.length * y.length];
        Kernels.find(KernelKind.NAIVE).fill(x, y, 1000, expected, 0, x.length);
        assertThat(expected[0]).isEqualTo(1000);
        assertThat(expected[1]).isEqualTo(1);
        assertThat(expected[3]).isZero();
        for (KernelKind kind : KernelKind.values()) {
            int[] counts = new int[expected.length];
            Kernels.find(kind).fill(x, y, 1000, counts, 0, x.length);
            assertThat(counts).as(kind.label()).isEqualTo(expected);
        }
    }

    @Test
    void stepsAreAtLeastTheIterations() {
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(64, 64));
        for (KernelKind kind : KernelKind.values()) {
            int[] counts = new int[64 * 64];
            long steps = Kernels.find(kind).fill(grid.x(), grid.y(RowRange.band(0, 64)), 100, counts, 0, 64);
            long iterations = Arrays.stream(counts).asLongStream().sum();
            assertThat(steps).as(kind.label()).isGreaterThanOrEqualTo(iterations);
            if (kind != KernelKind.SIMD) {
                assertThat(steps).as(kind.label()).isEqualTo(iterations);
            }
        }
    }

    @Test
    void theVectorKernelIsReallyTested() {
        assertThat(Kernels.find(KernelKind.SIMD).description()).startsWith("simd (2 × ");
    }

    @Test
    void anUnknownKernelIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelKind.parse("cuda"))
                .withMessage("unknown kernel 'cuda', known are naive, array, simd");
    }

    private static int[] counts(KernelKind kind, Grid grid, int maxIter) {
        int[] counts = new int[grid.size().pixels()];
        Kernels.find(kind).fill(grid.x(), grid.y(RowRange.band(0, grid.height())), maxIter, counts, 0, grid.width());
        return counts;
    }
}
