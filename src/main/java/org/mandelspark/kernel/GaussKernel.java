package org.mandelspark.kernel;

/**
 * Computes densities of orbits of the Gauss map for a block of parameters β.
 *
 * <p>Orbits are chaotic for many β, so that a difference in the last bit of one step changes the whole column. The answer
 * is therefore defined to the last bit, by {@link OrbitDensity}, and every kernel gives the same.
 */
public interface GaussKernel {
    /**
     * Writes the share of β's points that fall into bin b, the lowest first, to {@code shares[rowStarts[k] + b]}.
     *
     * @param wanted α, which points, which bins
     * @param beta one β a row, finite
     * @param shares where the answer goes
     * @param rowStarts index of each row's first bin, one a row; rows lie anywhere and do not overlap
     * @return steps really executed, those in idle lanes included
     */
    long fill(OrbitDensity wanted, double[] beta, double[] shares, int[] rowStarts);

    /** The kernel's name and, where it has one, its shape on this machine. */
    String description();
}
