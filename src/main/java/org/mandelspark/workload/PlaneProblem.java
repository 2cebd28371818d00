package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mandelspark.grid.Arithmetic;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;

/**
 * Escape counts of a view, whatever the arithmetic.
 *
 * <p>In files it has the keys of a view file: {@code formula}, {@code region} or {@code center} with {@code width} or
 * {@code zoom}, {@code size}, {@code max_iter}, {@code arithmetic} if it was asked for, and its {@code name}. The frame
 * is written as it was typed.
 *
 * @param <A> the array that holds the counts
 */
@JsonPropertyOrder({"name", "formula", "region", "center", "width", "zoom", "size", "max_iter", "arithmetic"})
public sealed interface PlaneProblem<A> extends Problem<A> permits ViewProblem, ExactProblem {
    /** The workload's name in files. */
    String WORKLOAD = "mandelbrot";

    /** The view. */
    View view();

    /** The counts of a view, by the arithmetic that it says. */
    static PlaneProblem<?> of(View view) {
        return view.isExact() ? new ExactProblem(view) : new ViewProblem(view);
    }

    /**
     * The view of a file's keys.
     *
     * @throws IllegalArgumentException that says which of them is missing or wrong
     */
    @JsonCreator
    static PlaneProblem<?> of(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "formula", required = true) String formula,
            @JsonProperty("region") String region,
            @JsonProperty("center") String center,
            @JsonProperty("width") String width,
            @JsonProperty("zoom") String zoom,
            @JsonProperty(value = "size", required = true) String size,
            @JsonProperty(value = "max_iter", required = true) int maxIter,
            @JsonProperty("arithmetic") String arithmetic) {
        return of(new View(
                name,
                Formula.parse(formula),
                frame(region, center, width, zoom),
                Size.parse(size),
                maxIter,
                arithmetic == null ? Arithmetic.AUTO : Arithmetic.parse(arithmetic)));
    }

    private static Frame frame(String region, String center, String width, String zoom) {
        boolean isCentred = region == null && center != null;
        if (region != null && center == null && width == null && zoom == null) {
            return Frame.bounds(region);
        }
        if (isCentred && width != null && zoom == null) {
            return Frame.centred(center, width);
        }
        if (isCentred && zoom != null && width == null) {
            return Frame.zoomed(center, zoom);
        }
        throw new IllegalArgumentException("a view needs either 'region', or 'center' and one of 'width' and 'zoom'");
    }

    @Override
    @JsonProperty("name")
    default String name() {
        return view().name();
    }

    /** The formula, in files. */
    @JsonProperty("formula")
    default String formulaLabel() {
        return view().formula().label();
    }

    /** The bounds, in files, if the frame has them. */
    @JsonProperty("region")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    default String regionOrNull() {
        return view().frame() instanceof Frame.Bounds bounds ? bounds.text() : null;
    }

    /** The centre, in files, if the frame has one. */
    @JsonProperty("center")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    default String centerOrNull() {
        return view().frame() instanceof Frame.Centred centred ? centred.center() : null;
    }

    /** The width, in files, if the frame has one. */
    @JsonProperty("width")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    default String widthOrNull() {
        return amountOrNull(Frame.Reach.WIDTH);
    }

    /** The zoom, in files, if the frame has one. */
    @JsonProperty("zoom")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    default String zoomOrNull() {
        return amountOrNull(Frame.Reach.ZOOM);
    }

    private String amountOrNull(Frame.Reach reach) {
        return view().frame() instanceof Frame.Centred centred && centred.reach() == reach ? centred.amount() : null;
    }

    /** The size, in files. */
    @JsonProperty("size")
    default String sizeText() {
        return view().size().toString();
    }

    /** The limit, in files. */
    @JsonProperty("max_iter")
    default int maxIterations() {
        return view().maxIter();
    }

    /** The arithmetic, in files, if it was asked for. */
    @JsonProperty("arithmetic")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    default String arithmeticOrNull() {
        return view().arithmetic() == Arithmetic.AUTO
                ? null
                : view().arithmetic().label();
    }

    @Override
    default String title() {
        return "view " + view().name();
    }

    @Override
    default int rows() {
        return view().size().height();
    }

    @Override
    default int rowCells() {
        return view().size().width();
    }

    @Override
    default String describe() {
        return "view " + shape();
    }

    @Override
    default Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("view", shape());
        details.put("formula", view().formula().label());
        details.putAll(whereabouts());
        return details;
    }

    /** The part of the plane, and how it is sampled, as lines of a key and a value. */
    Map<String, String> whereabouts();

    private String shape() {
        return String.format(
                Locale.ROOT,
                "%s, %s, at most %s",
                view().name(),
                view().size(),
                Counted.of(view().maxIter(), "iteration"));
    }

    @Override
    default Optional<View> shown() {
        return Optional.of(view());
    }

    @Override
    default String rowLabel() {
        return "row, from the least imaginary part";
    }

    @Override
    default String cellLabel() {
        return "counts";
    }

    @Override
    default String sizeOptions() {
        return "--size " + view().size();
    }

    @Override
    default String moreWork() {
        return "a higher --max-iter";
    }
}
