package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.Kernels;

/**
 * Escape counts of a view in doubles.
 *
 * @param view what is shown
 */
@JsonTypeName(PlaneProblem.WORKLOAD)
public record ViewProblem(View view) implements PlaneProblem<int[]> {
    /** Points a side of what is counted to estimate the work: some dozen microseconds a point at 10⁴ iterations. */
    private static final int SIDE = 32;

    /**
     * An iteration of {@code naive} waits for its own chain of operations on all machines tried; {@code simd} is about
     * nine times faster, warm. Where both take as long was measured with views of 16 to 830 million iterations.
     */
    private static final List<ColdSpeed> COLD =
            List.of(new ColdSpeed(KernelKind.NAIVE, 0, 3.3), new ColdSpeed(KernelKind.SIMD, 1.1, 0.35));

    public ViewProblem {
        if (view.isExact()) {
            throw new IllegalArgumentException("the counts of view " + view.name() + " are those of exact arithmetic");
        }
    }

    @Override
    public Map<String, String> whereabouts() {
        return Map.of("region", view.grid().region().toString());
    }

    @Override
    public Imagery imagery() {
        return Imagery.COUNTS;
    }

    /** Named after its formula, and by its bounds: another centre and width may have the same. */
    @Override
    public ViewProblem unnamed() {
        return new ViewProblem(new View(
                view.formula().label(),
                view.formula(),
                new Frame.Bounds(view.grid().region()),
                view.size(),
                view.maxIter(),
                view.arithmetic()));
    }

    @Override
    public void requireInterior(Interior interior) {
        interior.requireFor(view.formula());
    }

    @Override
    public EscapeTime workload(KernelKind kernel, Interior interior) {
        view.size().inOneArray();
        return EscapeTime.of(view, kernel, interior);
    }

    /** The same part of the plane, sampled by more rows. */
    @Override
    public ViewProblem times(int factor) {
        Size size = view.size();
        long rows = (long) size.height() * factor;
        if (rows * size.width() > Size.MAX_PIXELS) {
            throw new IllegalArgumentException("--size " + size + " times " + factor
                    + " workers is more than an array holds: take a smaller --size");
        }
        if (factor == 1) {
            return this;
        }
        Size taller = new Size(size.width(), (int) rows);
        // A frame of a centre and a width would show more of the plane in a taller picture.
        Frame same = new Frame.Bounds(view.grid().region());
        return new ViewProblem(new View(view.name(), view.formula(), same, taller, view.maxIter(), view.arithmetic()));
    }

    /** Estimates from a few points of the same region. */
    @Override
    public double iterations(double most) {
        Size size = view.size();
        Size few = new Size(Math.min(SIDE, size.width()), Math.min(SIDE, size.height()));
        double pointsForOne = (double) size.pixels() / few.pixels();
        // A point that reaches that many alone decides.
        int maxIter = (int) Math.min(view.maxIter(), most / pointsForOne + 1);
        EscapeTime sample = new EscapeTime(
                view.formula(), new Grid(view.grid().region(), few), maxIter, KernelKind.NAIVE, Interior.NONE);
        int[] counts = new int[few.width()];
        double iterations = 0;
        for (int row = 0; row < few.height() && iterations * pointsForOne <= most; row++) {
            iterations += sample.fill(RowRange.band(row, row + 1), counts, new int[] {0})
                    .iterations();
        }
        return iterations * pointsForOne;
    }

    @Override
    public List<ColdSpeed> coldSpeeds() {
        return COLD;
    }

    @Override
    public boolean hasSimd() {
        return Kernels.hasSimd();
    }
}
