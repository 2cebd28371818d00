package org.mandelspark.study;

import java.util.Optional;
import java.util.OptionalInt;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.RowSink;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.Histogram;
import org.mandelspark.measure.HistogramBuilder;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.EscapeTime;
import org.mandelspark.workload.ExactEscapeTime;
import org.mandelspark.workload.Int32Cells;
import org.mandelspark.workload.Problem;
import org.mandelspark.workload.Workload;

/**
 * Escape counts of a view, of all its pixels or of fewer points of the same region, for pictures of where its cost is.
 *
 * <p>A study folder holds no pixels, so whoever reads one computes them once more. How long that may take must not
 * depend on what a stranger wrote into a folder: there is a limit of pixels, and one of the steps that they can take at
 * most, and a view beyond them is sampled at fewer points.
 */
public final class CountsSample {
    /** The largest named view has so many. */
    private static final int MOST_PIXELS = 1 << 24;

    /** Some ten seconds of one core, if no pixel escapes and nothing can be left out. */
    private static final double MOST_STEPS = 4e10;

    /** A picture of fewer points would show nothing. */
    private static final int LEAST_POINTS = 1 << 12;

    private static final Partitioning CUT = new Partitioning(Schedule.parse("over:16"));

    private final View view;
    private final Size points;
    private final int[] counts;

    private CountsSample(View view, Size points, int[] counts) {
        if (counts.length != points.pixels()) {
            throw new IllegalArgumentException(
                    Counted.of(counts.length, "count") + " cannot be those of " + points + " points");
        }
        this.view = view;
        this.points = points;
        this.counts = counts;
    }

    /**
     * All pixels of a view, computed by someone else.
     *
     * @param counts row-major, row 0 at the least imaginary part; not copied
     */
    public static CountsSample of(View view, int[] counts) {
        return new CountsSample(view, view.size(), counts);
    }

    /**
     * Computes what a problem shows, or as many points of it as the limits allow.
     *
     * @return nothing if it is not a view, or if the limits leave too few points to be a picture
     */
    static Optional<CountsSample> of(Problem<?> problem) {
        return problem.shown().flatMap(CountsSample::of);
    }

    /**
     * Computes a view, or as many points of it as the limits allow.
     *
     * @return nothing if the limits leave too few to be a picture
     */
    public static Optional<CountsSample> of(View view) {
        Size size = sampled(view.size(), view.maxIter());
        if (size.pixels() < Math.min(LEAST_POINTS, view.size().pixels())) {
            return Optional.empty();
        }
        View coarse = new View(view.name(), view.formula(), view.frame(), size, view.maxIter(), view.arithmetic());
        EngineChoice threads = new EngineChoice(EngineKind.THREADS, OptionalInt.empty(), SparkEngine.WebInterface.OFF);
        try (Engine engine = threads.start("sample")) {
            int[] counts = coarse.isExact()
                    ? answer(engine, ExactEscapeTime.of(coarse.exactGrid(), coarse.maxIter()))
                            .counts()
                    : answer(engine, EscapeTime.of(coarse, KernelKind.SIMD, Interior.PROVED));
            return Optional.of(new CountsSample(view, size, counts));
        }
    }

    private static <A> A answer(Engine engine, Workload<A> workload) {
        return Finished.execute(engine, CUT.plan(workload, engine).plan(), (cells, iterations) -> {}, RowSink.none())
                .execution()
                .cells();
    }

    /** Size of a sample of every k-th point in either direction, with the least k that keeps the limits. */
    private static Size sampled(Size size, int maxIter) {
        double most = Math.min(MOST_PIXELS, MOST_STEPS / maxIter);
        int k = Math.max(1, (int) Math.sqrt(size.pixels() / most));
        while (pixels(size, k) > most && pixels(size, k) > 1) {
            k++;
        }
        return new Size(Math.max(1, size.width() / k), Math.max(1, size.height() / k));
    }

    private static double pixels(Size size, int k) {
        return (double) Math.max(1, size.width() / k) * Math.max(1, size.height() / k);
    }

    /** The view that is shown. */
    public View view() {
        return view;
    }

    /** Number of points in either direction: the view's size or less. */
    public Size points() {
        return points;
    }

    /** True if every pixel of the view is there. */
    public boolean isWhole() {
        return points.equals(view.size());
    }

    /** The counts, row-major, row 0 at the least imaginary part; not a copy. */
    public int[] counts() {
        return counts;
    }

    /** Numbers of iterations that the points take; those that never escape apart. */
    public Histogram histogram() {
        HistogramBuilder histogram = HistogramBuilder.powersOfTwo().withSpike(view.maxIter());
        for (int count : counts) {
            histogram.add(count, 1);
        }
        return histogram.build();
    }

    /** CRC-32C of the counts, as run records have it. */
    public String checksum() {
        return new Int32Cells(view.maxIter()).checksum(counts, counts.length);
    }
}
