package org.mandelspark.kernel;

/**
 * Computes rows of C = A·B for one B, which a kernel holds in the order in which it reads it.
 *
 * <p>The answer is defined to the last bit: {@code c = 0}, then for k = 0, 1, … {@code c ← fma(a[i][k], b[k][j], c)}, one
 * rounding for each term, in ascending order of k. Sums may be left and taken up again at any k, because a double in
 * memory is the double in the register; so rows, columns and depth can be cut into blocks of any size, and every kernel
 * gives the same. (If factors are not finite, NaN may have other payloads.)
 */
public interface MatrixKernel {
    /**
     * Writes rows of C.
     *
     * @param a rows of A
     * @param aStarts index of each row's first cell in {@code a}
     * @param c where rows of C go
     * @param cStarts index of each row's first cell in {@code c}, as many as of A
     * @return multiply-adds really executed, those in idle lanes included
     */
    long multiply(double[] a, int[] aStarts, double[] c, int[] cStarts);

    /** The kernel's name and, where it has one, its shape on this machine. */
    String description();
}
