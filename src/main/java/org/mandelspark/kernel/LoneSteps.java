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
 * <p>No point is followed for more than {@value #MOST_FOLLOWED} steps, so that looking ahead ends soon however large
 * {@code maxIter} is. Points left at n are about as many as 1/n of those at 1, near the boundary as well as inside, where
 * discs touch. So one that is left at m is taken to need {@code m·(1 + ln(maxIter/m))}, the mean of that law.
 */
public final class LoneSteps {
    private static final int MOST_FOLLOWED = 1 << 14;

    /** Bounds of {@code SimdDiscs}: |z_L − z₀|² and λ² below which a proof is tried, and the greatest 2R²·Π 4|z|². */
    private static final double CLOSE_SQUARED = 1e-3;

    private static final double LARGEST_LAMBDA_SQUARED = 0.96;
    private static final double LARGEST_RHO_SQUARED = 8e-5;
    private static final double SLACK = 0.1;

    private final Formula formula;
    private final Interior interior;
    private final int maxIter;
    private final int mostFollowed;
    private final boolean looksForDiscs;

    /**
     * Steps under a formula.
     *
     * @param interior work that may be left out
     * @param maxIter the count of points that never escape, at least 1
     */
    public LoneSteps(Formula formula, Interior interior, int maxIter) {
        this.formula = formula;
        this.interior = interior;
        this.maxIter = maxIter;
        this.mostFollowed = Math.min(maxIter, MOST_FOLLOWED);
        // Where they may leave nothing out, they save following points whose orbits are known to go on for ever.
        this.looksForDiscs = interior != Interior.CYCLES && Interior.hasDiscs(formula);
    }

    /** Steps of the point {@code x + iy}, more than 0 unless it escapes at once. */
    public double of(double x, double y) {
        if (interior == Interior.CLOSED_FORM && Interior.isKnownInside(formula.cReal(x), formula.cImaginary(y))) {
            return Math.min(Levels.FIRST_STEPS, maxIter);
        }
        Orbit orbit = new Orbit(formula, x, y);
        int known = follow(orbit);
        if (orbit.hasEscaped()) {
            return orbit.made();
        }
        if (known < mostFollowed) {
            return switch (interior) {
                case NONE, CLOSED_FORM -> maxIter;
                case CYCLES, PROVED -> known;
            };
        }
        return mostFollowed * (1 + StrictMath.log((double) maxIter / mostFollowed));
    }

    /** Lets an orbit go on until it escapes or is known never to; returns the number of steps that took, at most all. */
    private int follow(Orbit orbit) {
        orbit.advance(Math.min(Levels.FIRST_STEPS, mostFollowed));
        for (int level = 0; orbit.made() < mostFollowed - 1 && !orbit.hasEscaped(); level++) {
            int n = orbit.made();
            int length = Levels.length(n, mostFollowed);
            int span = looksForDiscs ? Levels.span(n, level, length, maxIter) : Levels.NO_SPAN;
            double levelR = orbit.zr;
            double levelI = orbit.zi;
            if (span != Levels.NO_SPAN && returns(orbit, span)) {
                return n + 2 * span;
            }
            orbit.advance(n + length - orbit.made());
            if (n + length > Levels.CYCLES_FROM && orbit.zr == levelR && orbit.zi == levelI) {
                return n + length;
            }
        }
        orbit.advance(mostFollowed - orbit.made());
        return orbit.made();
    }

    /** Makes L steps; true if they attract the orbit so near to where it was that discs can be carried along. */
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
        if (orbit.hasEscaped() || !(distance < CLOSE_SQUARED && product < LARGEST_LAMBDA_SQUARED)) {
            return false;
        }
        double lambda = Math.sqrt(product);
        double radius = 2 * Math.sqrt(distance) * (lambda + SLACK) / (1 - lambda);
        return 2 * radius * radius * greatest <= LARGEST_RHO_SQUARED;
    }
}
