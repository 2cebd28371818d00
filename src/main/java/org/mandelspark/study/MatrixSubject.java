package org.mandelspark.study;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.MatrixKernels;
import org.mandelspark.output.NpyMatrix;
import org.mandelspark.output.Problem;
import org.mandelspark.workload.MatrixProduct;
import org.mandelspark.workload.MatrixSource;
import org.mandelspark.workload.SeededMatrix;

/**
 * The product of two matrices.
 *
 * @param workload what is computed, and with which kernel
 */
public record MatrixSubject(MatrixProduct workload) implements Subject<double[]> {
    static final String NAME = "matmul";

    /** Rows, columns, and where the cells come from. */
    private static final Pattern MATRIX =
            Pattern.compile("([1-9][0-9]{0,8})x([1-9][0-9]{0,8}), (?:seed (-?\\d{1,19})|(.+))");

    /** Measured with 1 to 1000 million multiply-adds. */
    private static final List<ColdSpeed> COLD =
            List.of(new ColdSpeed(KernelKind.ARRAY, 0.02, 0.6), new ColdSpeed(KernelKind.SIMD, 0.5, 0.08));

    static MatrixSubject of(Problem.ArrayPart part, KernelKind kernel) {
        return new MatrixSubject(MatrixProduct.of(matrix(part, "a"), matrix(part, "b"), kernel));
    }

    /** A matrix as it was told; of a file nothing is read before its cells are asked for. */
    private static MatrixSource matrix(Problem.ArrayPart part, String name) {
        Matcher told = MATRIX.matcher(part.parameters().getOrDefault(name, ""));
        if (!told.matches()) {
            throw new IllegalArgumentException(
                    "its '" + name + "' is no matrix: '" + part.parameters().get(name) + "'");
        }
        int rows = Integer.parseInt(told.group(1));
        int columns = Integer.parseInt(told.group(2));
        return told.group(3) == null
                ? new NpyMatrix(told.group(4), told.group(4), rows, columns)
                : new SeededMatrix(Long.parseLong(told.group(3)), rows, columns);
    }

    @Override
    public Problem.ArrayPart problem() {
        return new Problem.ArrayPart(
                NAME,
                new TreeMap<>(Map.of("a", text(workload.a()), "b", text(workload.b()))),
                workload.rows(),
                workload.rowCells());
    }

    @Override
    public KernelKind kernel() {
        return workload.kernel();
    }

    @Override
    public Interior interior() {
        return Interior.NONE;
    }

    @Override
    public MatrixSubject computedBy(KernelKind kernel, Interior interior) {
        interior.requireNoneFor(NAME);
        return new MatrixSubject(workload.computedBy(kernel));
    }

    /** A taller A, where it is made of numbers that can go on. */
    @Override
    public MatrixSubject timesRows(int factor) {
        if (factor == 1) {
            return this;
        }
        if (!(workload.a() instanceof SeededMatrix a)) {
            throw new IllegalArgumentException(
                    "--mode weak needs a matrix A that grows with the workers, and a file does not: leave --a away");
        }
        long rows = (long) a.rows() * factor;
        if (rows > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    sizeOptions() + " times " + factor + " workers is more than an array holds: take a smaller --size");
        }
        return new MatrixSubject(workload.withA(new SeededMatrix(a.seed(), (int) rows, a.columns())));
    }

    @Override
    public String sizeOptions() {
        return "the product of A (%s) and B (%s)".formatted(text(workload.a()), text(workload.b()));
    }

    @Override
    public long computingBytes() {
        return workload.factorBytes();
    }

    @Override
    public String moreWork() {
        return "larger matrices";
    }

    @Override
    public double iterations(double most) {
        return (double) workload.a().rows()
                * workload.a().columns()
                * workload.b().columns();
    }

    @Override
    public boolean hasSimd() {
        return MatrixKernels.hasSimd();
    }

    @Override
    public List<ColdSpeed> coldSpeeds() {
        return COLD;
    }

    private static String text(MatrixSource matrix) {
        return matrix.rows() + "x" + matrix.columns() + ", " + matrix.label();
    }
}
