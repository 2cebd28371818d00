package org.mandelspark.workload;

import org.mandelspark.grid.RowRange;

/**
 * Pixels of an exact view that the quick tiers left undecided, each a unit, in the order in which they are to be started.
 */
final class UndecidedPixels implements Workload<ExactCounts> {
    private static final long serialVersionUID = 1;

    private final Shared<DeepBasis> basis;
    private final int[] cells;
    private final int maxIter;

    /**
     * Pixels.
     *
     * @param cells their numbers, row by row from the lowest row
     */
    UndecidedPixels(Shared<DeepBasis> basis, int[] cells, int maxIter) {
        this.basis = basis;
        this.cells = cells;
        this.maxIter = maxIter;
    }

    @Override
    public String name() {
        return PlaneProblem.WORKLOAD;
    }

    @Override
    public int rows() {
        return cells.length;
    }

    @Override
    public int rowCells() {
        return 1;
    }

    @Override
    public Cells<ExactCounts> cells() {
        return new ExactCells(new Int32Cells(maxIter));
    }

    @Override
    public UndecidedPixels sharing(Shared.Sharing sharing) {
        return new UndecidedPixels(sharing.share(basis.get()), cells, maxIter);
    }

    /** A pixel takes long enough. */
    @Override
    public int sliceUnits() {
        return 1;
    }

    @Override
    public Work fill(RowRange units, ExactCounts into, int[] starts) {
        PixelLines pixels = new PixelLines(basis.get());
        int columns = basis.get().grid().size().width();
        for (int k = 0; k < units.count(); k++) {
            int cell = cells[units.row(k)];
            pixels.finish(cell % columns, cell / columns, into, starts[k]);
        }
        return pixels.work();
    }
}
