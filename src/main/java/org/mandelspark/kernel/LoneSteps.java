package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/**
 * Steps that a point needs on its own: without idle lanes, and so the same whatever the width of vectors. Sums of them
 * foresee what rows cost.
 *
 * <p>A point that escapes needs as many steps as its count. One that does not needs as many as it takes to know that, by
 * the {@link Levels} of a wave: with {@link Interior#PROVED} up to the first level whose L brings the orbit near to where
 * it was, which is where the proof by discs succeeds but for rare cases; by exact cycles up to the first level at whose
 * end z is what it was at its beginning. If nothing may be left out it needs {@code maxIter}.
 *
 * <p>No point is followed for more than {@link #countedIter()} steps, so that looking ahead ends soon however large
 * {@code maxIter} is. Points left at n are about as many as 1/n of those at 1, near the boundary as well as inside, where
 * discs touch. So one that is left at m is taken to need {@code m·(1 + ln(maxIter/m))}, the mean of that law.
 */
public final class LoneSteps {
    private static final int MOST_COUNTED = 1 << 14;

    /** As in {@code SimdDiscs}: |z_L − z₀|² and λ² below which a proof is tried, and the greatest 2R²·Π 4|z|². */
    private static final double CLOSE_SQUARED = 1e-3;

    private static final double LARGEST_LAMBDA_SQUARED = 0.96;
    private static final double LARGEST_RHO_SQUARED = 8e-5;
    private static final double SLACK = 0.1;

    private final Formula formula;
    private final Interior interior;
    private final int maxIter;
    private final boolean hasDiscs;

    /**
     * Steps under a formula.
     *
     * @param interior which work may be left out
     * @param maxIter the count of points that never escape, at least 1
     */
    public LoneSteps(Formula formula, Interior interior, int maxIter) {
        this.formula = formula;
        this.interior = interior;
        this.maxIter = maxIter;
        this.hasDiscs = !(formula instanceof Formula.Multibrot || formula instanceof Formula.BurningShip);
    }

    /** The {@code maxIter} to count points with before they come here. */
    public int countedIter() {
        return Math.min(maxIter, MOST_COUNTED);
    }

    /**
     * Steps of a point, more than 0 unless it escapes at once.
     *
     * @param count its escape count, computed with {@link #countedIter()}
     */
    public double of(double x, double y, int count) {
        if (count < countedIter()) {
            return count;
        }
        boolean isCut = countedIter() < maxIter;
        return switch (interior) {
            case NONE -> isCut && known(x, y, hasDiscs) == countedIter() ? cut() : maxIter;
            case CLOSED_FORM ->
                Interior.isKnownInside(formula.cReal(x), formula.cImaginary(y))
                        ? Levels.FIRST_STEPS
                        : isCut && known(x, y, hasDiscs) == countedIter() ? cut() : maxIter;
            case CYCLES, PROVED -> {
                int known = known(x, y, hasDiscs && interior == Interior.PROVED);
                yield known < countedIter() ? known : isCut ? cut() : maxIter;
            }
        };
    }

    private double cut() {
        double m = countedIter();
        return m * (1 + StrictMath.log(maxIter / m));
    }

    /** Steps after which it is known that a point does not escape, or {@link #countedIter()}. */
    private int known(double x, double y, boolean byDiscs) {
        Orbit orbit = new Orbit(formula, x, y);
        orbit.advance(Levels.FIRST_STEPS);
        int n = Levels.FIRST_STEPS;
        int level = 0;
        while (n < countedIter() - 1) {
            int length = Levels.length(n, countedIter());
            int span = byDiscs ? Levels.span(n, level, length, maxIter) : Levels.NO_SPAN;
            double levelR = orbit.zr;
            double levelI = orbit.zi;
            if (span != Levels.NO_SPAN && returns(orbit, span)) {
                return n + 2 * span;
            }
            orbit.advance(length - span);
            n += length;
            level++;
            if (n > Levels.CYCLES_FROM && orbit.zr == levelR && orbit.zi == levelI) {
                return n;
            }
        }
        return countedIter();
    }

    /** Makes L steps; whether they attract the orbit so near to where it was that discs can be carried along. */
    private static boolean returns(Orbit orbit, int span) {
        double fromR = orbit.zr;
        double fromI = orbit.zi;
        double product = 1;
        double greatest = 1;
        for (int k = 0; k < span; k++) {
            product *= 4 * (orbit.zr * orbit.zr + orbit.zi * orbit.zi);
            greatest = Math.max(greatest, product);
            orbit.advance(1);
        }
        double dr = orbit.zr - fromR;
        double di = orbit.zi - fromI;
        double distance = dr * dr + di * di;
        if (!(distance < CLOSE_SQUARED && product < LARGEST_LAMBDA_SQUARED)) {
            return false;
        }
        double lambda = Math.sqrt(product);
        double radius = 2 * Math.sqrt(distance) * (lambda + SLACK) / (1 - lambda);
        return 2 * radius * radius * greatest <= LARGEST_RHO_SQUARED;
    }
}
