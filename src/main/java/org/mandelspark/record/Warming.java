package org.mandelspark.record;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Steadiness;

/**
 * The runs of a configuration that do not count.
 *
 * @param before warm-ups before its first repeat
 * @param between runs between its repeats: the first after each restart of its engine, and warm-ups of later sittings
 * @param variation of the last warm-ups before the first repeat, by {@link Steadiness}; nothing for fewer than that looks
 *     at
 */
public record Warming(int before, int between, OptionalDouble variation) {
    /**
     * The warm-ups among some runs.
     *
     * @param runs of one configuration, in their order
     */
    public static Warming of(List<Run> runs) {
        List<Double> seconds = new ArrayList<>();
        int between = 0;
        boolean isMeasured = false;
        for (Run run : runs) {
            isMeasured |= run.phase() == Phase.MEASURED;
            if (run.phase() == Phase.WARMUP && isMeasured) {
                between++;
            } else if (run.phase() == Phase.WARMUP) {
                seconds.add(run.totalSeconds());
            }
        }
        return new Warming(seconds.size(), between, Steadiness.variation(seconds));
    }

    /** Number of all runs that do not count. */
    public int runs() {
        return before + between;
    }

    /** Says if there were enough warm-ups to judge, and they still varied. */
    public boolean isUnsteady() {
        return variation.isPresent() && variation.getAsDouble() > Steadiness.BOUND;
    }
}
