package org.mandelspark.measure;

import java.util.List;

/**
 * Amdahl's law {@code S(p) = 1 / (b + (1 − b)/p)} fitted to measured speedups.
 *
 * <p>The law is linear in b for the reciprocal: {@code 1/S − 1/p = b·(1 − 1/p)}. So b is the least-squares slope of a
 * line through the origin, which weighs the {@link KarpFlatt} fractions of the points by (1 − 1/p)²; then it is clamped
 * to [0, 1], where a superlinear curve gives 0. A point with one worker says nothing about b.
 *
 * <p>Amdahl, Validity of the Single Processor Approach to Achieving Large Scale Computing Capabilities (AFIPS 1967).
 *
 * @param serialFraction b, from 0 to 1
 * @param residuals of the speedups themselves, not of their reciprocals
 */
public record AmdahlFit(double serialFraction, Residuals residuals) {
    public AmdahlFit {
        requireFraction(serialFraction);
    }

    /**
     * The fit of least squares in 1/S.
     *
     * @param points at least one of more than one worker
     */
    public static AmdahlFit of(List<ScalingPoint> points) {
        double products = 0;
        double squares = 0;
        for (ScalingPoint point : points) {
            double ideal = 1.0 / point.workers();
            products += (1 / point.speedup() - ideal) * (1 - ideal);
            squares += (1 - ideal) * (1 - ideal);
        }
        if (squares == 0) {
            throw new IllegalArgumentException(
                    "Amdahl's law needs at least 1 point with more than 1 worker to be fitted to, not " + points);
        }
        double b = Math.min(1, Math.max(0, products / squares));
        return new AmdahlFit(
                b,
                new Residuals(points.stream()
                        .map(point -> point.speedup() - speedup(b, point.workers()))
                        .toList()));
    }

    /**
     * The fitted speedup, from 1 to p.
     *
     * @param workers p, at least 1
     */
    public double speedup(int workers) {
        return speedup(serialFraction, workers);
    }

    /**
     * Amdahl's law itself, from 1 to p.
     *
     * @param serialFraction b, from 0 to 1
     * @param workers p, at least 1
     */
    public static double speedup(double serialFraction, int workers) {
        requireFraction(serialFraction);
        if (workers < 1) {
            throw new IllegalArgumentException("a speedup needs at least 1 worker, not " + workers);
        }
        return 1 / (serialFraction + (1 - serialFraction) / workers);
    }

    private static void requireFraction(double serialFraction) {
        if (!(serialFraction >= 0 && serialFraction <= 1)) {
            throw new IllegalArgumentException("a serial fraction must lie between 0 and 1, not " + serialFraction);
        }
    }
}
