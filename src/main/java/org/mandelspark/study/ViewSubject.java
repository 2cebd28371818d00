package org.mandelspark.study;

import java.util.List;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.Kernels;
import org.mandelspark.output.Problem;
import org.mandelspark.workload.EscapeTime;

/**
 * Escape counts of a view.
 *
 * @param view what is shown
 * @param kernel what computes it
 * @param interior which work the kernel may leave out
 */
public record ViewSubject(View view, KernelKind kernel, Interior interior) implements Subject<int[]> {
    /** Points a side of what is counted to estimate the work: some dozen microseconds a point at 10⁴ iterations. */
    private static final int SIDE = 32;

    /**
     * An iteration of {@code naive} waits for its own chain of operations on all machines tried; {@code simd} is about
     * nine times faster, warm. Where both take as long was measured with views of 16 to 830 million iterations.
     */
    private static final List<ColdSpeed> COLD =
            List.of(new ColdSpeed(KernelKind.NAIVE, 0, 3.3), new ColdSpeed(KernelKind.SIMD, 1.1, 0.35));

    public ViewSubject {
        interior.requireFor(view.formula());
    }

    static ViewSubject of(Problem.ViewPart part, KernelKind kernel, Interior interior) {
        View view = new View(
                part.name(),
                Formula.parse(part.formula()),
                new Frame.Bounds(part.region()),
                new Size(part.width(), part.height()),
                part.maxIter());
        return new ViewSubject(view, kernel, interior);
    }

    @Override
    public Problem.ViewPart problem() {
        return Problem.ViewPart.of(view);
    }

    @Override
    public EscapeTime workload() {
        return EscapeTime.of(view, kernel, interior);
    }

    @Override
    public ViewSubject computedBy(KernelKind otherKernel, Interior otherInterior) {
        return new ViewSubject(view, otherKernel, otherInterior);
    }

    /** The same part of the plane, sampled by more rows. */
    @Override
    public ViewSubject timesRows(int factor) {
        Size size = view.size();
        long rows = (long) size.height() * factor;
        if (rows * size.width() > Size.MAX_PIXELS) {
            throw new IllegalArgumentException("--size " + size + " times " + factor
                    + " workers is more than an array holds: take a smaller --size");
        }
        Size taller = new Size(size.width(), (int) rows);
        // A frame of a centre and a width would show more of the plane in a taller picture.
        Frame same = new Frame.Bounds(view.grid().region());
        return new ViewSubject(new View(view.name(), view.formula(), same, taller, view.maxIter()), kernel, interior);
    }

    @Override
    public String sizeOptions() {
        return "--size " + view.size();
    }

    @Override
    public String moreWork() {
        return "a higher --max-iter";
    }

    /** From a few points of the same region. */
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
    public boolean hasSimd() {
        return Kernels.hasSimd();
    }

    @Override
    public List<ColdSpeed> coldSpeeds() {
        return COLD;
    }
}
