package org.mandelspark.grid;

/**
 * Equally spaced points of an interval, both ends included: NumPy's {@code linspace}, to the last bit.
 *
 * <p>Point i is {@code i·step + min} with {@code step = (max − min)/(count − 1)}. Where that step underflows to 0, it is
 * {@code i/(count − 1)·(max − min) + min}. The last point is {@code max} itself; a single one lies at {@code min}.
 *
 * @param min the first point
 * @param max the last one, at least {@code min}; {@code max − min} is finite
 * @param count number of points, at least 1
 */
public record Linspace(double min, double max, int count) {
    public Linspace {
        if (!(max - min >= 0 && max - min < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "points must lie between two numbers with a finite distance, not from " + min + " to " + max);
        }
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least 1 point, not " + count);
        }
    }

    /** The i-th point, {@code 0 ≤ i < count}. */
    public double at(int i) {
        if (i == count - 1) {
            return count == 1 ? min : max;
        }
        int intervals = count - 1;
        double step = (max - min) / intervals;
        return (step == 0 ? (double) i / intervals * (max - min) : i * step) + min;
    }

    /** True if every point is greater than the one before it, which takes enough doubles between the ends. */
    public boolean isDistinct() {
        // Sure even after two roundings, and true of all but the deepest views.
        if (max - min >= 2.0 * count * spacing()) {
            return true;
        }
        for (int i = 1; i < count; i++) {
            if (at(i) <= at(i - 1)) {
                return false;
            }
        }
        return true;
    }

    /** True if points lie at least so many units of the last place of the larger end apart, or there is only one. */
    boolean isFine(int units) {
        return count == 1 || (max - min) / (count - 1) >= units * spacing();
    }

    /** Spacing of doubles at the larger end; a smaller step than a normal double is itself too coarse. */
    private double spacing() {
        return Math.max(Double.MIN_NORMAL, Math.ulp(Math.max(Math.abs(min), Math.abs(max))));
    }
}
