package org.mandelspark.measure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The rule by which repeats of the same work have become steady: the coefficient of variation (standard deviation over
 * mean) of the last {@link #WINDOW} of them is at most {@link #BOUND}.
 *
 * <p>Georges, Buytaert and Eeckhout, Statistically Rigorous Java Performance Evaluation (OOPSLA 2007), section 4.2.
 */
public final class Steadiness {
    /** Runs that are looked at. */
    public static final int WINDOW = 5;

    /** The larger of the two bounds that the paper names, for machines that others use as well. */
    public static final double BOUND = 0.02;

    private Steadiness() {}

    /** Says if the last of some times are steady; fewer than {@link #WINDOW} never are. */
    public static boolean isReached(List<Double> seconds) {
        OptionalDouble variation = variation(seconds);
        return variation.isPresent() && variation.getAsDouble() <= BOUND;
    }

    /** The coefficient of variation of the last {@link #WINDOW} times, if there are so many. */
    public static OptionalDouble variation(List<Double> seconds) {
        if (seconds.size() < WINDOW) {
            return OptionalDouble.empty();
        }
        List<Double> last = seconds.subList(seconds.size() - WINDOW, seconds.size());
        double mean = last.stream().mapToDouble(value -> value).average().orElseThrow();
        double squares = last.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / (WINDOW - 1)) / mean);
    }
}
