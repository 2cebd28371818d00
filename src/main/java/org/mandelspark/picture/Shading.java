package org.mandelspark.picture;

import java.util.Locale;

/**
 * Choice of one of 256 colours for each escape count, by the distribution of the counts of one picture.
 *
 * <p>Escape counts have a long tail: half the pixels of a view of the whole set escape within five steps, one in a
 * thousand after hundreds. A linear scale shows two colours; equal use of all colours (histogram equalisation) spends
 * most of them on the few flat bands far away and leaves none for the boundary; a logarithm alone shows the boundary
 * but leaves the picture dark. Their mean is good on wide views and close ones, at 50 steps and at 10,000. With a count
 * n:
 *
 * <pre>
 *   rank  = share of escaped pixels with a smaller count + half the share with the same
 *   depth = log(1 + (n − lo)/s) / log(1 + (hi − lo)/s),  within 0..1
 *   shade = 1 + ⌊255 · (rank + depth)/2⌋, at most 255
 * </pre>
 *
 * where lo and hi cut off 1 in 2000 escaped pixels at either end, and s is the median less lo (at least 1): the scale
 * that makes the logarithm independent of where the view lies. Shade 0 is the interior's alone. A larger count never
 * gets a smaller shade.
 *
 * <p>The histogram is exact below {@value #EXACT}; above, each octave has {@value #PER_OCTAVE} bins, so that no count
 * is off by more than 1 in 2000 and memory stays under a megabyte whatever the limit of steps is.
 */
final class Shading {
    /** The shade of pixels that never escaped. */
    static final int INTERIOR = 0;

    private static final int OCTAVE_BITS = 11;
    private static final int PER_OCTAVE = 1 << OCTAVE_BITS;
    private static final int EXACT = PER_OCTAVE << 1;

    /** One pixel in so many is cut off at either end of the scale. */
    private static final long CUT = 2000;

    private static final int SHADES = 255;

    private final int maxIter;
    private final byte[] shadeOfBin;

    private Shading(int maxIter, byte[] shadeOfBin) {
        this.maxIter = maxIter;
        this.shadeOfBin = shadeOfBin;
    }

    /**
     * Looks at all counts once.
     *
     * @throws IllegalArgumentException if one is not within 0..maxIter
     */
    static Shading of(int[] counts, int maxIter) {
        long[] pixels = new long[bin(maxIter) + 1];
        for (int count : counts) {
            if (count < 0 || count > maxIter) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "an escape count is %d, allowed are 0 to %d", count, maxIter));
            }
            if (count != maxIter) {
                pixels[bin(count)]++;
            }
        }
        return new Shading(maxIter, shades(pixels));
    }

    /** The shade of a count, 0..255. */
    int of(int count) {
        return count == maxIter ? INTERIOR : Byte.toUnsignedInt(shadeOfBin[bin(count)]);
    }

    private static byte[] shades(long[] pixels) {
        long escaped = 0;
        for (long n : pixels) {
            escaped += n;
        }
        byte[] shades = new byte[pixels.length];
        if (escaped == 0) {
            return shades;
        }
        double lo = leastCount(firstBinBeyond(pixels, escaped / CUT));
        double hi = leastCount(firstBinBeyond(pixels, escaped - 1 - escaped / CUT));
        double scale = Math.max(1, leastCount(firstBinBeyond(pixels, escaped / 2)) - lo);
        double deepest = StrictMath.log1p(Math.max(1, hi - lo) / scale);
        long smaller = 0;
        for (int bin = 0; bin < pixels.length; bin++) {
            double rank = (smaller + pixels[bin] / 2.0) / escaped;
            double depth = Math.min(1, StrictMath.log1p(Math.max(0, leastCount(bin) - lo) / scale) / deepest);
            shades[bin] = (byte) (1 + Math.min(SHADES - 1, (int) (SHADES * (rank + depth) / 2)));
            smaller += pixels[bin];
        }
        return shades;
    }

    /** The bin of the pixel that has so many others before it, in ascending order. */
    private static int firstBinBeyond(long[] pixels, long others) {
        int bin = 0;
        for (long seen = pixels[0]; seen <= others; seen += pixels[bin]) {
            bin++;
        }
        return bin;
    }

    private static int bin(int count) {
        if (count < EXACT) {
            return count;
        }
        int shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(count) - OCTAVE_BITS;
        return (shift << OCTAVE_BITS) + (count >>> shift);
    }

    private static double leastCount(int bin) {
        if (bin < EXACT) {
            return bin;
        }
        int shift = (bin >>> OCTAVE_BITS) - 1;
        return (double) ((long) (bin - (shift << OCTAVE_BITS)) << shift);
    }
}
