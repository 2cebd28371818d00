package org.mandelspark.kernel;

/** The definition, written down: three loops. */
final class NaiveMatrixKernel implements MatrixKernel {
    private final double[] b;
    private final int depth;
    private final int columns;

    /** B row-major, of {@code depth} rows; not copied. */
    NaiveMatrixKernel(double[] b, int depth, int columns) {
        this.b = b;
        this.depth = depth;
        this.columns = columns;
    }

    @Override
    public long multiply(double[] a, int[] aStarts, double[] c, int[] cStarts) {
        for (int i = 0; i < aStarts.length; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                for (int k = 0; k < depth; k++) {
                    sum = Math.fma(a[aStarts[i] + k], b[k * columns + j], sum);
                }
                c[cStarts[i] + j] = sum;
            }
        }
        return (long) aStarts.length * depth * columns;
    }

    @Override
    public String description() {
        return "naive";
    }
}
