package org.mandelspark.grid;

import java.math.BigDecimal;

/**
 * The sample points of a deep view: centres of square pixels around an exact centre. Pixel (i, j) of a picture of W × H lies at
 * {@code centre + spacing/2 · ((2i − W + 1) + i(2j − H + 1))} exactly; row 0 is the lowest.
 *
 * @param centre the middle of the picture
 * @param spacing distance of neighbouring pixels
 * @param size columns and rows, each at most {@link #MOST_PIXELS_A_SIDE}
 */
public record DeepGrid(ExactPoint centre, Spacing spacing, Size size) implements ExactGrid {
    /** Numbers of half pixels stay below 2²⁶. */
    public static final int MOST_PIXELS_A_SIDE = (1 << Spacing.BITS) - 1;

    public DeepGrid {
        int longest = Math.max(size.width(), size.height());
        if (longest > MOST_PIXELS_A_SIDE) {
            throw new IllegalArgumentException(
                    "a deep picture has at most " + MOST_PIXELS_A_SIDE + " pixels a side, not " + longest);
        }
    }

    /** Offset of a column from the centre, in halves of the spacing. */
    public int halvesRight(int column) {
        return 2 * column - size.width() + 1;
    }

    /** Offset of a row from the centre, in halves of the spacing. */
    public int halvesUp(int row) {
        return 2 * row - size.height() + 1;
    }

    @Override
    public BigDecimal re(int column) {
        return centre.re().add(halves(halvesRight(column)));
    }

    @Override
    public BigDecimal im(int row) {
        return centre.im().add(halves(halvesUp(row)));
    }

    @Override
    public double[] roundedRe(int first, int n) {
        double middle = centre.re().doubleValue();
        double[] re = new double[n];
        for (int i = 0; i < n; i++) {
            re[i] = middle + offset(halvesRight(first + i));
        }
        return re;
    }

    @Override
    public double roundedIm(int row) {
        return centre.im().doubleValue() + offset(halvesUp(row));
    }

    private double offset(int halves) {
        return Math.scalb((double) halves * spacing.mantissa(), spacing.exponent() - 1);
    }

    private BigDecimal halves(int number) {
        return spacing.value().multiply(BigDecimal.valueOf(number)).divide(BigDecimal.valueOf(2));
    }

    /** The picture of the same width, as near as the spacing allows. */
    @Override
    public DeepGrid coarse(Size fewer) {
        return new DeepGrid(centre, spacing.times(size.width(), fewer.width()), fewer);
    }

    @Override
    public String describe() {
        return "centres of pixels, " + spacing + " apart";
    }
}
