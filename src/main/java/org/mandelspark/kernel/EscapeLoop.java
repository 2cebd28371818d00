package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/** The loop over the iterations of one point: the definition of the count, once for each kind of step. */
@FunctionalInterface
interface EscapeLoop {
    /**
     * The count of a point that has made some steps, which have brought it to z; it passed the tests before.
     *
     * @param zReal real part of z
     * @param zImaginary imaginary part of z
     * @param cr real part of c
     * @param ci imaginary part of c
     * @param made steps made
     * @param maxIter the count of points that never escape
     */
    int count(double zReal, double zImaginary, double cr, double ci, int made, int maxIter);

    /** The loop of a formula. */
    static EscapeLoop of(Formula formula) {
        return switch (formula.family()) {
            case MANDELBROT, JULIA -> EscapeLoop::quadratic;
            case MULTIBROT -> {
                int degree = formula.degree();
                yield (zr, zi, cr, ci, made, maxIter) -> power(degree, zr, zi, cr, ci, made, maxIter);
            }
            case BURNING_SHIP -> EscapeLoop::burningShip;
            case TRICORN -> EscapeLoop::tricorn;
        };
    }

    private static int quadratic(double zReal, double zImaginary, double cr, double ci, int made, int maxIter) {
        double zr = zReal;
        double zi = zImaginary;
        for (int n = made; n < maxIter; n++) {
            double rr = zr * zr;
            double ii = zi * zi;
            if (rr + ii > 4) {
                return n;
            }
            double t = zr * zi;
            zr = (rr - ii) + cr;
            zi = (t + t) + ci;
        }
        return maxIter;
    }

    private static int tricorn(double zReal, double zImaginary, double cr, double ci, int made, int maxIter) {
        double zr = zReal;
        double zi = zImaginary;
        for (int n = made; n < maxIter; n++) {
            double rr = zr * zr;
            double ii = zi * zi;
            if (rr + ii > 4) {
                return n;
            }
            double t = zr * zi;
            zr = (rr - ii) + cr;
            zi = ci - (t + t);
        }
        return maxIter;
    }

    private static int burningShip(double zReal, double zImaginary, double cr, double ci, int made, int maxIter) {
        double zr = zReal;
        double zi = zImaginary;
        for (int n = made; n < maxIter; n++) {
            double rr = zr * zr;
            double ii = zi * zi;
            if (rr + ii > 4) {
                return n;
            }
            double t = Math.abs(zr * zi);
            zr = (rr - ii) + cr;
            zi = (t + t) + ci;
        }
        return maxIter;
    }

    private static int power(int degree, double zReal, double zImaginary, double cr, double ci, int made, int maxIter) {
        Power w = new Power(degree);
        double zr = zReal;
        double zi = zImaginary;
        for (int n = made; n < maxIter; n++) {
            if (zr * zr + zi * zi > 4) {
                return n;
            }
            w.raise(zr, zi);
            zr = w.re + cr;
            zi = w.im + ci;
        }
        return maxIter;
    }
}
