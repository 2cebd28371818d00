package org.mandelspark.grid;

import java.io.Serializable;

/**
 * The sample points of a region: {@code width} columns times {@code height} rows, both ends of each axis included.
 *
 * <p>Coordinates are those of NumPy's {@code linspace}, to the last bit: see {@link Linspace}.
 *
 * @param region the part of the plane that is sampled
 * @param size columns and rows; row 0 lies at {@code yMin}
 */
public record Grid(Region region, Size size) implements Serializable {
    /** Number of columns. */
    public int width() {
        return size.width();
    }

    /** Number of rows. */
    public int height() {
        return size.height();
    }

    /** Real parts of the columns, {@code width} of them. */
    public double[] x() {
        return x(0, width());
    }

    /** Real parts of {@code count} columns from {@code first} on. */
    public double[] x(int first, int count) {
        Linspace columns = columns();
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = columns.at(first + i);
        }
        return x;
    }

    /** Imaginary parts of the given rows, in their order. */
    public double[] y(RowRange rows) {
        Linspace all = rows();
        double[] y = new double[rows.count()];
        for (int k = 0; k < y.length; k++) {
            y[k] = all.at(rows.row(k));
        }
        return y;
    }

    /** True if doubles tell neighbouring columns and neighbouring rows apart. */
    public boolean isDistinct() {
        return columns().isDistinct() && rows().isDistinct();
    }

    /** True if points of each axis lie at least so many units of the last place of its ends apart. */
    boolean isFine(int units) {
        return columns().isFine(units) && rows().isFine(units);
    }

    private Linspace columns() {
        return new Linspace(region.xMin(), region.xMax(), width());
    }

    private Linspace rows() {
        return new Linspace(region.yMin(), region.yMax(), height());
    }
}
