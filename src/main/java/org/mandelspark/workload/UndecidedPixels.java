package org.mandelspark.workload;

import java.util.stream.IntStream;
import org.mandelspark.grid.RowRange;

/**
 * Pixels of an exact view that the quick tiers left undecided, each a unit, in the order in which they are to be
 * started.
 */
final class UndecidedPixels implements Rest<ExactCounts> {
    private static final long serialVersionUID = 1;

    private final Shared<DeepBasis> basis;
    private final int[] cells;
    private final int maxIter;

    private UndecidedPixels(Shared<DeepBasis> basis, int[] cells, int maxIter) {
        this.basis = basis;
        this.cells = cells;
        this.maxIter = maxIter;
    }

    /** The undecided pixels among counts, those first that have passed most tests: they will cost most. */
    static UndecidedPixels of(ExactCounts counts, Shared<DeepBasis> basis, int maxIter) {
        int[] passed = counts.counts();
        // The tests passed, most of them first, above the number of the pixel.
        int[] cells = IntStream.range(0, passed.length)
                .filter(counts::isUndecided)
                .mapToLong(cell -> ((long) -passed[cell] << Integer.SIZE) | cell)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
        return new UndecidedPixels(basis, cells, maxIter);
    }

    boolean isEmpty() {
        return cells.length == 0;
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

    @Override
    public void putInto(ExactCounts computed, ExactCounts whole) {
        for (int i = 0; i < cells.length; i++) {
            whole.take(cells[i], computed, i);
        }
    }
}
