package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/** The orbit of one point under a formula, step by step, in the bits of the kernels. */
final class Orbit {
    double zr;
    double zi;
    private final double cr;
    private final double ci;
    private final double twist;
    private final boolean isFolded;
    private final boolean isSquare;
    private final Power power;
    private int made;
    private boolean hasEscaped;

    /** The orbit of the point {@code (x, y)}, which has made no step. */
    Orbit(Formula formula, double x, double y) {
        zr = x;
        zi = y;
        cr = formula.cReal(x);
        ci = formula.cImaginary(y);
        twist = switch (formula.family()) {
            case MANDELBROT, JULIA, MULTIBROT, BURNING_SHIP -> 2;
            case TRICORN -> -2;
        };
        isFolded = switch (formula.family()) {
            case MANDELBROT, JULIA, MULTIBROT, TRICORN -> false;
            case BURNING_SHIP -> true;
        };
        isSquare = formula.degree() == 2;
        power = new Power(formula.degree());
    }

    /** The number of steps made; for an orbit that has escaped, its count. */
    int made() {
        return made;
    }

    /** True once |z|² has exceeded 4: the point has escaped. */
    boolean hasEscaped() {
        return hasEscaped;
    }

    /** Makes steps, with a test before each, until a test fails; after that, none. */
    void advance(int steps) {
        for (int end = made + steps; made < end; made++) {
            double rr = zr * zr;
            double ii = zi * zi;
            if (hasEscaped || rr + ii > 4) {
                hasEscaped = true;
                return;
            }
            step(rr, ii);
        }
    }

    /** Makes steps without any test. */
    void run(int steps) {
        for (int k = 0; k < steps; k++) {
            step(zr * zr, zi * zi);
        }
        made += steps;
    }

    /** Makes a step, given the squares of both parts. */
    private void step(double rr, double ii) {
        if (isSquare) {
            double t = isFolded ? Math.abs(zr * zi) : zr * zi;
            zr = (rr - ii) + cr;
            zi = twist * t + ci;
        } else {
            power.raise(zr, zi);
            zr = power.re + cr;
            zi = power.im + ci;
        }
    }
}
