package org.mandelspark.workload;

import java.io.Serializable;
import org.mandelspark.grid.Linspace;

/**
 * Equally spaced parameters β of the Gauss map, NumPy's {@code linspace}: see {@link Linspace}.
 *
 * @param min the first, finite
 * @param max the last, finite, at least min
 * @param count how many, at least 1
 */
public record BetaRange(double min, double max, int count) implements Serializable {
    public BetaRange {
        if (!(min <= max && max - min < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "beta must run from a finite number to one that is not less, not from " + min + " to " + max);
        }
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least 1 beta, not " + count);
        }
    }

    /** The j-th of them, {@code 0 ≤ j < count}. */
    public double beta(int j) {
        return new Linspace(min, max, count).at(j);
    }
}
