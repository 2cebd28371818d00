package org.mandelspark.kernel;

/** The definition, written down: two loops over the points and one over the iterations. */
final class NaiveKernel implements EscapeKernel {
    @Override
    public long fill(double[] x, double[] y, int maxIter, int[] counts, int offset, int rowStride) {
        long steps = 0;
        for (int k = 0; k < y.length; k++) {
            int row = offset + k * rowStride;
            for (int i = 0; i < x.length; i++) {
                int count = escapeCount(x[i], y[k], maxIter);
                counts[row + i] = count;
                steps += count;
            }
        }
        return steps;
    }

    private static int escapeCount(double cr, double ci, int maxIter) {
        double zr = cr;
        double zi = ci;
        for (int n = 0; n < maxIter; n++) {
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
