package org.mandelspark.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.OrbitDensity;
import org.mandelspark.workload.BetaRange;
import org.mandelspark.workload.GaussProblem;
import picocli.CommandLine.Option;

/** The options that say which bifurcation diagram is wanted, except for its size. */
final class GaussOptions {
    /** The diagram of the study that this workload is from. */
    static final String DEFAULT_SIZE = "640x400";

    static final String ALPHA = "--alpha";
    static final String BETA = "--beta";
    static final String SKIP = "--skip";
    static final String POINTS = "--points";

    /** Names of all these options. */
    static final List<String> NAMES = List.of(ALPHA, BETA, SKIP, POINTS);

    /** The study that this diagram is from takes ten points a bin. */
    private static final int POINTS_PER_BIN = 10;

    @Option(
            names = ALPHA,
            paramLabel = "A",
            defaultValue = "5.8",
            description = "Narrowness of the bell, greater than 0. Default: ${DEFAULT-VALUE}")
    private double alpha;

    @Option(
            names = BETA,
            paramLabel = "MIN,MAX",
            defaultValue = "-1,1",
            description = "Least and greatest beta. Default: ${DEFAULT-VALUE}")
    private Ends beta;

    @Option(
            names = SKIP,
            paramLabel = "N",
            defaultValue = "200",
            converter = Converters.ToCount.class,
            description = "Steps before the first point that counts. Default: ${DEFAULT-VALUE}")
    private int skip;

    @Option(
            names = POINTS,
            paramLabel = "N",
            description = "Points of a beta. Default: " + POINTS_PER_BIN + " times the bins")
    private Integer points;

    /**
     * The diagram asked for; throws IllegalArgumentException that names what is wrong.
     *
     * @param size betas and bins
     */
    GaussProblem problem(Size size) {
        long pointsWanted = points == null ? (long) POINTS_PER_BIN * size.height() : points;
        if (pointsWanted > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("--size " + size + " makes " + pointsWanted + " points a beta, at most "
                    + Integer.MAX_VALUE + " are possible: give --points");
        }
        try {
            OrbitDensity wanted = new OrbitDensity(alpha, skip, (int) pointsWanted, size.height());
            return new GaussProblem(wanted, new BetaRange(beta.min(), beta.max(), size.width()));
        } catch (IllegalArgumentException e) {
            // The only thing that can still be wrong is a number that the record names without its dashes.
            throw new IllegalArgumentException("--" + e.getMessage(), e);
        }
    }

    /**
     * Both ends of the range of β; what they may be is the workload's affair.
     *
     * @param min the first
     * @param max the last
     */
    record Ends(double min, double max) {
        private static final String FORM = "MIN,MAX, such as -1,1";
        private static final Pattern TWO = Pattern.compile("([^,]+),([^,]+)");

        static Ends parse(String text) {
            Matcher two = TWO.matcher(text);
            if (two.matches()) {
                try {
                    return new Ends(number(two.group(1)), number(two.group(2)));
                } catch (NumberFormatException e) {
                    // Said below, for these and for other forms alike.
                }
            }
            throw new IllegalArgumentException("two numbers in the form " + FORM + " are needed, not '" + text + "'");
        }

        /** A typographic minus sign comes with text copied from a page. */
        private static double number(String text) {
            return Double.parseDouble(text.strip().replace('−', '-'));
        }
    }
}
