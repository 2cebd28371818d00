package org.mandelspark.grid;

import java.math.BigDecimal;

/**
 * The points of a {@link Grid}, taken as the exact numbers that their doubles are.
 *
 * @param grid the points; coordinates are at most {@link ExactPoint#LIMIT} in modulus
 */
public record ExactLinspace(Grid grid) implements ExactGrid {
    public ExactLinspace {
        Region region = grid.region();
        new ExactPoint(new BigDecimal(region.xMin()), new BigDecimal(region.yMin()));
        new ExactPoint(new BigDecimal(region.xMax()), new BigDecimal(region.yMax()));
    }

    @Override
    public Size size() {
        return grid.size();
    }

    /** A point of the grid itself. */
    @Override
    public ExactPoint centre() {
        return new ExactPoint(re(grid.width() / 2), im(grid.height() / 2));
    }

    @Override
    public BigDecimal re(int column) {
        return new BigDecimal(roundedRe(column, 1)[0]);
    }

    @Override
    public BigDecimal im(int row) {
        return new BigDecimal(roundedIm(row));
    }

    @Override
    public double[] roundedRe(int first, int n) {
        return grid.x(first, n);
    }

    @Override
    public double roundedIm(int row) {
        return grid.y(RowRange.band(row, row + 1))[0];
    }

    @Override
    public ExactLinspace coarse(Size fewer) {
        return new ExactLinspace(new Grid(grid.region(), fewer));
    }

    @Override
    public String describe() {
        return "doubles of linspace, ends included";
    }
}
