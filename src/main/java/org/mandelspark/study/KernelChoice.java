package org.mandelspark.study;

import java.util.Optional;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.EscapeTime;

/**
 * Which kernel a render takes: one by its name, or the one that is done first in a JVM that has just started.
 *
 * <p>Vector loops are slower than the plain one until the JVM has compiled them, which costs about a second of each of
 * two cores; from then on they are some ten times faster. So {@code auto} counts a few points of the view and takes
 * {@code naive} if that would be done sooner than a second, {@code simd} otherwise. The same view on the same number of
 * workers always gets the same. Studies warm up and take a kernel by its name.
 *
 * @param named the kernel, or nothing for {@code auto}
 */
public record KernelChoice(Optional<KernelKind> named) {
    private static final String AUTO = "auto";

    /** Points a side of what is counted to choose: some dozen microseconds a point at 10⁴ iterations. */
    private static final int SIDE = 32;

    /** Time of an iteration of {@code naive}, which waits for its own chain of operations on all machines tried. */
    private static final double ITERATION_NANOS = 3.3;

    /**
     * Seconds of each worker that {@code naive} may take: where both kernels are as fast. Measured on two cores with
     * views of 16 to 830 million iterations.
     */
    private static final double WARM_UP_SECONDS = 1.2;

    /** The name on the command line. */
    public String label() {
        return named.map(KernelKind::label).orElse(AUTO);
    }

    /**
     * The choice of a name.
     *
     * @throws IllegalArgumentException that lists the known ones
     */
    public static KernelChoice parse(String label) {
        if (label.equals(AUTO)) {
            return new KernelChoice(Optional.empty());
        }
        try {
            return new KernelChoice(Optional.of(KernelKind.parse(label)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", " + AUTO, e);
        }
    }

    /**
     * The kernel for a view.
     *
     * @param workers number of workers, at least 1
     */
    KernelKind kernel(View view, int workers) {
        return named.orElseGet(() -> takesLonger(view, workers * WARM_UP_SECONDS) ? KernelKind.SIMD : KernelKind.NAIVE);
    }

    /** Whether one core would take longer with {@code naive}; counts no further than that takes to know. */
    private static boolean takesLonger(View view, double seconds) {
        Size size = view.size();
        Size few = new Size(Math.min(SIDE, size.width()), Math.min(SIDE, size.height()));
        double pointsForOne = (double) size.width() * size.height() / ((double) few.width() * few.height());
        double most = seconds * 1e9 / ITERATION_NANOS / pointsForOne;
        // A point that reaches that many alone decides.
        int maxIter = (int) Math.min(view.maxIter(), most + 1);
        EscapeTime sample = new EscapeTime(
                view.formula(), new Grid(view.grid().region(), few), maxIter, KernelKind.NAIVE, Interior.NONE);
        int[] counts = new int[few.width()];
        double iterations = 0;
        for (int row = 0; row < few.height() && iterations <= most; row++) {
            iterations += sample.fill(RowRange.band(row, row + 1), counts, new int[] {0})
                    .iterations();
        }
        return iterations > most;
    }
}
