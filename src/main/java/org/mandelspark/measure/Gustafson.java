package org.mandelspark.measure;

/**
 * Gustafson's scaled speedup {@code S = p − a(p − 1)}: how much more work p workers do in the same time, where the
 * picture grows with p (weak scaling) and the serial part does not.
 *
 * <p>Unlike Amdahl's b, the fraction a is of the time of the parallel run.
 *
 * <p>Gustafson, Reevaluating Amdahl's Law (Communications of the ACM 31(5), 1988).
 */
public final class Gustafson {
    private Gustafson() {}

    /**
     * The scaled speedup, from 1 to p.
     *
     * @param workers p, at least 1
     * @param serialFraction a, the serial share of the parallel run's time, from 0 to 1
     */
    public static double scaledSpeedup(int workers, double serialFraction) {
        if (workers < 1) {
            throw new IllegalArgumentException("a speedup needs at least 1 worker, not " + workers);
        }
        if (!(serialFraction >= 0 && serialFraction <= 1)) {
            throw new IllegalArgumentException("a serial fraction must lie between 0 and 1, not " + serialFraction);
        }
        return workers - serialFraction * (workers - 1.0);
    }
}
