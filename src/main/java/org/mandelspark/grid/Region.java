package org.mandelspark.grid;

import java.io.Serializable;

/**
 * A rectangle of the complex plane: {@code xMin < xMax} on the real axis, {@code yMin < yMax} on the imaginary one.
 *
 * @param xMin least real part
 * @param xMax greatest real part
 * @param yMin least imaginary part
 * @param yMax greatest imaginary part
 */
public record Region(double xMin, double xMax, double yMin, double yMax) implements Serializable {
    public Region {
        requireInterval("x", xMin, xMax);
        requireInterval("y", yMin, yMax);
    }

    /** Extent along the real axis. */
    public double width() {
        return xMax - xMin;
    }

    /** Extent along the imaginary axis. */
    public double height() {
        return yMax - yMin;
    }

    /** The form of the command line: {@code XMIN,XMAX,YMIN,YMAX}. */
    @Override
    public String toString() {
        return xMin + "," + xMax + "," + yMin + "," + yMax;
    }

    private static void requireInterval(String axis, double min, double max) {
        if (!Double.isFinite(min) || !Double.isFinite(max)) {
            throw new IllegalArgumentException(
                    axis + "min and " + axis + "max must be finite numbers, not " + min + " and " + max);
        }
        if (min == max) {
            throw new IllegalArgumentException(
                    axis + "min must be less than " + axis + "max, but as doubles both are " + min);
        }
        if (min > max) {
            throw new IllegalArgumentException(
                    axis + "min must be less than " + axis + "max, but " + min + " is not less than " + max);
        }
        if (!Double.isFinite(max - min)) {
            throw new IllegalArgumentException(
                    "the extent " + axis + "max − " + axis + "min must be finite, not that of " + min + " to " + max);
        }
    }
}
