package org.mandelspark.kernel;

import java.util.Arrays;

/**
 * Passes over whole rows: each cell of A adds its multiple of a row of B to a row of C, a loop that a compiler turns into
 * vector code by itself, at the price of loading and storing the row of C each time.
 */
final class ArrayMatrixKernel implements MatrixKernel {
    private final double[] b;
    private final int depth;
    private final int columns;

    /** B row-major, of {@code depth} rows; not copied. */
    ArrayMatrixKernel(double[] b, int depth, int columns) {
        this.b = b;
        this.depth = depth;
        this.columns = columns;
    }

    @Override
    public long multiply(double[] a, int[] aStarts, double[] c, int[] cStarts) {
        for (int i = 0; i < aStarts.length; i++) {
            Arrays.fill(c, cStarts[i], cStarts[i] + columns, 0);
            for (int k = 0; k < depth; k++) {
                addMultiple(a[aStarts[i] + k], b, k * columns, c, cStarts[i], columns);
            }
        }
        return (long) aStarts.length * depth * columns;
    }

    private static void addMultiple(double factor, double[] b, int row, double[] c, int to, int n) {
        for (int j = 0; j < n; j++) {
            c[to + j] = Math.fma(factor, b[row + j], c[to + j]);
        }
    }

    @Override
    public String description() {
        return "array";
    }
}
