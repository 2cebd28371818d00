package org.mandelspark.picture;

import java.io.Serializable;
import org.mandelspark.grid.View;

/**
 * Colours of pixels by their counts and fractions: a small table that is made once, on the driver, and goes wherever pixels
 * are drawn.
 *
 * <p>Pixels that never escaped are black. With the colourings {@code bands} and {@code smooth} the table follows from the
 * view without its size, except for the ratio of its sides, so that a pyramid's tiles and a single picture agree.
 */
public sealed interface PixelColours extends Serializable permits ShadedColours, SmoothColours {
    /**
     * The colours of a view, whatever its size; computes a {@link Preview}, which takes well below a second for most views.
     *
     * @throws IllegalArgumentException for {@code histogram}, which needs all counts of the picture
     */
    static PixelColours of(Colouring colouring, View view) {
        return switch (colouring.kind()) {
            case HISTOGRAM ->
                throw new IllegalArgumentException(
                        "colouring histogram follows from the counts of a whole picture, not from a view");
            case BANDS, SMOOTH -> of(colouring, CountDistribution.ofPreview(view));
        };
    }

    /**
     * The colours that follow from the distribution of some counts.
     *
     * @param counts escape counts in any order, not kept
     * @param maxIter the count of pixels that never escaped, at least 1
     * @throws IllegalArgumentException if a count is not within 0..maxIter
     */
    static PixelColours of(Colouring colouring, int[] counts, int maxIter) {
        if (maxIter < 1) {
            throw new IllegalArgumentException("maxIter is %d, it must be at least 1".formatted(maxIter));
        }
        return of(colouring, CountDistribution.of(counts, maxIter));
    }

    /** The colours that follow from a distribution of counts. */
    static PixelColours of(Colouring colouring, CountDistribution distribution) {
        return switch (colouring.kind()) {
            case HISTOGRAM, BANDS -> new ShadedColours(colouring, Shading.of(distribution));
            case SMOOTH -> new SmoothColours(colouring, distribution);
        };
    }

    /**
     * The colour of a pixel, 0xRRGGBB.
     *
     * @param count its escape count, from 0 to maxIter
     * @param fraction its {@link org.mandelspark.kernel.FractionKernel fraction}, from 0 to 65535; for any colouring but
     *     {@code smooth}, any number
     */
    int rgb(int count, int fraction);
}
