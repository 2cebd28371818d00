package org.mandelspark.workload;

import java.util.UUID;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.MatrixKernel;

/**
 * The matrix product C = A·B: a row of C is a row.
 *
 * <p>An executor makes or reads both factors once, when its first task needs them ({@link LoadedFactors}); with the
 * task itself travels only where they come from. The time of that is in the first chunk of each executor, unless
 * {@link #load} was called there before.
 *
 * @param a the left factor
 * @param b the right factor, with as many rows as A has columns
 * @param kernel what multiplies; every kernel gives the same bits
 * @param run distinguishes this product's files from others in the same JVM, even by the same name
 */
public record MatrixProduct(MatrixSource a, MatrixSource b, KernelKind kernel, UUID run) implements Workload<double[]> {
    /** Columns that kernels may add to a row of B to make it whole panels. */
    private static final int LONGEST_PADDING = 64;

    /**
     * Rows for which a kernel reads B once: so many that computing with it takes far longer than fetching it from
     * memory, and so few that a block of A, 384 columns of them, stays in a second-level cache of 512 KiB. A multiple
     * of the rows of a tile, as others are filled up with idle ones.
     */
    private static final int PASS_ROWS = 132;

    private static final int TILE_ROWS = 6;

    /** Multiply-adds that a pass may grow to: less than half a second of a core. */
    private static final long PASS_STEPS = 1L << 33;

    /** Cells of C that a pass may grow to: 8 MiB that a task holds besides what it sends. */
    private static final long PASS_CELLS = 1 << 20;

    public MatrixProduct {
        requireFactors(a, b);
    }

    /**
     * Requires factors that fit, and whose product one array holds.
     *
     * @throws IllegalArgumentException if they do not
     */
    static void requireFactors(MatrixSource a, MatrixSource b) {
        if (a.columns() != b.rows()) {
            throw new IllegalArgumentException(
                    "A (%s) is %dx%d and B (%s) is %dx%d: the columns of A must be as many as the rows of B"
                            .formatted(a.label(), a.rows(), a.columns(), b.label(), b.rows(), b.columns()));
        }
        requireOneArray("A", a.rows(), a.columns());
        requireOneArray("B", b.rows(), b.columns() + (long) LONGEST_PADDING);
        requireOneArray("C", a.rows(), b.columns());
    }

    @Override
    public void load() {
        LoadedFactors.of(this).kernel(kernel);
    }

    /** Heap that factors take in a JVM at most, in bytes: A, B as it comes, and B as one kernel holds it. */
    static long factorBytes(MatrixSource a, MatrixSource b) {
        long cells = (long) a.rows() * a.columns() + b.rows() * (2L * b.columns() + LONGEST_PADDING);
        return cells * Double.BYTES;
    }

    @Override
    public String name() {
        return ProductProblem.WORKLOAD;
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
    public Cells<double[]> cells() {
        return new Float64Cells();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Only the kernel {@code simd} is so fast that it waits for B, and gets more rows than usual, at least a tile's.
     */
    @Override
    public int sliceUnits() {
        int usual = Workload.super.sliceUnits();
        if (kernel != KernelKind.SIMD) {
            return usual;
        }
        long rows = Math.min(PASS_ROWS, Math.min(PASS_STEPS / b.rows(), PASS_CELLS) / b.columns());
        return Math.max(usual, (int) Math.max(1, rows / TILE_ROWS) * TILE_ROWS);
    }

    /** One iteration is a multiply-add: two floating-point operations. */
    @Override
    public Work fill(RowRange rows, double[] into, int[] rowStarts) {
        LoadedFactors factors = LoadedFactors.of(this);
        MatrixKernel multiplier = factors.kernel(kernel);
        long steps = multiplier.multiply(factors.a(), rows.starts(a.columns()), into, rowStarts);
        return new Work((long) rows.count() * a.columns() * b.columns(), steps, multiplier.description());
    }

    private static void requireOneArray(String name, int rows, long columns) {
        if (rows * columns > Size.MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "%s has %d rows of %d columns, more than the %d cells that one array holds"
                            .formatted(name, rows, columns, Size.MAX_PIXELS));
        }
    }
}
