package org.mandelspark.kernel;

/**
 * Computes escape counts of the Mandelbrot set for a block of points.
 *
 * <p>The answer is defined to the last bit, so every kernel gives the same: {@code z₀ = c}; for n = 0, 1, …, if
 * {@code zr·zr + zi·zi > 4} the count is n, otherwise {@code zr' = (zr·zr − zi·zi) + cr}, {@code zi' = (t + t) + ci}
 * with {@code t = zr·zi}, in IEEE doubles and in this order. A point that never escapes has the count {@code maxIter}.
 * This is the loop of the MagPi listing (issue 57).
 */
public interface EscapeKernel {
    /**
     * Writes the count of the point {@code (x[i], y[k])} to {@code counts[offset + k * rowStride + i]}.
     *
     * @param x real parts, one a column
     * @param y imaginary parts, one a row
     * @param maxIter at least 1
     * @param counts where the answer goes
     * @param offset index of the first row's first count
     * @param rowStride distance in {@code counts} from one row to the next, at least {@code x.length} if there are two
     * @return steps: updates of z that were really executed, those in idle lanes included
     */
    long fill(double[] x, double[] y, int maxIter, int[] counts, int offset, int rowStride);

    /** The kernel's name and, where it has one, its shape on this machine; for summaries and run records. */
    String description();
}
