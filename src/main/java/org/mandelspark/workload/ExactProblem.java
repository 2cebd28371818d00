package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mandelspark.grid.Arithmetic;
import org.mandelspark.grid.ExactLinspace;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;

/**
 * Escape counts of a view in exact arithmetic.
 *
 * @param view what is shown
 */
@JsonTypeName(PlaneProblem.WORKLOAD)
public record ExactProblem(View view) implements PlaneProblem<ExactCounts> {
    /** Characters of a number that people are shown. */
    private static final int MOST_SHOWN = 30;

    /** Memory of an iteration of the reference and its table, in bytes, at most. */
    public static final int ITERATION_BYTES = DeepBasis.REFERENCE_BYTES + DeepBasis.TABLE_BYTES;

    /** Tiers and fractions of a pixel, in bytes. */
    private static final long PIXEL_BYTES = 3;

    private static final List<ColdSpeed> COLD = List.of(new ColdSpeed(KernelKind.DEEP, 0, 1));

    public ExactProblem {
        if (!view.isExact()) {
            throw new IllegalArgumentException("the counts of view " + view.name() + " are those of doubles");
        }
    }

    @Override
    public Map<String, String> whereabouts() {
        Map<String, String> lines = new LinkedHashMap<>();
        if (view.frame() instanceof Frame.Centred centred) {
            lines.put("centre", shortened(centred.center()));
            lines.put(centred.reach().label(), centred.amount());
        } else if (view.frame() instanceof Frame.Bounds bounds) {
            lines.put("region", shortened(bounds.text()));
        }
        lines.put("points", view.exactGrid().describe());
        lines.put(
                "counts",
                view.arithmetic() == Arithmetic.AUTO
                        ? "exact and proved, as doubles end before this view does"
                        : "exact and proved");
        return lines;
    }

    /** Deep centres have hundreds of digits, which files state in full. */
    private static String shortened(String numbers) {
        return Arrays.stream(numbers.split(","))
                .map(String::strip)
                .map(number -> number.length() <= MOST_SHOWN
                        ? number
                        : number.substring(0, MOST_SHOWN) + "… (" + number.length() + " characters)")
                .collect(Collectors.joining(", "));
    }

    @Override
    public Imagery imagery() {
        return Imagery.EXACT_COUNTS;
    }

    @Override
    public ExactProblem unnamed() {
        return new ExactProblem(new View(
                view.formula().label(), view.formula(), view.frame(), view.size(), view.maxIter(), view.arithmetic()));
    }

    /** Nothing can be left out of a proof. */
    @Override
    public void requireInterior(Interior interior) {
        if (interior != Interior.NONE) {
            throw new IllegalArgumentException("interior " + interior.label()
                    + " is for counts of doubles: there is nothing in exact counts to be left out");
        }
    }

    @Override
    public void requireKernel(KernelKind kernel) {
        if (!KernelKind.ofExactCounts().contains(kernel)) {
            throw new IllegalArgumentException("exact counts are computed by the kernels "
                    + KernelKind.ofExactCounts().stream().map(KernelKind::label).collect(Collectors.joining(", "))
                    + ", not " + kernel.label() + "; --arithmetic doubles has others, as far as doubles go");
        }
    }

    @Override
    public KernelKind baseline() {
        return KernelKind.DEEP_STEPS;
    }

    @Override
    public ExactEscapeTime workload(KernelKind kernel, Interior interior) {
        view.size().inOneArray();
        return ExactEscapeTime.of(view.exactGrid(), view.maxIter(), Tactic.of(kernel));
    }

    /**
     * The same picture with more columns and rows alike, as its pixels are square; the number of pixels is as near as
     * that allows.
     */
    @Override
    public ExactProblem times(int factor) {
        if (factor == 1) {
            return this;
        }
        Size size = view.size();
        double pixels = (double) size.pixels() * factor;
        long width = Math.round(size.width() * Math.sqrt(factor));
        long height = Math.round(pixels / width);
        if (width * height > Size.MAX_PIXELS) {
            throw new IllegalArgumentException("--size " + size + " times " + factor
                    + " workers is more than an array holds: take a smaller --size");
        }
        // Bounds would have square pixels at their own proportion only.
        Frame same = view.exactGrid() instanceof ExactLinspace points
                ? new Frame.Bounds(points.grid().region())
                : view.frame().centred();
        Size more = new Size((int) width, (int) height);
        return new ExactProblem(new View(view.name(), view.formula(), same, more, view.maxIter(), view.arithmetic()));
    }

    /** The reference, the table of its blocks, and what is kept of a pixel besides its count. */
    @Override
    public long computingBytes() {
        return (long) view.maxIter() * ITERATION_BYTES
                + PIXEL_BYTES * view.size().pixels();
    }

    /** There is only one kernel to choose. */
    @Override
    public double iterations(double most) {
        return most;
    }

    @Override
    public List<ColdSpeed> coldSpeeds() {
        return COLD;
    }

    @Override
    public boolean hasSimd() {
        return false;
    }
}
