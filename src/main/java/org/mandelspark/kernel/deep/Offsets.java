package org.mandelspark.kernel.deep;

import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactGrid;

/**
 * Offsets d of the pixels of a picture from the point of a reference, as doubles in units of 2^{@link #unit}. Where
 * they are rounded, 1.01u times the greatest of them is added to the residual that proofs account for in each step.
 */
public abstract sealed class Offsets permits DeepOffsets, LinspaceOffsets {
    static final double ROUNDING = 1.01 * Rounding.U;

    private final int unit;

    Offsets(int unit) {
        this.unit = unit;
    }

    /** The offsets of a picture's pixels from a reference. */
    public static Offsets of(ExactGrid grid, Reference reference) {
        return grid instanceof DeepGrid deep ? new DeepOffsets(deep, reference) : new LinspaceOffsets(grid, reference);
    }

    /** Exponent of the unit of offsets. */
    final int unit() {
        return unit;
    }

    /** Offset of a column, real part. */
    abstract double right(int column);

    /** Offset of a row, imaginary part. */
    abstract double up(int row);

    /** Bound ρ of the residual of a step, with what rounding the offset costs. */
    abstract Wide residual();

    /** Upper bound of |d| of all pixels of a picture of this size; offsets rise with columns and rows. */
    final double greatest(int columns, int rows) {
        double x = Math.max(Math.abs(right(0)), Math.abs(right(columns - 1)));
        double y = Math.max(Math.abs(up(0)), Math.abs(up(rows - 1)));
        return Rounding.norm(x, y) * Rounding.UP;
    }

    /** Bound c⁺ of |d| + ρ for all pixels. */
    abstract Wide reach();
}
