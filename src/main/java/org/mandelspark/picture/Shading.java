package org.mandelspark.picture;

import java.io.Serializable;
import java.util.Arrays;

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
 * gets a smaller shade. {@link CountDistribution} says which counts share a bin.
 */
final class Shading implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The shade of pixels that never escaped. */
    static final int INTERIOR = 0;

    private static final int SHADES = 255;

    private final int maxIter;
    private final byte[] shadeOfBin;

    private Shading(int maxIter, byte[] shadeOfBin) {
        this.maxIter = maxIter;
        this.shadeOfBin = shadeOfBin;
    }

    /** The shades of a distribution of counts. */
    static Shading of(CountDistribution distribution) {
        byte[] shades = new byte[distribution.bins()];
        if (distribution.escaped() == 0) {
            Arrays.fill(shades, (byte) SHADES);
            return new Shading(distribution.maxIter(), shades);
        }
        long smaller = 0;
        for (int bin = 0; bin < shades.length; bin++) {
            double rank = (smaller + distribution.pixels(bin) / 2.0) / distribution.escaped();
            double depth = distribution.depth(CountDistribution.leastCount(bin));
            shades[bin] = (byte) (1 + Math.min(SHADES - 1, (int) (SHADES * (rank + depth) / 2)));
            smaller += distribution.pixels(bin);
        }
        return new Shading(distribution.maxIter(), shades);
    }

    /** The shade of a count, 0..255. */
    int of(int count) {
        return count == maxIter ? INTERIOR : Byte.toUnsignedInt(shadeOfBin[CountDistribution.bin(count)]);
    }
}
