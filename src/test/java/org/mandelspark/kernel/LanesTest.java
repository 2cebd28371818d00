package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;

/**
 * Vectors of the width that the build asks for give the bits of the plain loops: on views so small that the slow way of
 * the Vector API will do where the machine has no such vectors.
 */
@Tag("lanes")
class LanesTest {
    private static final Region WHOLE = new Region(-2, 0.5, -1.25, 1.25);

    @Test
    void theWidthThatIsForcedIsTaken() {
        String forced = System.getProperty(VectorLookup.BITS_PROPERTY);
        if (forced != null) {
            assertThat(Kernels.hasSimd()).isTrue();
            assertThat(simd(new Formula.Mandelbrot(), Interior.NONE).description())
                    .startsWith("simd (4 × " + forced + " bits");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 50, 97, 98, 300})
    void theWholeSetHasTheCountsOfTheLoop(int maxIter) {
        assertSameCounts(new Formula.Mandelbrot(), new Grid(WHOLE, new Size(37, 23)), maxIter);
    }

    @Test
    void viewsNarrowerThanAVectorHaveTheCountsOfTheLoop() {
        for (int width : new int[] {1, 3, 9}) {
            assertSameCounts(new Formula.Mandelbrot(), new Grid(WHOLE, new Size(width, 5)), 200);
        }
    }

    @Test
    void theBoundaryAndTheNeedleHaveTheCountsOfTheLoop() {
        Region seahorse = new Region(-0.7436939, -0.7435939, 0.1317978, 0.1318540);
        assertSameCounts(new Formula.Mandelbrot(), new Grid(seahorse, new Size(16, 9)), 700);
        assertSameCounts(
                new Formula.Mandelbrot(), new Grid(new Region(-2.01, -1.9, -1e-3, 1e-3), new Size(33, 3)), 400);
    }

    /** Points that discs or exact cycles prove never to escape, and their neighbours that do. */
    @Test
    void whatIsProvedNeverToEscapeDoesNot() {
        Grid grid = new Grid(WHOLE, new Size(24, 18));
        int[] expected = counts(Kernels.find(new Formula.Mandelbrot(), KernelKind.NAIVE, Interior.NONE), grid, 3000);
        EscapeKernel proving = simd(new Formula.Mandelbrot(), Interior.PROVED);
        int[] counts = new int[expected.length];
        RowRange all = RowRange.band(0, grid.height());
        long steps = proving.fill(grid.x(), grid.y(all), 3000, counts, all.starts(grid.width()));
        assertThat(counts).isEqualTo(expected);
        if (Kernels.hasSimd()) {
            long iterations = 0;
            for (int count : expected) {
                iterations += count;
            }
            assertThat(steps).isLessThan(iterations / 2);
        }
    }

    @ParameterizedTest
    @MethodSource("org.mandelspark.ReferenceCounts#formulas")
    void everyFormulaHasTheCountsOfTheLoop(Formula formula) {
        assertSameCounts(formula, new Grid(new Region(-2.2, 1.8, -1.9, 1.7), new Size(19, 17)), 150);
    }

    @Test
    void theGaussMapHasTheBitsOfTheLoop() {
        OrbitDensity wanted = new OrbitDensity(5.8, 9, 70, 20);
        double[] beta = new SplittableRandom(1).doubles(19, -1.1, 1.6).toArray();
        int[] starts = RowRange.band(0, beta.length).starts(wanted.bins());
        List<double[]> answers = new ArrayList<>();
        for (KernelKind kind : KernelKind.ofDoubles()) {
            double[] shares = new double[beta.length * wanted.bins()];
            GaussKernels.find(kind).fill(wanted, beta, shares, starts);
            answers.add(shares);
        }
        assertThat(answers).containsOnly(answers.get(0));
    }

    @Test
    void theMatrixProductHasTheBitsOfTheLoop() {
        int rows = 7;
        int depth = 23;
        int columns = 19;
        SplittableRandom random = new SplittableRandom(2);
        double[] a = random.doubles((long) rows * depth, -1, 1).toArray();
        double[] b = random.doubles((long) depth * columns, -1, 1).toArray();
        int[] aStarts = RowRange.band(0, rows).starts(depth);
        int[] cStarts = RowRange.band(0, rows).starts(columns);
        List<double[]> answers = new ArrayList<>();
        for (KernelKind kind : KernelKind.ofDoubles()) {
            double[] c = new double[rows * columns];
            MatrixKernels.find(kind, b, depth, columns).multiply(a, aStarts, c, cStarts);
            answers.add(c);
        }
        assertThat(answers).containsOnly(answers.get(0));
    }

    private static EscapeKernel simd(Formula formula, Interior interior) {
        return Kernels.vectors(formula, interior);
    }

    private static void assertSameCounts(Formula formula, Grid grid, int maxIter) {
        int[] expected = counts(Kernels.find(formula, KernelKind.NAIVE, Interior.NONE), grid, maxIter);
        for (Interior interior : Interior.values()) {
            if (interior.isFor(formula)) {
                EscapeKernel kernel = simd(formula, interior);
                assertThat(counts(kernel, grid, maxIter))
                        .as(formula.label() + " by " + kernel.description())
                        .isEqualTo(expected);
            }
        }
    }

    private static int[] counts(EscapeKernel kernel, Grid grid, int maxIter) {
        int[] counts = new int[grid.width() * grid.height()];
        RowRange all = RowRange.band(0, grid.height());
        kernel.fill(grid.x(), grid.y(all), maxIter, counts, all.starts(grid.width()));
        return counts;
    }
}
