package org.mandelspark.workload;

import org.mandelspark.grid.ExactGrid;
import org.mandelspark.grid.ExactLinspace;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.kernel.EscapeKernel;
import org.mandelspark.kernel.EscapedFraction;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.Kernels;
import org.mandelspark.kernel.deep.DeepKernel;
import org.mandelspark.kernel.deep.Tier;

/** Decides stretches of rows of an exact view, in one thread, and keeps account of the work. */
public final class PixelLines {
    private final ExactGrid grid;
    private final int maxIter;
    private final Tactic tactic;
    private final DeepKernel kernel;
    private final EscapedFraction fraction = new EscapedFraction();
    private Work work;

    PixelLines(DeepBasis basis) {
        long start = System.nanoTime();
        basis.table();
        work = new Work(0, 0, basis.tactic().method(), 0, 0, System.nanoTime() - start, Proofs.NONE);
        grid = basis.grid();
        maxIter = basis.maxIter();
        tactic = basis.tactic();
        kernel = basis.kernel();
    }

    /** What it all took so far. */
    public Work work() {
        return work;
    }

    /** Decides pixels of a row as far as quick tiers go, and compares them with doubles where points are doubles. */
    public void fill(int row, int firstColumn, int n, ExactCounts into, int at) {
        double[] re = grid.roundedRe(firstColumn, n);
        double im = grid.roundedIm(row);
        long steps = 0;
        for (int i = 0; i < n; i++) {
            steps += decide(firstColumn + i, row, re[i], im, tactic.first(), tactic.last(), into, at + i);
        }
        if (grid instanceof ExactLinspace points) {
            compare(points.grid(), row, firstColumn, n, into, at);
        }
        add(steps, into, at, n);
    }

    /** Decides one pixel by the tier that always does. */
    public void finish(int column, int row, ExactCounts into, int at) {
        long open = into.isUndecided(at) ? 1 : 0;
        long steps = decide(
                column, row, grid.roundedRe(column, 1)[0], grid.roundedIm(row), Tier.BALLS, Tier.BALLS, into, at);
        if (grid instanceof ExactLinspace points) {
            compare(points.grid(), row, column, 1, into, at);
        }
        work = work.plus(new Work(0, 0, tactic.method(), 0, 0, 0, new Proofs(0, 0, 0, 0, -open, 0)));
        add(steps, into, at, 1);
    }

    private long decide(int column, int row, double re, double im, Tier first, Tier last, ExactCounts into, int at) {
        int count = kernel.decide(column, row, first, last);
        boolean isOpen = count == DeepKernel.UNDECIDED;
        into.counts()[at] = isOpen ? (int) Math.min(maxIter, kernel.passed()) : count;
        into.tiers()[at] = (byte) (kernel.tier().code() | (isOpen ? ExactCounts.UNDECIDED : 0));
        into.fractions()[at] =
                isOpen || count == maxIter ? 0 : (short) fraction.of(kernel.escapedRe(), kernel.escapedIm(), re, im);
        return kernel.spent();
    }

    private void compare(Grid points, int row, int firstColumn, int n, ExactCounts into, int at) {
        EscapeKernel doubles = Kernels.find(new Formula.Mandelbrot(), KernelKind.SIMD, Interior.PROVED);
        int[] counts = new int[n];
        doubles.fill(points.x(firstColumn, n), points.y(RowRange.band(row, row + 1)), maxIter, counts, new int[] {0});
        for (int i = 0; i < n; i++) {
            if (!into.isUndecided(at + i) && counts[i] != into.counts()[at + i]) {
                into.tiers()[at + i] |= (byte) ExactCounts.UNLIKE_DOUBLES;
            }
        }
    }

    private void add(long steps, ExactCounts into, int at, int n) {
        long iterations = 0;
        for (int i = at; i < at + n; i++) {
            iterations += into.isUndecided(i) ? 0 : into.counts()[i];
        }
        work = work.plus(new Work(iterations, steps, tactic.method(), 0, 0, 0, into.proofs(at, n)));
    }
}
