package org.mandelspark.kernel;

/** The power z^d of a point, by squaring and multiplying along the binary digits of d. */
final class Power {
    double re;
    double im;
    private final int degree;
    private final int secondDigit;

    /**
     * A power with an exponent, of no point yet.
     *
     * @param degree d, at least 2
     */
    Power(int degree) {
        this.degree = degree;
        this.secondDigit = Integer.highestOneBit(degree) >> 1;
    }

    /** Computes the power of {@code zr + i·zi}. */
    void raise(double zr, double zi) {
        double wr = zr;
        double wi = zi;
        for (int digit = secondDigit; digit > 0; digit >>= 1) {
            double t = wr * wi;
            wr = wr * wr - wi * wi;
            wi = t + t;
            if ((degree & digit) != 0) {
                double product = wr * zr - wi * zi;
                wi = wr * zi + wi * zr;
                wr = product;
            }
        }
        re = wr;
        im = wi;
    }
}
