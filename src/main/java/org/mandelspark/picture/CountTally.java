package org.mandelspark.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Counts pixels by their escape counts, piece by piece, in the bins of a {@link CountDistribution}. */
public final class CountTally {
    private final int maxIter;
    private final long[] pixels;

    /** A tally of nothing yet, with {@code maxIter} as the count of pixels that never escape, at least 1. */
    public CountTally(int maxIter) {
        this.maxIter = maxIter;
        this.pixels = new long[bins(maxIter)];
    }

    /** Number of bins of counts up to a limit. */
    public static int bins(int maxIter) {
        return CountDistribution.bin(maxIter) + 1;
    }

    /**
     * Adds the first n pixels of an array.
     *
     * @param counts their escape counts
     * @throws IllegalArgumentException if one is not within 0..maxIter
     */
    public void add(int[] counts, int n) {
        for (int i = 0; i < n; i++) {
            int count = counts[i];
            if (count < 0 || count > maxIter) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "an escape count is %d, allowed are 0 to %d", count, maxIter));
            }
            if (count != maxIter) {
                pixels[CountDistribution.bin(count)]++;
            }
        }
    }

    /**
     * Adds what {@link CountDistribution#pixels()} describes.
     *
     * @throws IllegalArgumentException if it is not a distribution of counts below maxIter
     */
    public void add(Map<Integer, Long> pixelsOfCounts) {
        pixelsOfCounts.forEach((count, more) -> {
            if (count < 0 || count >= maxIter || more < 0) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%d pixels have the escape count %d, allowed are at least 0 with counts from 0 to less than %d",
                        more,
                        count,
                        maxIter));
            }
            pixels[CountDistribution.bin(count)] += more;
        });
    }

    /** Adds a number of pixels for each of the {@link #bins}, written from an index on as whole numbers in doubles. */
    public void add(double[] pixelsOfBins, int from) {
        for (int bin = 0; bin < pixels.length; bin++) {
            pixels[bin] += (long) pixelsOfBins[from + bin];
        }
    }

    /** Writes the pixels of each bin to an array, from an index on. */
    public void write(double[] into, int from) {
        for (int bin = 0; bin < pixels.length; bin++) {
            into[from + bin] = pixels[bin];
        }
    }

    /** The distribution of all that was added. */
    public CountDistribution distribution() {
        return new CountDistribution(maxIter, Arrays.copyOf(pixels, pixels.length));
    }
}
