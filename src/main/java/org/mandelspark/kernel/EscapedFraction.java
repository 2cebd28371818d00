package org.mandelspark.kernel;

/** Fractions of quadratic counts, see {@link FractionKernel}, for those who know the z that failed its test. */
public final class EscapedFraction {
    private final SmoothCount smooth = new SmoothCount(2);

    /**
     * The fraction of a point.
     *
     * @param zr real part of the z that failed its test
     * @param zi imaginary part of it
     * @param cr real part of the point
     * @param ci imaginary part of the point
     * @return from 0 to 65535
     */
    public int of(double zr, double zi, double cr, double ci) {
        double re = zr;
        double im = zi;
        for (int i = 0; i < smooth.extraSteps(); i++) {
            double t = re * im;
            re = (re * re - im * im) + cr;
            im = (t + t) + ci;
        }
        return smooth.fraction(re * re + im * im);
    }
}
