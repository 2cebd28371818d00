package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.Kernels;

/**
 * Escape counts of a view.
 *
 * <p>In files it has the keys of a view file: {@code formula}, {@code region} or {@code center} and {@code width}, {@code
 * size}, {@code max_iter}, and its {@code name}. The frame is written as it was typed.
 *
 * @param view what is shown
 */
@JsonPropertyOrder({"name", "formula", "region", "center", "width", "size", "max_iter"})
public record ViewProblem(View view) implements Problem<int[]> {
    static final String WORKLOAD = "mandelbrot";

    /** Points a side of what is counted to estimate the work: some dozen microseconds a point at 10⁴ iterations. */
    private static final int SIDE = 32;

    /**
     * An iteration of {@code naive} waits for its own chain of operations on all machines tried; {@code simd} is about
     * nine times faster, warm. Where both take as long was measured with views of 16 to 830 million iterations.
     */
    private static final List<ColdSpeed> COLD =
            List.of(new ColdSpeed(KernelKind.NAIVE, 0, 3.3), new ColdSpeed(KernelKind.SIMD, 1.1, 0.35));

    /**
     * The view of a file's keys.
     *
     * @throws IllegalArgumentException that says which of them is missing or wrong
     */
    @JsonCreator
    static ViewProblem of(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "formula", required = true) String formula,
            @JsonProperty("region") String region,
            @JsonProperty("center") String center,
            @JsonProperty("width") String width,
            @JsonProperty(value = "size", required = true) String size,
            @JsonProperty(value = "max_iter", required = true) int maxIter) {
        boolean isByBounds = region != null && center == null && width == null;
        boolean isByCentre = region == null && center != null && width != null;
        if (!isByBounds && !isByCentre) {
            throw new IllegalArgumentException("a view needs either 'region', or 'center' and 'width'");
        }
        return new ViewProblem(new View(
                name,
                Formula.parse(formula),
                isByBounds ? Frame.bounds(region) : Frame.centred(center, width),
                Size.parse(size),
                maxIter));
    }

    @Override
    @JsonProperty("name")
    public String name() {
        return view.name();
    }

    @JsonProperty("formula")
    private String formula() {
        return view.formula().label();
    }

    @JsonProperty("region")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private String regionOrNull() {
        return view.frame() instanceof Frame.Bounds bounds ? bounds.text() : null;
    }

    @JsonProperty("center")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private String centerOrNull() {
        return view.frame() instanceof Frame.Centred centred ? centred.center() : null;
    }

    @JsonProperty("width")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private String widthOrNull() {
        return view.frame() instanceof Frame.Centred centred ? centred.width() : null;
    }

    @JsonProperty("size")
    private String size() {
        return view.size().toString();
    }

    @JsonProperty("max_iter")
    private int maxIter() {
        return view.maxIter();
    }

    @Override
    public String title() {
        return "view " + view.name();
    }

    @Override
    public int rows() {
        return view.size().height();
    }

    @Override
    public int rowCells() {
        return view.size().width();
    }

    @Override
    public String describe() {
        return "view " + shape();
    }

    @Override
    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("view", shape());
        details.put("formula", view.formula().label());
        details.put("region", view.grid().region().toString());
        return details;
    }

    @Override
    public Optional<View> shown() {
        return Optional.of(view);
    }

    @Override
    public Imagery imagery() {
        return Imagery.COUNTS;
    }

    private String shape() {
        return String.format(
                Locale.ROOT, "%s, %s, at most %s", view.name(), view.size(), Counted.of(view.maxIter(), "iteration"));
    }

    /** Named after its formula, and by its bounds: another centre and width may have the same. */
    @Override
    public ViewProblem unnamed() {
        return new ViewProblem(new View(
                view.formula().label(),
                view.formula(),
                new Frame.Bounds(view.grid().region()),
                view.size(),
                view.maxIter()));
    }

    @Override
    public String rowLabel() {
        return "row, from the least imaginary part";
    }

    @Override
    public String cellLabel() {
        return "counts";
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
    public ViewProblem timesRows(int factor) {
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
        return new ViewProblem(new View(view.name(), view.formula(), same, taller, view.maxIter()));
    }

    @Override
    public String sizeOptions() {
        return "--size " + view.size();
    }

    @Override
    public String moreWork() {
        return "a higher --max-iter";
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
