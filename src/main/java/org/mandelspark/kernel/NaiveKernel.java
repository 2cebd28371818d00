package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/** The definition, written down: two loops over the points around the one over the iterations. */
final class NaiveKernel implements EscapeKernel {
    private final Formula formula;
    private final EscapeLoop loop;

    NaiveKernel(Formula formula) {
        this.formula = formula;
        this.loop = EscapeLoop.of(formula);
    }

    @Override
    public long fill(double[] x, double[] y, int maxIter, int[] counts, int[] rowStarts) {
        long steps = 0;
        for (int k = 0; k < y.length; k++) {
            int row = rowStarts[k];
            double ci = formula.cImaginary(y[k]);
            for (int i = 0; i < x.length; i++) {
                int count = loop.count(x[i], y[k], formula.cReal(x[i]), ci, 0, maxIter);
                counts[row + i] = count;
                steps += count;
            }
        }
        return steps;
    }

    @Override
    public String description() {
        return "naive";
    }
}
