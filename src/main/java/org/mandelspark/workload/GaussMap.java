package org.mandelspark.workload;

import org.mandelspark.grid.RowRange;
import org.mandelspark.kernel.GaussKernel;
import org.mandelspark.kernel.GaussKernels;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.OrbitDensity;

/**
 * The bifurcation diagram of the Gauss map: a β is a row, the share of its orbit's points in a bin is a cell, the
 * lowest bin first.
 *
 * <p>Pictures and files show β to the right and x upwards, so they are this array turned; here an orbit is a row
 * because it is the smallest piece of work.
 *
 * @param wanted α, which points of an orbit count, and how many bins there are
 * @param betas the rows
 * @param kernel what computes the densities; every kernel gives the same bits
 */
public record GaussMap(OrbitDensity wanted, BetaRange betas, KernelKind kernel) implements Workload<double[]> {
    @Override
    public String name() {
        return GaussProblem.WORKLOAD;
    }

    @Override
    public int rows() {
        return betas.count();
    }

    @Override
    public int rowCells() {
        return wanted.bins();
    }

    @Override
    public Cells<double[]> cells() {
        return new Float64Cells();
    }

    @Override
    public Work fill(RowRange rows, double[] into, int[] rowStarts) {
        GaussKernel found = GaussKernels.find(kernel);
        double[] beta = new double[rows.count()];
        for (int k = 0; k < beta.length; k++) {
            beta[k] = betas.beta(rows.row(k));
        }
        long steps = found.fill(wanted, beta, into, rowStarts);
        return new Work(beta.length * wanted.steps(), steps, found.description());
    }

    @Override
    public boolean rowsAreThoseOfFiles() {
        return false;
    }

    /** An array of shape (bins, betas), the highest bin first. */
    @Override
    public double[] inFileOrder(double[] cells) {
        double[] turned = new double[cells.length];
        int bins = wanted.bins();
        for (int bin = 0; bin < bins; bin++) {
            int row = (bins - 1 - bin) * betas.count();
            for (int j = 0; j < betas.count(); j++) {
                turned[row + j] = cells[j * bins + bin];
            }
        }
        return turned;
    }
}
