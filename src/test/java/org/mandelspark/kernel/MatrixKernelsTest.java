package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

/** Every kernel gives the bits of the naive one. */
class MatrixKernelsTest {
    private static final double UNTOUCHED = -7;

    @Property(cases = 150)
    void everyKernelGivesTheBitsOfTheNaiveOne(Draw draw) {
        int rows = draw.integer(1, 20);
        int depth = draw.integer(1, 90);
        int columns = draw.integer(1, 70);
        long seed = draw.seed();
        assertSameBits(rows, depth, columns, seed);
    }

    @Test
    void manyBlocksGiveTheSameBits() {
        for (int depth : new int[] {383, 384, 385, 1536, 1601}) {
            assertSameBits(13, depth, 41, depth);
        }
        assertSameBits(1, 800, 1, 5);
    }

    @Test
    void termsAreAddedInAscendingOrderWithOneRoundingEach() {
        // 1 + 2⁻⁵³ is 1, twice; the other way round it would not be. (1 + 2⁻³⁰)² − 1 − 2⁻²⁹ is 2⁻⁶⁰ with one rounding.
        double[] a = {1, 0x1p-53, 0x1p-53, -(1 + 0x1p-29), 1 + 0x1p-30, -1};
        double[] b = {1, 0, 1, 0, 1, 0, 0, 1, 0, 1 + 0x1p-30, 0, 0};
        for (KernelKind kind : KernelKind.ofDoubles()) {
            double[] c = new double[2];
            MatrixKernels.find(kind, b, 6, 2).multiply(a, new int[] {0}, c, new int[] {0});
            assertThat(c).as(kind.label()).containsExactly(1, 0x1p-60);
        }
    }

    @Test
    void sumsErrByNoMoreThanTheTheoryOfRoundingAllows() {
        SplittableRandom random = new SplittableRandom(3);
        int depth = 200;
        double[] a = random.doubles(depth, -1, 1).toArray();
        double[] b = random.doubles(depth, -1, 1).toArray();
        BigDecimal exact = BigDecimal.ZERO;
        double magnitude = 0;
        for (int k = 0; k < depth; k++) {
            exact = exact.add(new BigDecimal(a[k]).multiply(new BigDecimal(b[k])));
            magnitude += Math.abs(a[k] * b[k]);
        }
        double[] c = new double[1];
        MatrixKernels.find(KernelKind.SIMD, b, depth, 1).multiply(a, new int[] {0}, c, new int[] {0});
        // γ of n terms: N. Higham, Accuracy and Stability of Numerical Algorithms, 3.1.
        assertThat(exact.subtract(new BigDecimal(c[0])).abs().doubleValue()).isLessThan(depth * 0x1p-53 * magnitude);
    }

    @Test
    void theVectorKernelIsReallyTested() {
        assertThat(MatrixKernels.find(KernelKind.SIMD, new double[1], 1, 1).description())
                .startsWith("simd (6 rows × 2 × ");
    }

    @Test
    void aMatrixOfTheWrongSizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixKernels.find(KernelKind.NAIVE, new double[5], 2, 3))
                .withMessage("a matrix of 2x3 cannot be made of 5 cells");
        assertThatIllegalArgumentException().isThrownBy(() -> MatrixKernels.find(KernelKind.SIMD, new double[0], 0, 3));
    }

    /** Rows of A and C lie in reverse with gaps between them; those of C must stay as they were. */
    private static void assertSameBits(int rows, int depth, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] a = random.doubles((long) rows * (depth + 2), -1, 1).toArray();
        double[] b = random.doubles((long) depth * columns, -1, 1).toArray();
        int[] aStarts = new int[rows];
        int[] cStarts = new int[rows];
        for (int i = 0; i < rows; i++) {
            aStarts[i] = (rows - 1 - i) * (depth + 2);
            cStarts[i] = (rows - 1 - i) * (columns + 1);
        }
        double[] expected = result(KernelKind.NAIVE, a, aStarts, b, depth, columns, cStarts);
        for (KernelKind kind : KernelKind.ofDoubles()) {
            assertThat(result(kind, a, aStarts, b, depth, columns, cStarts))
                    .as("%s, %d x %d x %d", kind, rows, depth, columns)
                    .isEqualTo(expected);
        }
    }

    private static double[] result(
            KernelKind kind, double[] a, int[] aStarts, double[] b, int depth, int columns, int[] cStarts) {
        double[] c = new double[aStarts.length * (columns + 1)];
        Arrays.fill(c, UNTOUCHED);
        long steps = MatrixKernels.find(kind, b, depth, columns).multiply(a, aStarts, c, cStarts);
        assertThat(steps).isGreaterThanOrEqualTo((long) aStarts.length * depth * columns);
        return c;
    }
}
