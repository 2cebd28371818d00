package org.mandelspark.kernel;

/**
 * Computes escape counts of one {@link org.mandelspark.grid.Formula} for a block of points.
 *
 * <p>The answer is defined to the last bit, so every kernel gives the same: z₀ is the point; for n = 0, 1, …, if
 * {@code zr·zr + zi·zi > 4} the count is n, otherwise the formula's step is made, in IEEE doubles and in the order that
 * the formula states. A point that never escapes has the count {@code maxIter}. For the Mandelbrot set this is the loop
 * of the MagPi listing (issue 57).
 */
public interface EscapeKernel {
    /**
     * Writes the count of the point {@code (x[i], y[k])} to {@code counts[rowStarts[k] + i]}.
     *
     * @param x real parts, one a column
     * @param y imaginary parts, one a row
     * @param maxIter at least 1
     * @param counts where the answer goes
     * @param rowStarts index of each row's first count, one a row; rows lie anywhere and do not overlap
     * @return steps: updates of z that were really executed, those in idle lanes included
     */
    long fill(double[] x, double[] y, int maxIter, int[] counts, int[] rowStarts);

    /** The kernel's name and, where it has one, its shape on this machine; for summaries and run records. */
    String description();
}
