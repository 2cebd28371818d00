package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.MatrixKernels;

/**
 * The product C = A·B of two matrices: a row of C is a row.
 *
 * @param a the left factor
 * @param b the right factor, with as many rows as A has columns
 * @param run distinguishes this product's files from others in the same JVM, even by the same name; no part of the
 *     problem
 */
public record ProductProblem(MatrixSource a, MatrixSource b, UUID run) implements Problem<double[]> {
    /** The name of its workload. */
    public static final String WORKLOAD = "matmul";

    /** Measured with 1 to 1000 million multiply-adds. */
    private static final List<ColdSpeed> COLD =
            List.of(new ColdSpeed(KernelKind.ARRAY, 0.02, 0.6), new ColdSpeed(KernelKind.SIMD, 0.5, 0.08));

    public ProductProblem {
        MatrixProduct.requireFactors(a, b);
    }

    /**
     * A product that has not been computed yet.
     *
     * @throws IllegalArgumentException if the factors do not fit, or an array cannot hold one of the three matrices
     */
    @JsonCreator
    public static ProductProblem of(
            @JsonProperty(value = "a", required = true) MatrixSource a,
            @JsonProperty(value = "b", required = true) MatrixSource b) {
        return new ProductProblem(a, b, UUID.randomUUID());
    }

    @Override
    @JsonProperty("a")
    public MatrixSource a() {
        return a;
    }

    @Override
    @JsonProperty("b")
    public MatrixSource b() {
        return b;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductProblem product && a.equals(product.a) && b.equals(product.b);
    }

    @Override
    public int hashCode() {
        return 31 * a.hashCode() + b.hashCode();
    }

    @Override
    public String name() {
        return WORKLOAD;
    }

    @Override
    public int rows() {
        return a.rows();
    }

    @Override
    public int rowCells() {
        return b.columns();
    }

    @Override
    public Imagery imagery() {
        return Imagery.NONE;
    }

    @Override
    public String describe() {
        return WORKLOAD + ": a " + text(a) + "; b " + text(b);
    }

    @Override
    public String caption() {
        return WORKLOAD + ", " + rows() + "x" + rowCells();
    }

    @Override
    public MatrixProduct workload(KernelKind kernel, Interior interior) {
        requireInterior(interior);
        return new MatrixProduct(a, b, kernel, run);
    }

    /** A taller A, where it is made of numbers that can go on. */
    @Override
    public ProductProblem times(int factor) {
        if (factor == 1) {
            return this;
        }
        if (!(a instanceof SeededMatrix seeded)) {
            throw new IllegalArgumentException(
                    "--mode weak needs a matrix A that grows with the workers, and a file does not: leave --a out");
        }
        long rows = (long) seeded.rows() * factor;
        if (rows > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    sizeOptions() + " times " + factor + " workers is more than an array holds: take a smaller --size");
        }
        return new ProductProblem(new SeededMatrix(seeded.seed(), (int) rows, seeded.columns()), b, run);
    }

    @Override
    public String sizeOptions() {
        return "the product of A (%s) and B (%s)".formatted(text(a), text(b));
    }

    @Override
    public String moreWork() {
        return "larger matrices";
    }

    @Override
    public long computingBytes() {
        return MatrixProduct.factorBytes(a, b);
    }

    @Override
    public double iterations(double most) {
        return (double) a.rows() * a.columns() * b.columns();
    }

    @Override
    public List<ColdSpeed> coldSpeeds() {
        return COLD;
    }

    @Override
    public boolean hasSimd() {
        return MatrixKernels.hasSimd();
    }

    private static String text(MatrixSource matrix) {
        return matrix.rows() + "x" + matrix.columns() + ", " + matrix.label();
    }
}
