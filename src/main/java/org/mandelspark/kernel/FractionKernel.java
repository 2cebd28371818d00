package org.mandelspark.kernel;

/**
 * Computes fractions: what escape counts round off, so that colours can change without steps.
 *
 * <p>The smooth count of a point that escapes with the count n, under a formula of degree d, is
 *
 * <pre>
 *   ν = n + E + 1 − log_d (log₂ |z|)
 * </pre>
 *
 * with z as it is E steps after the test that it failed: {@code E = 5} for d = 2, 2 for d = 3 and 4, 1 above. It is the usual
 * potential of the point (A. Douady and J. Hubbard, 1982) on a logarithmic scale, whose levels know nothing of n, so that
 * pixels on either side of a border between two counts differ as little as others. That holds in the limit; after E steps the
 * error is about {@code |c| / |z|^d}, and E makes it less than 3·10⁻⁴ for quadratic formulas with |c| up to 1.95, less than
 * 10⁻⁴ for the others, and mostly far less, while |z|² remains a double. Nearer to the tip −2, and for Julia sets with |c|
 * above 2, borders may show. Conjugates and absolute values of parts leave the modulus, and so all this, as it is.
 *
 * <p>The fraction is {@code ν − n + 2} in units of 1/{@value #UNITS}, rounded to a whole number (halves to even) and limited to
 * 0 … 65535, so that {@code ν = n − 2 + fraction/8192}. It is defined to the last bit: n + E steps from the point, in the order
 * that {@link org.mandelspark.grid.Formula} states, without a test; then {@code |z|² = zr·zr + zi·zi}, at least 4, and at most
 * 2¹⁰²³ or if it is NaN that; then {@code log_d (log₂ |z|) = (log₂ log₂ |z|² − 1) / log₂ d} by {@link SmoothCount}. Points that
 * never escape have the fraction 0. Kernels may be used by many threads.
 */
public interface FractionKernel {
    /** Units of a fraction in a count. */
    int UNITS = 1 << 13;

    /** Counts that a fraction of 0 lies below the escape count. */
    int LEAD = 2;

    /**
     * Rows of points with these real parts; belongs to one thread.
     *
     * @param x real parts, not changed meanwhile
     */
    Rows rows(double[] x);

    /** Rows of points that have their real parts in common. */
    @FunctionalInterface
    interface Rows {
        /**
         * Computes the fractions of a row.
         *
         * @param y imaginary part of its points
         * @param counts escape counts, that of the first point at {@code from}
         * @param fractions takes unsigned 16-bit fractions, that of the first point at {@code to}
         */
        void fill(double y, int[] counts, int from, short[] fractions, int to);
    }
}
