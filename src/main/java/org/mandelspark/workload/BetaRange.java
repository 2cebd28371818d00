package org.mandelspark.workload;

import java.io.Serializable;

/**
 * Equally spaced parameters β of the Gauss map, NumPy's {@code linspace}: {@code β[j] = j·step + min} with {@code step =
 * (max − min)/(count − 1)}, the last one max itself; a single one is min.
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
        if (j == count - 1 && count > 1) {
            return max;
        }
        return count == 1 ? min : j * ((max - min) / (count - 1)) + min;
    }
}
