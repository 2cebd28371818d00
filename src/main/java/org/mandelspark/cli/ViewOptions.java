package org.mandelspark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandelspark.files.InputFile;
import org.mandelspark.grid.Arithmetic;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.LocationFormat;
import org.mandelspark.grid.PlainText;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.study.StudySettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what is shown: a view, or parts of one. The command says which view is the default. */
final class ViewOptions {
    static final String VIEW = "--view";
    static final String REGION = "--region";
    static final String CENTER = "--center";
    static final String WIDTH = "--width";
    static final String ZOOM = "--zoom";
    static final String LOCATION = "--location";
    static final String ARITHMETIC = "--arithmetic";
    static final String FORMULA = "--formula";
    static final String MAX_ITER = "--max-iter";
    static final String SIZE = "--size";

    /** The name of a part of the plane that no view names. */
    private static final String UNNAMED = "custom";

    private static final int DEFAULT_WIDTH = 1024;

    /** Digits of a number that a message shows. */
    private static final int MOST_SHOWN = 50;

    private static final int DEFAULT_MAX_ITER = 1000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = VIEW,
            paramLabel = "NAME|PATH",
            completionCandidates = Converters.ViewNames.class,
            description = "A named view (${COMPLETION-CANDIDATES}) or the path of a view file.%nDefault:"
                    + " ${DEFAULT-VALUE}")
    private View view;

    @Option(names = REGION, paramLabel = "XMIN,XMAX,YMIN,YMAX", description = "A part of the plane, by its bounds.")
    private Frame region;

    @Option(
            names = CENTER,
            paramLabel = "RE,IM",
            description =
                    "A part of the plane with square pixels, by its centre: decimal numbers of any length; needs --width or"
                            + " --zoom.")
    private String center;

    @Option(names = WIDTH, paramLabel = "W", description = "Extent along the real axis; needs --center.")
    private String width;

    @Option(
            names = ZOOM,
            paramLabel = "Z",
            description = "The picture is 4/Z high, as programs for deep zoom have it; needs --center.")
    private String zoom;

    @Option(
            names = LOCATION,
            paramLabel = "FILE",
            description = "A location of Kalles Fraktaler (.kfr) or DeepDrill (.ini), on any Hadoop path.")
    private String location;

    @Option(
            names = ARITHMETIC,
            paramLabel = "NAME",
            description =
                    "Arithmetic whose counts are meant: doubles, exact (of the Mandelbrot set; each count is proved),"
                            + " or auto: doubles, unless they end before the view does. Default: the view's, which is auto")
    private Arithmetic arithmetic;

    @Option(
            names = FORMULA,
            paramLabel = "NAME",
            description =
                    "Formula to iterate: mandelbrot, julia:RE,IM, multibrot:D (z^D + c, D from 3 to 8), burning-ship,"
                            + " tricorn. Default: the view's")
    private Formula formula;

    @Option(
            names = SIZE,
            paramLabel = "WxH",
            split = ",",
            hideParamSyntax = true,
            description = "Pixels, such as 1920x1080; one number is a square.")
    private List<Size> sizes = List.of();

    @Option(
            names = MAX_ITER,
            paramLabel = "N",
            split = ",",
            hideParamSyntax = true,
            description = "Iterations after which a point counts as never escaping.")
    private List<Integer> maxIters = List.of();

    /** The view asked for; throws IllegalArgumentException if the options do not go together, or no array holds it. */
    View view() {
        return inOneArray(viewOfAnySize(Optional.empty()));
    }

    /**
     * A view of each size with each maximum of iterations, sizes first.
     *
     * @throws IllegalArgumentException as {@link #view} does, or if a value is named twice
     */
    List<View> views() {
        List<View> views = new ArrayList<>();
        for (Optional<Size> size : each(SIZE, sizes)) {
            for (Optional<Integer> maxIter : each(MAX_ITER, maxIters)) {
                views.add(inOneArray(viewOfAnySize(Optional.empty(), size, maxIter)));
            }
        }
        return views;
    }

    private View inOneArray(View asked) {
        try {
            asked.size().inOneArray();
        } catch (IllegalArgumentException e) {
            String given = sizes.isEmpty() ? VIEW + " " + asked.name() : SIZE + " " + asked.size();
            throw new IllegalArgumentException(given + ": " + e.getMessage(), e);
        }
        return asked;
    }

    /** The values of a list, or nothing once if it is empty. */
    static <T> List<Optional<T>> each(String option, List<T> values) {
        return values.isEmpty()
                ? List.of(Optional.empty())
                : StudySettings.eachOnce(option, values).stream()
                        .map(Optional::of)
                        .toList();
    }

    /** The value of a list that is to have one at most. */
    private <T> Optional<T> one(String option, List<T> values) {
        if (values.size() > 1) {
            throw new IllegalArgumentException(
                    "%s: %s takes one, not %d".formatted(option, command.name(), values.size()));
        }
        return values.stream().findFirst();
    }

    /**
     * The view asked for.
     *
     * @param made has what is not asked for, if it is there
     * @throws IllegalArgumentException if the options do not go together
     */
    View viewOfAnySize(Optional<View> made) {
        return viewOfAnySize(made, size(), one(MAX_ITER, maxIters));
    }

    private View viewOfAnySize(Optional<View> made, Optional<Size> size, Optional<Integer> maxIter) {
        if (location != null) {
            return of(located(), size, maxIter);
        }
        Optional<Frame> asked = frame(made);
        boolean isNew = asked.isPresent() && made.isEmpty() && !new GivenOptions(command).has(VIEW);
        try {
            View base = isNew ? unnamed(asked.get(), size) : made.orElse(view);
            return of(asked.map(frame -> moved(base, frame)).orElse(base), size, maxIter);
        } catch (IllegalArgumentException e) {
            throw asked.isPresent() && center != null
                    ? new IllegalArgumentException(centred(center) + ": " + e.getMessage(), e)
                    : e;
        }
    }

    private static String shortened(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    private View located() {
        for (String other : List.of(VIEW, REGION, CENTER, WIDTH, ZOOM)) {
            if (new GivenOptions(command).has(other)) {
                throw new IllegalArgumentException(
                        LOCATION + " and " + other + " both say which part is shown: give one");
            }
        }
        String file = location.substring(location.lastIndexOf('/') + 1);
        return LocationFormat.parse(PlainText.visible(file.replaceFirst("\\.[^.]*$", "")), InputFile.text(location));
    }

    /** The part of the plane that options name, if any do. */
    private Optional<Frame> frame(Optional<View> made) {
        if (region != null && (center != null || width != null || zoom != null)) {
            throw new IllegalArgumentException("--region and --center both say which part is shown: give one");
        }
        if (width != null && zoom != null) {
            throw new IllegalArgumentException("--width and --zoom both say how much is shown: give one");
        }
        if (center == null && width == null && zoom == null) {
            return Optional.ofNullable(region);
        }
        Optional<Frame.Centred> base =
                made.map(View::frame).filter(Frame.Centred.class::isInstance).map(Frame.Centred.class::cast);
        if (center == null && base.isEmpty()) {
            throw new IllegalArgumentException(
                    width == null ? "--zoom " + zoom + " needs --center" : "--width " + width + " needs --center");
        }
        if (width == null && zoom == null && base.isEmpty()) {
            throw new IllegalArgumentException("--center " + shortened(center) + " needs --width or --zoom");
        }
        String point = center == null ? base.orElseThrow().center() : center;
        try {
            return Optional.of(
                    width != null
                            ? Frame.centred(point, width)
                            : zoom != null
                                    ? Frame.zoomed(point, zoom)
                                    : new Frame.Centred(
                                            point,
                                            base.orElseThrow().reach(),
                                            base.orElseThrow().amount()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(centred(point) + ": " + e.getMessage(), e);
        }
    }

    /** The options of a centre, for messages. */
    private String centred(String point) {
        String extent = width != null
                ? " " + WIDTH + " " + shortened(width)
                : zoom != null ? " " + ZOOM + " " + shortened(zoom) : "";
        return CENTER + " " + shortened(point) + extent;
    }

    /** Says on stderr if a view is too deep for doubles, which does not keep it from being computed. */
    void warnIfTooDeep(View shown) {
        shown.tooDeep().ifPresent(why -> command.commandLine().getErr().println("warning: " + why));
    }

    /** The size asked for, if one was. */
    Optional<Size> size() {
        return one(SIZE, sizes);
    }

    /** All sizes asked for. */
    List<Size> sizes() {
        return sizes;
    }

    private static View moved(View base, Frame frame) {
        return new View(UNNAMED, base.formula(), frame, base.size(), base.maxIter(), base.arithmetic());
    }

    /** A view with whatever else options name. */
    private View of(View base, Optional<Size> size, Optional<Integer> maxIter) {
        return new View(
                base.name(),
                formula == null ? base.formula() : formula,
                base.frame(),
                size.orElse(base.size()),
                maxIter.orElse(base.maxIter()),
                arithmetic == null ? base.arithmetic() : arithmetic);
    }

    private View unnamed(Frame frame, Optional<Size> size) {
        Size shape = size.orElseGet(() -> defaultSize(frame));
        return new View(UNNAMED, new Formula.Mandelbrot(), frame, shape, DEFAULT_MAX_ITER);
    }

    /** Square pixels, as far as a picture of that width can have them. */
    private static Size defaultSize(Frame frame) {
        double height = DEFAULT_WIDTH
                * frame.findRegion(new Size(DEFAULT_WIDTH, DEFAULT_WIDTH))
                        .map(shown -> shown.height() / shown.width())
                        .orElse(1.0);
        return new Size(DEFAULT_WIDTH, (int) Math.max(1, Math.min(DEFAULT_WIDTH * 64.0, Math.rint(height))));
    }
}
