package org.mandelspark.kernel.deep;

import java.math.BigDecimal;
import org.mandelspark.grid.ExactGrid;

/**
 * Offsets of points whose coordinates are doubles: exact differences, rounded to nearest. Both parts err by at most u
 * of their modulus, so the offset by u|d|, and by 2⁻¹⁰⁷⁴ each where they are subnormal, which τ covers.
 */
final class LinspaceOffsets extends Offsets {
    private final ExactGrid grid;
    private final Reference reference;
    private final double greatest;
    private final Wide residual;

    LinspaceOffsets(ExactGrid grid, Reference reference) {
        super(0);
        this.grid = grid;
        this.reference = reference;
        greatest = greatest(grid.size().width(), grid.size().height());
        residual = reference
                .residual()
                .plus(Wide.of(greatest).times(ROUNDING).plus(Wide.of(Rounding.TAU)))
                .up();
    }

    @Override
    double right(int column) {
        return offset(grid.re(column), reference.point().re());
    }

    @Override
    double up(int row) {
        return offset(grid.im(row), reference.point().im());
    }

    private static double offset(BigDecimal coordinate, BigDecimal from) {
        return coordinate.subtract(from).doubleValue();
    }

    @Override
    Wide residual() {
        return residual;
    }

    @Override
    Wide reach() {
        return Wide.of(greatest).plus(residual).up();
    }
}
