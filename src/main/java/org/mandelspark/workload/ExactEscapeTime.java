package org.mandelspark.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandelspark.grid.ExactGrid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.Units;
import org.mandelspark.kernel.deep.DeepKernel;
import org.mandelspark.kernel.deep.Reference;
import org.mandelspark.kernel.deep.Tier;

/**
 * Escape counts of the Mandelbrot set in exact arithmetic. Units are decided as far as the quick tiers go, and the
 * first pixel that these leave undecided to the end; what else they leave is a workload of its own, whose units are
 * pixels.
 */
public final class ExactEscapeTime implements Workload<ExactCounts> {
    private static final long serialVersionUID = 1;

    /** Pixels of a slice: some ten milliseconds. */
    private static final int SLICE_PIXELS = 1 << 10;

    /**
     * Undecided pixels that a unit decides itself. They are rare, and the nine of e50 at 1024x1024 are in nine tiles of
     * 16x16. One makes a unit longer by what a second job would last anyway, since a pixel is indivisible; with more it
     * could be the last to end.
     */
    private static final int FINISHED_PIXELS = 1;

    /** Time of a step in pairs of doubles, in such steps. */
    private static final double PAIR_STEPS = 8;

    /** Time of a step in doubles, as measured on a core of a current server. */
    private static final double STEP_NANOS = 15;

    private final Shared<DeepBasis> basis;
    private final ExactGrid grid;
    private final int maxIter;
    private final Unit unit;

    private ExactEscapeTime(Shared<DeepBasis> basis, ExactGrid grid, int maxIter, Unit unit) {
        unit.cut(grid.size().height(), grid.size().width());
        this.basis = basis;
        this.grid = grid;
        this.maxIter = maxIter;
        this.unit = unit;
    }

    /** The counts of a grid, in rows, by the quickest means. */
    public static ExactEscapeTime of(ExactGrid grid, int maxIter) {
        return of(grid, maxIter, Tactic.BLOCKS);
    }

    static ExactEscapeTime of(ExactGrid grid, int maxIter, Tactic tactic) {
        DeepBasis here = new DeepBasis(grid, maxIter, tactic);
        return new ExactEscapeTime(() -> here, grid, maxIter, Unit.ROW);
    }

    @Override
    public String name() {
        return PlaneProblem.WORKLOAD;
    }

    @Override
    public int rows() {
        return grid.size().height();
    }

    @Override
    public int rowCells() {
        return grid.size().width();
    }

    @Override
    public Units units() {
        return unit.cut(rows(), rowCells());
    }

    @Override
    public ExactEscapeTime inUnits(Unit other) {
        return new ExactEscapeTime(basis, grid, maxIter, other);
    }

    @Override
    public ExactEscapeTime sharing(Shared.Sharing sharing) {
        return new ExactEscapeTime(sharing.share(basis.get()), grid, maxIter, unit);
    }

    @Override
    public Cells<ExactCounts> cells() {
        return new ExactCells(new Int32Cells(maxIter));
    }

    @Override
    public void prepare(ReferenceProgress progress) {
        basis.get().reference(iteration -> progress.reached(iteration, maxIter));
    }

    @Override
    public void load() {
        basis.get().table();
    }

    /** The reference, computed by now or now. */
    @Override
    public Optional<Reference> reference() {
        return Optional.of(basis.get().reference(reached -> {}));
    }

    /** Undecided pixels are written when they are decided. */
    @Override
    public boolean rowsAreThoseOfFiles() {
        return false;
    }

    @Override
    public int sliceUnits() {
        return Math.max(1, SLICE_PIXELS / units().largest());
    }

    /** Decides stretches of rows, in the calling thread. */
    public PixelLines lines() {
        return new PixelLines(basis.get());
    }

    @Override
    public Work fill(RowRange chosen, ExactCounts into, int[] starts) {
        PixelLines pixels = lines();
        Units units = units();
        int line = 0;
        for (int k = 0; k < chosen.count(); k++) {
            int piece = chosen.row(k);
            int firstLine = line;
            for (int row = units.row(piece); row < units.row(piece) + units.height(piece); row++) {
                pixels.fill(row, units.column(piece), units.width(piece), into, starts[line++]);
            }
            finish(piece, pixels, into, starts, firstLine);
        }
        return pixels.work();
    }

    /** Decides the first pixels of a unit that quick tiers left undecided. */
    private void finish(int piece, PixelLines pixels, ExactCounts into, int[] starts, int firstLine) {
        Units units = units();
        int finished = 0;
        for (int i = 0; i < units.width(piece) * units.height(piece) && finished < FINISHED_PIXELS; i++) {
            int x = i % units.width(piece);
            int y = i / units.width(piece);
            int cell = starts[firstLine + y] + x;
            if (into.isUndecided(cell)) {
                pixels.finish(units.column(piece) + x, units.row(piece) + y, into, cell);
                finished++;
            }
        }
    }

    @Override
    public Optional<Rest<ExactCounts>> rest(ExactCounts cells) {
        UndecidedPixels open = UndecidedPixels.of(cells, basis, maxIter);
        return open.isEmpty() ? Optional.empty() : Optional.of(open);
    }

    @Override
    public Optional<CostSample> sampleCosts(int rows, int columns) {
        return sampleCells(rows, columns).map(cells -> {
            List<Double> means = new ArrayList<>(rows);
            for (int row = 0; row < rows; row++) {
                means.add(cells.cellSteps().subList(row * columns, (row + 1) * columns).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0));
            }
            return new CostSample(means, cells.stepNanos());
        });
    }

    /**
     * Runs pixels of the grid itself by the tiers that units are computed by, so what it says is what they will cost.
     */
    @Override
    public Optional<CostSample> sampleCells(int rows, int columns) {
        DeepKernel kernel = basis.get().kernel();
        Tactic tactic = basis.get().tactic();
        List<Double> steps = new ArrayList<>(rows * columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                kernel.decide(
                        place(column, columns, rowCells()), place(row, rows, rows()), tactic.first(), tactic.last());
                double slow = kernel.tier() == Tier.PAIRS ? PAIR_STEPS : 1;
                steps.add(slow * kernel.spent());
            }
        }
        return Optional.of(new CostSample(steps, STEP_NANOS));
    }

    private static int place(int index, int of, int all) {
        return of == 1 ? all / 2 : (int) ((long) index * (all - 1) / (of - 1));
    }
}
