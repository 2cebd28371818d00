package org.mandelspark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mandelspark.files.NpyReader;
import org.mandelspark.grid.RowRange;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;

/** The matrix product against NumPy (src/test/python/make_matmul_fixtures.py). */
class MatrixProductTest {
    private static final double BOUND = 1e-13;

    /** A matrix that counts how often it is loaded. */
    private static final class Counted implements MatrixSource {
        private static final long serialVersionUID = 1L;

        private final double[] cells;
        private final int columns;
        private int loads;

        private Counted(double[] cells, int columns) {
            this.cells = cells;
            this.columns = columns;
        }

        @Override
        public int rows() {
            return cells.length / columns;
        }

        @Override
        public int columns() {
            return columns;
        }

        @Override
        public double[] cells() {
            loads++;
            return cells.clone();
        }

        @Override
        public String label() {
            return "counted";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Counted counted && Arrays.equals(cells, counted.cells);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(cells);
        }
    }

    @Test
    void aProductIsThatOfNumpyToThirteenDigits() throws IOException {
        double[] expected = numpy("c.npy");
        for (KernelKind kind : KernelKind.ofDoubles()) {
            MatrixProduct product = product(new Counted(numpy("a.npy"), 53), new Counted(numpy("b.npy"), 41), kind);
            double[] c = whole(product);
            for (int i = 0; i < expected.length; i++) {
                // All terms are positive, so no cell owes its digits to luck.
                assertThat(Math.abs(c[i] - expected[i]) / expected[i]).isLessThan(BOUND);
            }
        }
    }

    @Test
    void seededMatricesAreThoseThatPythonMakes() throws IOException {
        double[] expected = numpy("c-seeded.npy");
        double[] c = whole(product(new SeededMatrix(1, 64, 64), new SeededMatrix(2, 64, 64), KernelKind.SIMD));
        double error = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            error += (c[i] - expected[i]) * (c[i] - expected[i]);
            norm += expected[i] * expected[i];
        }
        assertThat(Math.sqrt(error / norm)).isLessThan(BOUND);
    }

    @Test
    void seededCellsFillTheirIntervalEvenly() {
        double[] cells = new SeededMatrix(7, 300, 100).cells();
        double sum = 0;
        double squares = 0;
        for (double cell : cells) {
            assertThat(cell).isBetween(-1.0, Math.nextDown(1.0));
            sum += cell;
            squares += cell * cell;
        }
        // Four standard errors of the mean, 1/√(3n), and of the mean square, √(4/45n).
        assertThat(sum / cells.length).isBetween(-0.0134, 0.0134);
        assertThat(squares / cells.length).isBetween(1 / 3.0 - 0.0069, 1 / 3.0 + 0.0069);
    }

    @Test
    void factorsAreLoadedOnceHoweverOftenTheProductTravels() throws Exception {
        Counted a = new Counted(new double[] {1, 2, 3, 4}, 2);
        Counted b = new Counted(new double[] {5, 6, 7, 8}, 2);
        MatrixProduct product = product(a, b, KernelKind.NAIVE);
        product.load();
        for (int i = 0; i < 3; i++) {
            MatrixProduct copy = copy(product);
            assertThat(whole(copy)).containsExactly(19, 22, 43, 50);
            assertThat(((Counted) copy.a()).loads).isEqualTo(1);
            assertThat(((Counted) copy.b()).loads).isEqualTo(1);
        }
        assertThat(a.loads).isEqualTo(1);
        assertThat(b.loads).isEqualTo(1);
        // The same matrices in another run are loaded again: files may have changed.
        assertThat(whole(product(a, b, KernelKind.NAIVE))).containsExactly(19, 22, 43, 50);
        assertThat(a.loads).isEqualTo(2);
    }

    @Test
    void rowsMayBeAnyAndWorkIsCountedInMultiplyAdds() {
        MatrixProduct product = product(new SeededMatrix(3, 11, 40), new SeededMatrix(4, 40, 9), KernelKind.SIMD);
        double[] all = whole(product);
        RowRange some = new RowRange(9, 5, 3, 11);
        double[] block = new double[5 * 9];
        Work work = product.fill(some, block, RowRange.band(0, 5).starts(9));
        assertThat(work.iterations()).isEqualTo(5 * 40 * 9);
        assertThat(work.steps()).isGreaterThanOrEqualTo(work.iterations());
        for (int k = 0; k < 5; k++) {
            for (int j = 0; j < 9; j++) {
                assertThat(block[k * 9 + j]).isEqualTo(all[some.row(k) * 9 + j]);
            }
        }
    }

    @Test
    void simdComputesWholeTilesOfManyRowsAtOnceWithinBoundsOfWorkAndMemory() {
        assertThat(square(2048, KernelKind.SIMD).sliceUnits()).isEqualTo(132);
        assertThat(square(2048, KernelKind.ARRAY).sliceUnits()).isEqualTo(32);
        assertThat(square(64, KernelKind.SIMD).sliceUnits()).isEqualTo(1024);
        assertThat(square(20_000, KernelKind.SIMD).sliceUnits()).isEqualTo(18);
        assertThat(square(46_000, KernelKind.SIMD).sliceUnits()).isEqualTo(6);
        MatrixProduct wide = product(new SeededMatrix(1, 2000, 10), new SeededMatrix(2, 10, 100_000), KernelKind.SIMD);
        assertThat(wide.sliceUnits()).isEqualTo(6);
    }

    @Test
    void shapesThatDoNotMatchOrDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> product(new SeededMatrix(1, 3, 4), new SeededMatrix(2, 5, 6), KernelKind.SIMD))
                .withMessage("A (seed 1) is 3x4 and B (seed 2) is 5x6: the columns of A must be as many as the rows of"
                        + " B");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> product(new SeededMatrix(1, 50_000, 1), new SeededMatrix(2, 1, 50_000), KernelKind.SIMD))
                .withMessageContaining("C has 50000 rows of 50000 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeededMatrix(1, 0, 4))
                .withMessageContaining("at least 1x1, not 0x4");
    }

    private static MatrixProduct square(int size, KernelKind kernel) {
        return product(new SeededMatrix(1, size, size), new SeededMatrix(2, size, size), kernel);
    }

    private static double[] whole(MatrixProduct product) {
        double[] c = new double[product.rows() * product.rowCells()];
        RowRange all = RowRange.band(0, product.rows());
        product.fill(all, c, all.starts(product.rowCells()));
        return c;
    }

    private static MatrixProduct copy(MatrixProduct product) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(product);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (MatrixProduct) in.readObject();
        }
    }

    private static double[] numpy(String name) throws IOException {
        try (InputStream in = MatrixProductTest.class.getResourceAsStream("/matmul/" + name)) {
            return new NpyReader(in, name).cells();
        }
    }

    private static MatrixProduct product(MatrixSource a, MatrixSource b, KernelKind kernel) {
        return ProductProblem.of(a, b).workload(kernel, Interior.NONE);
    }
}
