package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/** The definition of fractions, written down: one orbit after the other. */
final class NaiveFractions implements FractionKernel {
    private final Formula formula;
    private final int maxIter;
    private final SmoothCount smooth;

    NaiveFractions(Formula formula, int maxIter) {
        this.formula = formula;
        this.maxIter = maxIter;
        this.smooth = new SmoothCount(formula.degree());
    }

    @Override
    public Rows rows(double[] x) {
        return (y, counts, from, fractions, to) -> {
            for (int i = 0; i < x.length; i++) {
                int count = counts[from + i];
                fractions[to + i] = count == maxIter ? 0 : (short) fraction(x[i], y, count);
            }
        };
    }

    private int fraction(double x, double y, int count) {
        Orbit orbit = new Orbit(formula, x, y);
        orbit.run(count + smooth.extraSteps());
        return smooth.fraction(orbit.zr * orbit.zr + orbit.zi * orbit.zi);
    }
}
