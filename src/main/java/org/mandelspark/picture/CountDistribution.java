package org.mandelspark.picture;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.grid.View;

/**
 * Distribution of the escape counts of a picture, and the scale of depth that follows from it: see {@link Shading}.
 *
 * <p>The histogram is exact below {@value #EXACT}; above, each octave has {@value #PER_OCTAVE} bins, so that no count
 * is off by more than 1 in 2000 and memory stays under a megabyte whatever the limit of steps is.
 */
public final class CountDistribution {
    private static final int OCTAVE_BITS = 11;
    private static final int PER_OCTAVE = 1 << OCTAVE_BITS;
    static final int EXACT = PER_OCTAVE << 1;

    /** One pixel in so many is cut off at either end of the scale. */
    private static final long CUT = 2000;

    private final int maxIter;
    private final long[] pixels;
    private final long escaped;
    private final double lo;
    private final double scale;
    private final double deepest;

    /** Takes the pixels of each bin of counts below {@code maxIter}; the array is not copied. */
    CountDistribution(int maxIter, long[] pixels) {
        this.maxIter = maxIter;
        this.pixels = pixels;
        long sum = 0;
        for (long n : pixels) {
            sum += n;
        }
        escaped = sum;
        // Where nothing escapes, any scale will do.
        lo = escaped == 0 ? 0 : leastCount(firstBinBeyond(escaped / CUT));
        double hi = escaped == 0 ? 0 : leastCount(firstBinBeyond(escaped - 1 - escaped / CUT));
        scale = escaped == 0 ? 1 : Math.max(1, leastCount(firstBinBeyond(escaped / 2)) - lo);
        deepest = StrictMath.log1p(Math.max(1, hi - lo) / scale);
    }

    /** The distribution of a small preview of a view, from which the colourings {@code bands} and {@code smooth} follow. */
    public static CountDistribution ofPreview(View view) {
        return of(Preview.counts(view), view.maxIter());
    }

    /**
     * Looks at all counts once.
     *
     * @throws IllegalArgumentException if one is not within 0..maxIter
     */
    static CountDistribution of(int[] counts, int maxIter) {
        CountTally tally = new CountTally(maxIter);
        tally.add(counts, counts.length);
        return tally.distribution();
    }

    /**
     * The distribution that {@link #pixels()} describes.
     *
     * @throws IllegalArgumentException if it is not one of counts below {@code maxIter}
     */
    public static CountDistribution of(Map<Integer, Long> pixels, int maxIter) {
        CountTally tally = new CountTally(maxIter);
        tally.add(pixels);
        return tally.distribution();
    }

    /** Number of pixels of each bin that has some, by the least count of the bin; those that never escaped are left out. */
    public SortedMap<Integer, Long> pixels() {
        SortedMap<Integer, Long> some = new TreeMap<>();
        for (int bin = 0; bin < pixels.length; bin++) {
            if (pixels[bin] > 0) {
                some.put((int) leastCount(bin), pixels[bin]);
            }
        }
        return some;
    }

    /** The count of pixels that never escaped. */
    int maxIter() {
        return maxIter;
    }

    int bins() {
        return pixels.length;
    }

    /** Number of escaped pixels with a count of this bin. */
    long pixels(int bin) {
        return pixels[bin];
    }

    /** Number of pixels that escaped. */
    long escaped() {
        return escaped;
    }

    /** Place of a count on the logarithmic scale, from 0 to 1. */
    double depth(double count) {
        return Math.min(1, StrictMath.log1p(Math.max(0, count - lo) / scale) / deepest);
    }

    /** The bin of the pixel that has so many others before it, in ascending order. */
    private int firstBinBeyond(long others) {
        int bin = 0;
        for (long seen = pixels[0]; seen <= others; seen += pixels[bin]) {
            bin++;
        }
        return bin;
    }

    static int bin(int count) {
        return count < EXACT ? count : (octave(count) << OCTAVE_BITS) + (count >>> octave(count));
    }

    /** The bin that holds a count has {@code 2^octave} counts. */
    static int octave(int count) {
        return count < EXACT ? 0 : Integer.SIZE - 1 - Integer.numberOfLeadingZeros(count) - OCTAVE_BITS;
    }

    static double leastCount(int bin) {
        if (bin < EXACT) {
            return bin;
        }
        int shift = (bin >>> OCTAVE_BITS) - 1;
        return (double) ((long) (bin - (shift << OCTAVE_BITS)) << shift);
    }
}
