package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/** The orbit of one point under a formula, step by step, in the bits of the kernels. */
final class Orbit {
    private static final int SQUARE = 2;

    double zr;
    double zi;
    private final double cr;
    private final double ci;
    private final int degree;
    private final double twist;
    private final boolean isFolded;
    private int made;
    private boolean hasEscaped;

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

    /** Steps made; of an orbit that has escaped this is its count. */
    int made() {
        return made;
    }

    /** True once |z|² has exceeded 4: the point has escaped. */
    boolean hasEscaped() {
        return hasEscaped;
    }

    /** Makes steps, with a test before each; none any more after one has failed. */
    void advance(int steps) {
        for (int end = made + steps; made < end; made++) {
            double rr = zr * zr;
            double ii = zi * zi;
            if (hasEscaped || rr + ii > 4) {
                hasEscaped = true;
                return;
            }
            if (degree == SQUARE) {
                double t = isFolded ? Math.abs(zr * zi) : zr * zi;
                zr = (rr - ii) + cr;
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
