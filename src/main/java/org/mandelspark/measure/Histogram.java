package org.mandelspark.measure;

import java.util.List;
import java.util.OptionalLong;

/**
 * Counts of whole numbers by their magnitude; one number that would dwarf the rest is counted apart.
 *
 * <p>Iterations per pixel range over as many decades as the limit has, hence logarithmic bins; and every pixel of the
 * set has exactly the limit, hence the spike. Made by a {@link HistogramBuilder}.
 *
 * @param bins in ascending order, without gaps, from the first to the last that is not empty; those between may be
 * @param spike the number that is counted apart and in no bin, if there is one
 * @param spikeCount how often it occurs, 0 if there is none
 */
public record Histogram(List<Bin> bins, OptionalLong spike, long spikeCount) {
    public Histogram {
        bins = List.copyOf(bins);
        if (spikeCount < 0 || (spike.isEmpty() && spikeCount > 0)) {
            throw new IllegalArgumentException(spike + " cannot be counted " + spikeCount + " times");
        }
    }

    /** Total of the counts, including the spike. */
    public long total() {
        return spikeCount + bins.stream().mapToLong(Bin::count).sum();
    }

    /**
     * The numbers of similar magnitude.
     *
     * @param low the smallest, at least 0
     * @param high the largest, at least {@code low}
     * @param count how often any of them occurs
     */
    public record Bin(long low, long high, long count) {
        public Bin {
            if (low < 0 || high < low) {
                throw new IllegalArgumentException("a bin must not end before it begins: " + low + " to " + high);
            }
            if (count < 0) {
                throw new IllegalArgumentException("a count must be at least 0, not " + count);
            }
        }
    }
}
