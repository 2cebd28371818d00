package org.mandelspark.picture;

import org.mandelspark.kernel.FractionKernel;

/**
 * Colours of smooth counts, which change without steps.
 *
 * <p>The scale is that of {@link Shading} with the smooth count ν in place of a count: the pixels with the count n are taken
 * to lie evenly between ν = n and n + 1, so that
 *
 * <pre>
 *   rank  = share of escaped pixels with a count less than ν, linear between whole numbers
 *   depth = log(1 + (ν − ½ − lo)/s) / log(1 + (hi − lo)/s),  within 0..1
 *   shade = 1 + 254 · (rank + depth)/2
 * </pre>
 *
 * It is computed at the least count of each bin and linear between those. A shade that is not a whole number gets a colour
 * between two of the palette, {@value #STEPS} steps from one to the next; none of this is floating-point arithmetic, once the
 * tables are made.
 */
final class SmoothColours implements PixelColours {
    private static final long serialVersionUID = 1L;

    /** Steps from one colour of the palette to the next: where a channel changes by less, as in all palettes, none is lost. */
    private static final int STEPS = 16;

    private static final int SHADES = 254;

    /** Units of a shade in the tables. */
    private static final int SHADE_BITS = 16;

    private static final int STEP_BITS = Integer.numberOfTrailingZeros(STEPS);
    private static final int FRACTION_BITS = Integer.numberOfTrailingZeros(FractionKernel.UNITS);

    private final int maxIter;
    private final int cycles;
    /** The smooth count, in units of a fraction, up to which a bin holds one count. */
    private final int lastExact;

    private final int[] shadeOfBin;
    private final int[] rgb = new int[Palette.SIZE * STEPS];

    SmoothColours(Colouring colouring, CountDistribution distribution) {
        this.maxIter = distribution.maxIter();
        this.cycles = colouring.cycles();
        this.lastExact = Math.min(maxIter, CountDistribution.EXACT) << FRACTION_BITS;
        this.shadeOfBin = shades(distribution);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = between(colouring, (double) i / STEPS);
        }
    }

    @Override
    public int rgb(int count, int fraction) {
        if (count == maxIter) {
            return 0;
        }
        long smooth = ((long) (count - FractionKernel.LEAD) << FRACTION_BITS) + fraction;
        long step = ((long) shade(smooth) * cycles) >> (SHADE_BITS - STEP_BITS);
        return rgb[(int) step & (rgb.length - 1)];
    }

    /** The shade of a smooth count in units of a fraction, from 1 to 255, in units of 2⁻¹⁶. */
    private int shade(long smooth) {
        if (smooth >= 0 && smooth < lastExact) {
            // By far the most pixels: bins of one count.
            int bin = (int) smooth >>> FRACTION_BITS;
            int within = (int) smooth & (FractionKernel.UNITS - 1);
            int shade = shadeOfBin[bin];
            return shade + (int) (((long) (shadeOfBin[bin + 1] - shade) * within) >> FRACTION_BITS);
        }
        if (smooth < 0) {
            return shadeOfBin[0];
        }
        if (smooth >>> FRACTION_BITS >= maxIter) {
            return shadeOfBin[shadeOfBin.length - 1];
        }
        int whole = (int) (smooth >>> FRACTION_BITS);
        int bin = CountDistribution.bin(whole);
        int bits = FRACTION_BITS + CountDistribution.octave(whole);
        long within = smooth & ((1L << bits) - 1);
        return shadeOfBin[bin] + (int) (((shadeOfBin[bin + 1] - shadeOfBin[bin]) * within) >> bits);
    }

    /** The shades at the least count of each bin and at the end of the last one. */
    private static int[] shades(CountDistribution distribution) {
        int[] shades = new int[distribution.bins() + 1];
        long smaller = 0;
        for (int bin = 0; bin < shades.length; bin++) {
            double rank = (double) smaller / Math.max(1, distribution.escaped());
            double depth = distribution.depth(CountDistribution.leastCount(bin) - 0.5);
            shades[bin] = (int) ((1 + SHADES * (rank + depth) / 2) * (1 << SHADE_BITS));
            smaller += bin < distribution.bins() ? distribution.pixels(bin) : 0;
        }
        return shades;
    }

    /** The colour of a shade, run through once. */
    private static int between(Colouring colouring, double shade) {
        double place = new Colouring(
                        colouring.kind(), colouring.palette(), colouring.direction(), 1, colouring.offset())
                .place(shade);
        int first = (int) Math.floor(place);
        int from = colouring.palette().colours().get(first);
        int to = colouring.palette().colours().get((first + 1) % Palette.SIZE);
        double share = place - first;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = from >> shift & 0xff;
            int high = to >> shift & 0xff;
            mixed |= (int) Math.round(low + share * (high - low)) << shift;
        }
        return mixed;
    }
}
