package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactPoint;

/**
 * Offsets d of the pixels of a picture from the point of a reference, as doubles in units of 2^{@link #unit}.
 *
 * <p>They are exact where the centre of the picture lies a whole number of half spacings, at most 2²⁶, from the reference in both
 * directions: above all, where it is the reference itself. Elsewhere both parts are rounded to nearest, and 1.01u times the
 * greatest offset is added to the residual that proofs account for in each step.
 */
public final class Offsets {
    /** Numbers of half spacings up to this keep a product with a mantissa of 26 bits, and their sum with another, below 2⁵³. */
    private static final BigInteger MOST_HALVES = BigInteger.ONE.shiftLeft(26);

    /** Bits after the binary point of distances that are not whole, in units. */
    private static final int FRACTION_BITS = 64;

    private static final double ROUNDING = 1.01 * Rounding.U;

    private final DeepGrid grid;
    private final int unit;
    private final int fractionBits;
    private final BigInteger right;
    private final BigInteger up;
    private final boolean exact;
    private final Wide residual;

    private Offsets(DeepGrid grid, Reference reference) {
        this.grid = grid;
        unit = grid.spacing().exponent() - 1;
        int bits = Math.max(FRACTION_BITS, unit);
        ExactPoint from = reference.point();
        BigDecimal re = grid.centre().re().subtract(from.re());
        BigDecimal im = grid.centre().im().subtract(from.im());
        exact = isWhole(re) && isWhole(im);
        fractionBits = exact ? 0 : bits;
        right = FixedPoint.nearest(re, fractionBits - unit);
        up = FixedPoint.nearest(im, fractionBits - unit);
        Wide own = reference.residual();
        Wide ends = Wide.of(greatest()).times(ROUNDING).plus(Wide.of(0x1p-64));
        residual = exact
                ? own
                : own.plus(Wide.of(ends.mantissa(), ends.exponent() + unit)).up();
    }

    /** The offsets of a picture's pixels from a reference. */
    public static Offsets of(DeepGrid grid, Reference reference) {
        return new Offsets(grid, reference);
    }

    private boolean isWhole(BigDecimal distance) {
        if (distance.signum() == 0) {
            return true;
        }
        BigDecimal halfSpacing = grid.spacing().value().divide(BigDecimal.valueOf(2));
        BigDecimal[] halves = distance.divideAndRemainder(halfSpacing);
        return halves[1].signum() == 0 && halves[0].abs().toBigInteger().compareTo(MOST_HALVES) <= 0;
    }

    /** Exponent of the unit of offsets. */
    int unit() {
        return unit;
    }

    /** Offset of a column, real part. */
    double right(int column) {
        return offset(right, grid.halvesRight(column));
    }

    /** Offset of a row, imaginary part. */
    double up(int row) {
        return offset(up, grid.halvesUp(row));
    }

    private double offset(BigInteger base, int halves) {
        BigInteger pixel = BigInteger.valueOf((long) halves * grid.spacing().mantissa());
        return Math.scalb(pixel.shiftLeft(fractionBits).add(base).doubleValue(), -fractionBits);
    }

    /** Upper bound of |d| of all pixels. */
    private double greatest() {
        double x = Math.max(Math.abs(right(0)), Math.abs(right(grid.size().width() - 1)));
        double y = Math.max(Math.abs(up(0)), Math.abs(up(grid.size().height() - 1)));
        return Rounding.norm(x, y) * Rounding.UP;
    }

    /** Bound ρ of the residual of a step, with what rounding the offset costs. */
    Wide residual() {
        return residual;
    }

    /** Bound c⁺ of |d| + ρ for all pixels. */
    Wide reach() {
        return Wide.of(greatest(), unit).plus(residual).up();
    }
}
