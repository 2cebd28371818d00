package org.mandelspark.kernel;

/** The definition, written down: two loops over the points and one over the iterations. */
final class NaiveKernel implements EscapeKernel {
    @Override
    public long fill(double[] x, double[] y, int maxIter, int[] counts, int offset, int rowStride) {
        long steps = 0;
        for (int k = 0; k < y.length; k++) {
            int row = offset + k * rowStride;
            for (int i = 0; i < x.length; i++) {
                int count = escapeCount(x[i], y[k], x[i], y[k], 0, maxIter);
                counts[row + i] = count;
                steps += count;
            }
        }
        return steps;
    }

    /** The count of a point c that has made some steps, which have brought it to z; it passed the tests before. */
    static int escapeCount(double zReal, double zImaginary, double cr, double ci, int made, int maxIter) {
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

    @Override
    public String description() {
        return "naive";
    }
}
