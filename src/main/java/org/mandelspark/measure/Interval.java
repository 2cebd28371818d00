package org.mandelspark.measure;

/**
 * A closed interval.
 *
 * @param low at most {@code high}
 * @param high at least {@code low}
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval must not end before it begins: " + low + " to " + high);
        }
    }

    /** True if all of this lies below all of the other: they do not even touch. */
    public boolean isBelow(Interval other) {
        return high < other.low;
    }
}
