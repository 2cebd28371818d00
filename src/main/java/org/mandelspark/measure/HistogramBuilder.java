package org.mandelspark.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Counts numbers into the logarithmic bins of a {@link Histogram}, one after the other, without keeping them.
 *
 * <p>0 has a bin of its own. Not for several threads.
 */
public final class HistogramBuilder {
    private static final int DECADES = 19;
    private static final int MOST_BINS_PER_DECADE = 1000;

    /** The smallest number of each bin, ascending from 0; the last bin is open. */
    private final long[] lows;

    private final long[] counts;
    private final OptionalLong spike;
    private long spikeCount;

    private HistogramBuilder(long[] lows, OptionalLong spike) {
        this.lows = lows;
        this.counts = new long[lows.length];
        this.spike = spike;
    }

    /** Bins 0, 1, 2–3, 4–7, 8–15 and so on. */
    public static HistogramBuilder powersOfTwo() {
        return new HistogramBuilder(
                LongStream.concat(
                                LongStream.of(0),
                                IntStream.range(0, Long.SIZE - 1).mapToLong(bit -> 1L << bit))
                        .toArray(),
                OptionalLong.empty());
    }

    /**
     * Bins that begin at 0 and at every 10^(i/n), rounded up. Bins without a whole number, which there are among the
     * first if n is large, are left out.
     *
     * @param n number of bins in a decade, 1 to 1000
     */
    public static HistogramBuilder binsPerDecade(int n) {
        if (n < 1 || n > MOST_BINS_PER_DECADE) {
            throw new IllegalArgumentException("a decade must have 1 to " + MOST_BINS_PER_DECADE + " bins, not " + n);
        }
        LongStream.Builder lows = LongStream.builder().add(0);
        double decade = 1;
        for (int d = 0; d < DECADES; d++) {
            for (int i = 0; i < n; i++) {
                // A whole decade is exact, and so is the edge at its beginning; no other edge is a whole number.
                double low = Math.ceil(decade * Math.pow(10, i / (double) n));
                if (low < Long.MAX_VALUE) {
                    lows.add((long) low);
                }
            }
            decade *= 10;
        }
        return new HistogramBuilder(lows.build().distinct().toArray(), OptionalLong.empty());
    }

    /**
     * The same bins, empty, with one number counted apart.
     *
     * @param value that number, at least 0
     */
    public HistogramBuilder withSpike(long value) {
        requireNumber(value);
        return new HistogramBuilder(lows, OptionalLong.of(value));
    }

    /**
     * Counts a number.
     *
     * @param value the number, at least 0
     * @param weight how often, at least 1
     */
    public void add(long value, long weight) {
        requireNumber(value);
        if (weight < 1) {
            throw new IllegalArgumentException("a weight must be at least 1, not " + weight);
        }
        if (spike.isPresent() && spike.getAsLong() == value) {
            spikeCount += weight;
        } else {
            int found = Arrays.binarySearch(lows, value);
            counts[found >= 0 ? found : -found - 2] += weight;
        }
    }

    /** The histogram of the numbers counted so far; counting may go on. */
    public Histogram build() {
        int[] filled =
                IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
        List<Histogram.Bin> bins = new ArrayList<>();
        if (filled.length > 0) {
            for (int i = filled[0]; i <= filled[filled.length - 1]; i++) {
                long high = i + 1 < lows.length ? lows[i + 1] - 1 : Long.MAX_VALUE;
                bins.add(new Histogram.Bin(lows[i], high, counts[i]));
            }
        }
        return new Histogram(bins, spike, spikeCount);
    }

    private static void requireNumber(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a number must be at least 0, not " + value);
        }
    }
}
