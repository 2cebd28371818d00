package org.mandelspark.kernel;

import java.util.Arrays;

/**
 * Passes over all columns of a block, one for each part of a step, the NumPy way: simple loops that a compiler turns
 * into vector code by itself, at the price of carrying each intermediate result through memory.
 */
final class ArrayGaussKernel implements GaussKernel {
    @Override
    public long fill(OrbitDensity wanted, double[] beta, double[] shares, int[] rowStarts) {
        for (int row : rowStarts) {
            Arrays.fill(shares, row, row + wanted.bins(), 0);
        }
        Block block = new Block(wanted.alpha(), beta);
        for (int i = 0; i < wanted.skip(); i++) {
            block.step();
        }
        for (int i = 0; i < wanted.points(); i++) {
            block.step();
            block.count(wanted.scale(), wanted.bins(), shares, rowStarts);
        }
        for (int row : rowStarts) {
            wanted.toShares(shares, row);
        }
        return beta.length * wanted.steps();
    }

    @Override
    public String description() {
        return "array";
    }

    /** The points of all columns at one step. */
    private static final class Block {
        private final double minusAlpha;
        private final double[] beta;
        private final double[] x;
        private final double[] exponent;
        private final double[] shifted;
        private final double[] significand;

        Block(double alpha, double[] beta) {
            this.minusAlpha = -alpha;
            this.beta = beta;
            this.x = new double[beta.length];
            this.exponent = new double[beta.length];
            this.shifted = new double[beta.length];
            this.significand = new double[beta.length];
        }

        void step() {
            for (int k = 0; k < x.length; k++) {
                exponent[k] = minusAlpha * (x[k] * x[k]);
            }
            for (int k = 0; k < x.length; k++) {
                shifted[k] = Exp.shifted(exponent[k]);
            }
            for (int k = 0; k < x.length; k++) {
                significand[k] = Exp.significand(exponent[k], shifted[k]);
            }
            for (int k = 0; k < x.length; k++) {
                x[k] = Exp.scaled(exponent[k], significand[k], shifted[k]) + beta[k];
            }
        }

        void count(double scale, int bins, double[] counts, int[] rowStarts) {
            for (int k = 0; k < x.length; k++) {
                OrbitDensity.count(x[k], scale, bins, counts, rowStarts[k]);
            }
        }
    }
}
