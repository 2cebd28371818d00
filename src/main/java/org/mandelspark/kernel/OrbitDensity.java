package org.mandelspark.kernel;

import java.io.Serializable;

/**
 * The density of an orbit of the Gauss map {@code x ← exp(−α·x²) + β} from {@code x₀ = 0}: after some steps that are left
 * out, the share of the points that fall into each of equal bins over [{@value #LOW}, {@value #HIGH}].
 *
 * <p>A step is {@code exp((−α)·(x·x)) + β} in IEEE doubles, with {@link Exp}. The bin of a point is {@code ⌊(x −
 * LOW)·(bins/(HIGH − LOW))⌋}, and the last one for HIGH itself. Points outside are in no bin and count all the same, so
 * that the shares of a column add up to the share of points inside.
 *
 * @param alpha α, finite and greater than 0
 * @param skip steps before the first point that counts, at least 0
 * @param points how many count, at least 1
 * @param bins how many, at least 1
 */
public record OrbitDensity(double alpha, int skip, int points, int bins) implements Serializable {
    /** Lower end of the lowest bin. */
    public static final double LOW = -1;

    /** Upper end of the highest bin, which belongs to it. */
    public static final double HIGH = 1.5;

    public OrbitDensity {
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha must be finite and greater than 0, not " + alpha);
        }
        requireAtLeast("the number of skipped steps", skip, 0);
        requireAtLeast("the number of points", points, 1);
        requireAtLeast("the number of bins", bins, 1);
    }

    /** Steps of one orbit. */
    public long steps() {
        return (long) skip + points;
    }

    /** Bins per unit of x. */
    double scale() {
        return bins / (HIGH - LOW);
    }

    /** Adds a point to the bins that begin at {@code counts[row]}, if it is inside; {@code scale} is {@link #scale()}. */
    static void count(double x, double scale, int bins, double[] counts, int row) {
        if (x >= LOW && x <= HIGH) {
            counts[row + Math.min((int) ((x - LOW) * scale), bins - 1)]++;
        }
    }

    /** Turns the counts of a column, which begin at {@code counts[row]}, into shares. */
    void toShares(double[] counts, int row) {
        for (int bin = row; bin < row + bins; bin++) {
            counts[bin] /= points;
        }
    }

    private static void requireAtLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " must be at least " + least + ", not " + value);
        }
    }
}
