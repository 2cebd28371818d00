package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactPoint;

/**
 * Offsets of the pixels of a deep picture. They are exact where the centre of the picture lies a whole number of half
 * spacings, at most 2²⁶, from the reference in both directions: above all, where it is the reference itself. Elsewhere
 * both parts are rounded to nearest.
 */
final class DeepOffsets extends Offsets {
    /**
     * Numbers of half spacings up to this keep a product with a mantissa of 26 bits, and their sum with another, below
     * 2⁵³.
     */
    private static final BigInteger MOST_HALVES = BigInteger.ONE.shiftLeft(26);

    /** Bits after the binary point of distances that are not whole, in units. */
    private static final int FRACTION_BITS = 64;

    private final DeepGrid grid;
    private final int fractionBits;
    private final BigInteger right;
    private final BigInteger up;
    private final boolean exact;
    private final Wide residual;

    DeepOffsets(DeepGrid grid, Reference reference) {
        super(grid.spacing().exponent() - 1);
        this.grid = grid;
        int unit = unit();
        int bits = Math.max(FRACTION_BITS, unit);
        ExactPoint from = reference.point();
        BigDecimal re = grid.centre().re().subtract(from.re());
        BigDecimal im = grid.centre().im().subtract(from.im());
        exact = isWhole(re) && isWhole(im);
        fractionBits = exact ? 0 : bits;
        right = FixedPoint.nearest(re, fractionBits - unit);
        up = FixedPoint.nearest(im, fractionBits - unit);
        Wide own = reference.residual();
        Wide ends = Wide.of(greatest(grid.size().width(), grid.size().height()))
                .times(ROUNDING)
                .plus(Wide.of(0x1p-64));
        residual = exact
                ? own
                : own.plus(Wide.of(ends.mantissa(), ends.exponent() + unit)).up();
    }

    private boolean isWhole(BigDecimal distance) {
        if (distance.signum() == 0) {
            return true;
        }
        BigDecimal halfSpacing = grid.spacing().value().divide(BigDecimal.valueOf(2));
        BigDecimal[] halves = distance.divideAndRemainder(halfSpacing);
        return halves[1].signum() == 0 && halves[0].abs().toBigInteger().compareTo(MOST_HALVES) <= 0;
    }

    @Override
    double right(int column) {
        return offset(right, grid.halvesRight(column));
    }

    @Override
    double up(int row) {
        return offset(up, grid.halvesUp(row));
    }

    private double offset(BigInteger base, int halves) {
        BigInteger pixel = BigInteger.valueOf((long) halves * grid.spacing().mantissa());
        return Math.scalb(pixel.shiftLeft(fractionBits).add(base).doubleValue(), -fractionBits);
    }

    @Override
    Wide residual() {
        return residual;
    }

    @Override
    Wide reach() {
        return Wide.of(greatest(grid.size().width(), grid.size().height()), unit())
                .plus(residual)
                .up();
    }
}
