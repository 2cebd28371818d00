package org.mandelspark.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The universal scalability law {@code S(p) = p / (1 + σ(p − 1) + κp(p − 1))} fitted to measured speedups.
 *
 * <p>With κ = 0 it is Amdahl's law; κ > 0 makes the curve fall again beyond a peak. The linear form
 * {@code p/S − 1 = σ(p − 1) + κp(p − 1)} is fitted by least squares with σ, κ ≥ 0: if the free optimum has a negative
 * one, the best fit with that one at 0 is taken. This weighs points of many workers more than a fit of S would.
 *
 * <p>Gunther, Guerrilla Capacity Planning (2007), chapter 5; A General Theory of Computational Scalability Based on
 * Rational Functions (arXiv:0808.1431).
 *
 * @param contention σ, at least 0: waiting for what is shared
 * @param coherency κ, at least 0: the cost of agreement between each two workers
 * @param residuals of the speedups themselves, not of the linear form
 */
public record UslFit(double contention, double coherency, Residuals residuals) {
    /** Two parameters always pass close to three points: a fit to so few would claim what it cannot know. */
    private static final int FEWEST_WORKER_COUNTS = 4;

    public UslFit {
        requireCoefficient("contention", contention);
        requireCoefficient("coherency", coherency);
    }

    /**
     * The fit of least squares in p/S.
     *
     * @return nothing for three or fewer different numbers of workers
     */
    public static Optional<UslFit> of(List<ScalingPoint> points) {
        if (points.stream().mapToInt(ScalingPoint::workers).distinct().count() < FEWEST_WORKER_COUNTS) {
            return Optional.empty();
        }
        UslSums sums = UslSums.of(points);
        double determinant = sums.xx() * sums.zz() - sums.xz() * sums.xz();
        double sigma = (sums.xy() * sums.zz() - sums.zy() * sums.xz()) / determinant;
        double kappa = (sums.zy() * sums.xx() - sums.xy() * sums.xz()) / determinant;
        if (sigma < 0 || kappa < 0) {
            double sigmaAlone = Math.max(0, sums.xy() / sums.xx());
            double kappaAlone = Math.max(0, sums.zy() / sums.zz());
            boolean sigmaExplainsMore = sums.explained(sigmaAlone, 0) >= sums.explained(0, kappaAlone);
            sigma = sigmaExplainsMore ? sigmaAlone : 0;
            kappa = sigmaExplainsMore ? 0 : kappaAlone;
        }
        return Optional.of(new UslFit(sigma, kappa, residuals(sigma, kappa, points)));
    }

    /**
     * The fitted speedup, greater than 0 and at most p.
     *
     * @param workers p, at least 1
     */
    public double speedup(int workers) {
        return speedup(contention, coherency, workers);
    }

    /**
     * The law itself.
     *
     * @param contention σ, at least 0
     * @param coherency κ, at least 0
     * @param workers p, at least 1
     */
    public static double speedup(double contention, double coherency, int workers) {
        requireCoefficient("contention", contention);
        requireCoefficient("coherency", coherency);
        if (workers < 1) {
            throw new IllegalArgumentException("a speedup needs at least 1 worker, not " + workers);
        }
        double others = workers - 1.0;
        return workers / (1 + contention * others + coherency * workers * others);
    }

    /**
     * The number of workers, not a whole one, beyond which more of them make it slower: √((1 − σ)/κ), and 1 where that
     * would be less or σ > 1.
     *
     * @return nothing for κ = 0, where more workers never make it slower or always do
     */
    public OptionalDouble peakWorkers() {
        return coherency > 0
                ? OptionalDouble.of(Math.sqrt(Math.max(1, (1 - contention) / coherency)))
                : OptionalDouble.empty();
    }

    private static Residuals residuals(double sigma, double kappa, List<ScalingPoint> points) {
        return new Residuals(points.stream()
                .map(point -> point.speedup() - speedup(sigma, kappa, point.workers()))
                .toList());
    }

    private static void requireCoefficient(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be finite and at least 0, not " + value);
        }
    }

    /** Sums of products with x = p − 1, z = p(p − 1) and y = p/S − 1. */
    private record UslSums(double xx, double xz, double zz, double xy, double zy) {
        static UslSums of(List<ScalingPoint> points) {
            UslSums sums = new UslSums(0, 0, 0, 0, 0);
            for (ScalingPoint point : points) {
                double x = point.workers() - 1.0;
                double z = point.workers() * x;
                double y = point.workers() / point.speedup() - 1;
                sums = new UslSums(sums.xx + x * x, sums.xz + x * z, sums.zz + z * z, sums.xy + x * y, sums.zy + z * y);
            }
            return sums;
        }

        /** Difference by which the sum of squares is smaller than with both at 0. */
        double explained(double sigma, double kappa) {
            return 2 * (sigma * xy + kappa * zy) - sigma * sigma * xx - 2 * sigma * kappa * xz - kappa * kappa * zz;
        }
    }
}
