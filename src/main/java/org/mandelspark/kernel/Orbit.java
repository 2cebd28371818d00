package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/** The orbit of one point under a formula, step by step and without tests, in the bits of the kernels. */
final class Orbit {
    private static final int SQUARE = 2;

    double zr;
    double zi;
    private final double cr;
    private final double ci;
    private final int degree;
    private final double twist;
    private final boolean isFolded;

    /** The orbit of the point {@code (x, y)}, which has made no step. */
    Orbit(Formula formula, double x, double y) {
        zr = x;
        zi = y;
        cr = formula.cReal(x);
        ci = formula.cImaginary(y);
        degree = formula instanceof Formula.Multibrot multibrot ? multibrot.degree() : SQUARE;
        twist = formula instanceof Formula.Tricorn ? -2 : 2;
        isFolded = formula instanceof Formula.BurningShip;
    }

    /** Makes steps; a point that escapes goes to infinity or NaN. */
    void advance(int steps) {
        for (int k = 0; k < steps; k++) {
            if (degree == SQUARE) {
                double t = isFolded ? Math.abs(zr * zi) : zr * zi;
                zr = (zr * zr - zi * zi) + cr;
                zi = twist * t + ci;
            } else {
                power();
            }
        }
    }

    private void power() {
        double wr = zr;
        double wi = zi;
        for (int digit = Integer.highestOneBit(degree) >> 1; digit > 0; digit >>= 1) {
            double t = wr * wi;
            wr = wr * wr - wi * wi;
            wi = t + t;
            if ((degree & digit) != 0) {
                double re = wr * zr - wi * zi;
                wi = wr * zi + wi * zr;
                wr = re;
            }
        }
        zr = wr + cr;
        zi = wi + ci;
    }
}
