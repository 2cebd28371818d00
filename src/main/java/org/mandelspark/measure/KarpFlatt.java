package org.mandelspark.measure;

import java.util.OptionalDouble;

/**
 * The serial fraction that a measured speedup reveals: {@code e = (1/S − 1/p) / (1 − 1/p)}, without a unit.
 *
 * <p>It is what Amdahl's law would need to give this speedup. If it stays the same while p grows, the program has a
 * serial part; if it grows with p, there is overhead that does.
 *
 * <p>Karp and Flatt, Measuring Parallel Processor Performance (Communications of the ACM 33(5), 1990).
 */
public final class KarpFlatt {
    private KarpFlatt() {}

    /**
     * The serial fraction at one point: 0 for S = p, 1 for S = 1, below 0 for a superlinear speedup, above 1 if the
     * workers are slower than one.
     *
     * @return nothing for one worker, where any fraction gives the same speedup
     */
    public static OptionalDouble serialFraction(ScalingPoint point) {
        if (point.workers() == 1) {
            return OptionalDouble.empty();
        }
        double ideal = 1.0 / point.workers();
        return OptionalDouble.of((1 / point.speedup() - ideal) / (1 - ideal));
    }
}
