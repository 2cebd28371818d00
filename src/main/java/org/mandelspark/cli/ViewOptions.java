package org.mandelspark.cli;

import java.util.Optional;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what is shown: a view, or parts of one. The command says which view is the default. */
final class ViewOptions {
    static final String VIEW = "--view";
    static final String REGION = "--region";
    static final String CENTER = "--center";
    static final String WIDTH = "--width";
    static final String FORMULA = "--formula";
    static final String MAX_ITER = "--max-iter";
    static final String SIZE = "--size";

    /** The name of a part of the plane that no view names. */
    private static final String UNNAMED = "custom";

    private static final int DEFAULT_WIDTH = 1024;

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
            description = "A part of the plane with square pixels, by its centre; needs --width.")
    private String center;

    @Option(names = WIDTH, paramLabel = "W", description = "Extent along the real axis; needs --center.")
    private String width;

    @Option(
            names = FORMULA,
            paramLabel = "NAME",
            description =
                    "Formula to iterate: mandelbrot, julia:RE,IM, multibrot:D (z^D + c, D from 3 to 8), burning-ship,"
                            + " tricorn. Default: the view's")
    private Formula formula;

    @Option(names = SIZE, paramLabel = "WxH", description = "Pixels, such as 1920x1080; one number is a square.")
    private Size size;

    @Option(
            names = MAX_ITER,
            paramLabel = "N",
            description = "Iterations after which a point counts as never escaping.")
    private Integer maxIter;

    /** The view asked for; throws IllegalArgumentException if the options do not go together, or no array holds it. */
    View view() {
        View asked = viewOfAnySize(Optional.empty());
        try {
            asked.size().inOneArray();
        } catch (IllegalArgumentException e) {
            String given = size == null ? VIEW + " " + asked.name() : SIZE + " " + size;
            throw new IllegalArgumentException(given + ": " + e.getMessage(), e);
        }
        return asked;
    }

    /**
     * The view asked for.
     *
     * @param made has what is not asked for, if it is there
     * @throws IllegalArgumentException if the options do not go together
     */
    View viewOfAnySize(Optional<View> made) {
        String re = center;
        String extent = width;
        if ((center == null) != (width == null)
                && made.isPresent()
                && made.get().frame() instanceof Frame.Centred base) {
            re = center == null ? base.center() : center;
            extent = width == null ? base.width() : width;
        }
        requireTogether(re, extent);
        if (re == null) {
            return view(Optional.ofNullable(region), made);
        }
        try {
            return view(Optional.of(Frame.centred(re, extent)), made);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--center " + re + " --width " + extent + ": " + e.getMessage(), e);
        }
    }

    /** Says on stderr if a view is too deep for doubles, which does not keep it from being computed. */
    void warnIfTooDeep(View shown) {
        shown.tooDeep().ifPresent(why -> command.commandLine().getErr().println("warning: " + why));
    }

    /** The size asked for, if one was. */
    Optional<Size> size() {
        return Optional.ofNullable(size);
    }

    private View view(Optional<Frame> frame, Optional<View> made) {
        boolean isNew = frame.isPresent() && made.isEmpty() && !new GivenOptions(command).has(VIEW);
        View base = isNew ? unnamed(frame.get()) : made.orElse(view);
        return new View(
                frame.isPresent() ? UNNAMED : base.name(),
                formula == null ? base.formula() : formula,
                frame.orElse(base.frame()),
                size == null ? base.size() : size,
                maxIter == null ? base.maxIter() : maxIter);
    }

    private View unnamed(Frame frame) {
        Size shape = size == null ? defaultSize(frame) : size;
        return new View(UNNAMED, new Formula.Mandelbrot(), frame, shape, DEFAULT_MAX_ITER);
    }

    private void requireTogether(String re, String extent) {
        if ((re == null) != (extent == null)) {
            throw new IllegalArgumentException(
                    re == null ? "--width " + extent + " needs --center" : "--center " + re + " needs --width");
        }
        if (region != null && re != null) {
            throw new IllegalArgumentException("--region and --center both say which part is shown: give one");
        }
    }

    /** Square pixels, as far as a picture of that width can have them. */
    private static Size defaultSize(Frame frame) {
        Region shown = frame.region(new Size(DEFAULT_WIDTH, DEFAULT_WIDTH));
        double height = DEFAULT_WIDTH * (shown.height() / shown.width());
        return new Size(DEFAULT_WIDTH, (int) Math.max(1, Math.min(DEFAULT_WIDTH * 64.0, Math.rint(height))));
    }
}
