package org.mandelspark.kernel;

import java.util.Arrays;

/** The definition, written down: one orbit after the other. */
final class NaiveGaussKernel implements GaussKernel {
    @Override
    public long fill(OrbitDensity wanted, double[] beta, double[] shares, int[] rowStarts) {
        for (int k = 0; k < beta.length; k++) {
            int row = rowStarts[k];
            Arrays.fill(shares, row, row + wanted.bins(), 0);
            orbit(wanted, beta[k], shares, row);
            wanted.toShares(shares, row);
        }
        return beta.length * wanted.steps();
    }

    private static void orbit(OrbitDensity wanted, double beta, double[] counts, int row) {
        double minusAlpha = -wanted.alpha();
        double scale = wanted.scale();
        int bins = wanted.bins();
        double x = 0;
        for (int i = 0; i < wanted.skip(); i++) {
            x = Exp.of(minusAlpha * (x * x)) + beta;
        }
        for (int i = 0; i < wanted.points(); i++) {
            x = Exp.of(minusAlpha * (x * x)) + beta;
            OrbitDensity.count(x, scale, bins, counts, row);
        }
    }

    @Override
    public String description() {
        return "naive";
    }
}
