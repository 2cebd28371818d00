package org.mandelspark.cli;

import java.util.List;
import org.mandelspark.files.NpyMatrix;
import org.mandelspark.workload.MatrixSource;
import org.mandelspark.workload.ProductProblem;
import org.mandelspark.workload.SeededMatrix;
import picocli.CommandLine.Option;

/** The options that say which matrices in files are multiplied, if any. */
final class MatrixOptions {
    static final String A = "--a";
    static final String B = "--b";

    /** Names of both options. */
    static final List<String> NAMES = List.of(A, B);

    @Option(
            names = A,
            paramLabel = "PATH",
            description = "The left matrix, a float64 .npy file that all executors can open.")
    private String a;

    @Option(names = B, paramLabel = "PATH", description = "The right matrix, likewise.")
    private String b;

    /** True if one of them is given. */
    boolean areGiven() {
        return a != null || b != null;
    }

    /**
     * The product of both files.
     *
     * @throws IllegalArgumentException if one is missing, cannot be read or does not fit, with the reason for people
     */
    ProductProblem ofFiles() {
        if (a == null || b == null) {
            throw new IllegalArgumentException(
                    "--a and --b go together: " + (a == null ? "--a" : "--b") + " is missing");
        }
        return ProductProblem.of(NpyMatrix.of(a), NpyMatrix.of(b));
    }

    /**
     * The same, of a size that was given too.
     *
     * @param size rows and columns of each
     */
    ProductProblem ofFiles(int size) {
        ProductProblem product = ofFiles();
        requireSize(A, product.a(), size);
        requireSize(B, product.b(), size);
        return product;
    }

    /**
     * The product of two square matrices of pseudorandom numbers.
     *
     * @param size rows and columns of each
     * @param seed of A; B has the next number
     * @throws IllegalArgumentException if they are too large for an array
     */
    static ProductProblem seeded(int size, long seed) {
        try {
            return ProductProblem.of(new SeededMatrix(seed, size, size), new SeededMatrix(seed + 1, size, size));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--size " + size + ": " + e.getMessage(), e);
        }
    }

    private static void requireSize(String option, MatrixSource matrix, int size) {
        if (matrix.rows() != size || matrix.columns() != size) {
            throw new IllegalArgumentException("%s %s is %dx%d, not %dx%d as --size %d says: leave --size out"
                    .formatted(option, matrix.label(), matrix.rows(), matrix.columns(), size, size, size));
        }
    }
}
