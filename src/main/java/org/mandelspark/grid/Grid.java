package org.mandelspark.grid;

import java.io.Serializable;

/**
 * The sample points of a region: {@code width} columns times {@code height} rows, both ends of each axis included.
 *
 * <p>Coordinates are those of NumPy's {@code linspace}, to the last bit: {@code i * step + min} with
 * {@code step = (max - min) / (n - 1)}, the last one set to {@code max}; a single point lies at {@code min}.
 *
 * @param region what is sampled
 * @param size how finely; row 0 lies at {@code yMin}
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
        double[] x = new double[width()];
        for (int i = 0; i < x.length; i++) {
            x[i] = linspace(region.xMin(), region.xMax(), width(), i);
        }
        return x;
    }

    /** Imaginary parts of the given rows, in their order. */
    public double[] y(RowRange rows) {
        double[] y = new double[rows.count()];
        for (int k = 0; k < y.length; k++) {
            y[k] = linspace(region.yMin(), region.yMax(), height(), rows.row(k));
        }
        return y;
    }

    private static double linspace(double min, double max, int n, int i) {
        if (n == 1) {
            return min;
        }
        if (i == n - 1) {
            return max;
        }
        double step = (max - min) / (n - 1);
        return i * step + min;
    }
}
