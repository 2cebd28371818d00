package org.mandelspark.kernel.deep;

import org.mandelspark.grid.ExactGrid;

/**
 * Counts of exact arithmetic of a deep view, each by the cheapest {@link Tier} that proves it. z₀ = c; the count is the
 * least n below maxIter with |zₙ| > 2, and maxIter if there is none. A proved count depends on c and maxIter alone: not
 * on the reference, on its bits, on blocks, tiers or machines.
 *
 * <p>One kernel serves one thread. Reference and table may be shared by any number of them.
 */
public final class DeepKernel {
    /** The count of a pixel that no tier asked for could decide. */
    public static final int UNDECIDED = -1;

    /** Exponents of offsets below which doubles do not suffice throughout. */
    private static final int LEAST_EXPONENT = -900;

    /** |δ̂| from which doubles serve where offsets are below their range. */
    static final int LEAVE = -400;

    /** Greatest relative remainders of blocks in careful doubles: half of what a block rounds off. */
    private static final double CAREFUL = 0x1p-50;

    /** Greatest relative remainders of blocks in pairs. */
    private static final double FINE = 0x1p-72;

    /**
     * The same where these leave a pixel undecided: a few times what a step rounds off. Of 2,855 pixels of e50 that
     * doubles leave undecided, 2⁻⁶⁰, 2⁻⁷² and 2⁻⁸⁴ leave 218, 27 and 2, this none, in three times as many steps as
     * 2⁻⁷²; integers take ten times as long as that.
     */
    private static final double FINEST = 0x1p-100;

    /** Blocks that save less than this factor have little to do with it if a pixel is undecided. */
    private static final int LITTLE = 2;

    /** Bits of the first attempt in integers beyond those of the reference. */
    private static final int MORE_BITS = 32;

    private final Offsets offsets;
    private final int maxIter;
    private final boolean wide;
    private final DoubleOrbit doubles;
    private final DoubleOrbit carefulDoubles;
    private final PairOrbit beyondDoubles;
    private final PairOrbit beyondCarefulDoubles;
    private final PairOrbit pairs;
    private final PairOrbit carefulPairs;
    private final BallOrbit balls;

    private long k;
    private long steps;
    private Tier tier = Tier.DOUBLES;
    private long spent;
    private double escapedRe;
    private double escapedIm;

    /**
     * A kernel for one thread.
     *
     * @param grid the pixels
     * @param reference a reference near them; the nearer, the faster
     * @param table the blocks of this reference, for these pixels or for a picture that reaches further
     * @param maxIter at least 1
     */
    public DeepKernel(ExactGrid grid, Reference reference, BlockTable table, int maxIter) {
        if (maxIter < 1) {
            throw new IllegalArgumentException("the maximum of iterations must be at least 1, not " + maxIter);
        }
        this.maxIter = maxIter;
        offsets = Offsets.of(grid, reference);
        wide = isWide(offsets);
        if (offsets.reach().isAbove(table.reach) || wide != table.wide) {
            throw new IllegalArgumentException("the table was built for pixels that are nearer to the reference");
        }
        double least = wide ? Reference.TINY : 0;
        Wide residual = offsets.residual();
        double any = Double.POSITIVE_INFINITY;
        doubles = new DoubleOrbit(reference, table, any, residual, maxIter, least);
        carefulDoubles = new DoubleOrbit(reference, table, CAREFUL, residual, maxIter, least);
        beyondDoubles = new PairOrbit(reference, table, any, residual, offsets.unit(), maxIter);
        beyondCarefulDoubles = new PairOrbit(reference, table, CAREFUL, residual, offsets.unit(), maxIter);
        pairs = new PairOrbit(reference, table, FINE, residual, offsets.unit(), maxIter);
        carefulPairs = new PairOrbit(reference, table, FINEST, residual, offsets.unit(), maxIter);
        balls = new BallOrbit(grid, ReferenceOrbit.bitsFor(grid) + MORE_BITS, maxIter);
    }

    /** True if offsets are so small that numbers need exponents of their own. */
    static boolean isWide(Offsets offsets) {
        return offsets.unit() < LEAST_EXPONENT;
    }

    /**
     * Counts of a stretch of a row.
     *
     * @param row row 0 is the lowest
     * @param firstColumn the column of the first count
     * @param counts where counts go, {@link #UNDECIDED} among them; its length says how many
     * @param tiers {@link Tier#code} of the tier that proved each count, or was the last to be tried
     * @param last the last tier to be tried
     * @return steps made
     */
    public long fill(int row, int firstColumn, int[] counts, byte[] tiers, Tier last) {
        long all = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = decide(firstColumn + i, row, Tier.DOUBLES, last);
            tiers[i] = tier.code();
            all += spent;
        }
        return all;
    }

    /**
     * The count of a pixel by the first tier that proves it, or {@link #UNDECIDED}.
     *
     * @param first the first tier to be tried
     * @param last the last one
     */
    public int decide(int column, int row, Tier first, Tier last) {
        tier = first;
        int count = count(column, row, tier);
        long all = steps;
        while (count == UNDECIDED && tier.compareTo(last) < 0 && next(tier).compareTo(last) <= 0) {
            tier = next(tier);
            count = count(column, row, tier);
            all += steps;
        }
        spent = all;
        return count;
    }

    /** The tier that decided the last pixel, or was the last to be tried. */
    public Tier tier() {
        return tier;
    }

    /** Steps that all tiers took for the last pixel. */
    public long spent() {
        return spent;
    }

    /** Tests that the last pixel passed, or that the last tier could decide if there are more. */
    public long passed() {
        return k - 1;
    }

    /** Real part of the z that failed its test, rounded, of a pixel that escaped. It is not proved. */
    public double escapedRe() {
        return escapedRe;
    }

    /** Imaginary part of the same. */
    public double escapedIm() {
        return escapedIm;
    }

    /** The tier to be tried after one that did not decide the last pixel. */
    Tier next(Tier tier) {
        return switch (tier) {
            case DOUBLES -> blocksMatter() ? Tier.CAREFUL_DOUBLES : Tier.PAIRS;
            case CAREFUL_DOUBLES -> Tier.PAIRS;
            case PAIRS, BALLS -> Tier.BALLS;
        };
    }

    /** The count of a pixel by one tier, or {@link #UNDECIDED}. */
    public int count(int column, int row, Tier tier) {
        Outcome outcome = switch (tier) {
            case DOUBLES -> inDoubles(doubles, beyondDoubles, column, row);
            case CAREFUL_DOUBLES -> inDoubles(carefulDoubles, beyondCarefulDoubles, column, row);
            case PAIRS -> inPairs(column, row);
            case BALLS -> inBalls(column, row);
        };
        return switch (outcome) {
            case ESCAPED -> Math.toIntExact(k - 1);
            case CAPPED -> maxIter;
            case UNDECIDED, LEFT -> UNDECIDED;
        };
    }

    /** Steps that the last count took: blocks count as one. */
    public long steps() {
        return steps;
    }

    private Outcome inDoubles(DoubleOrbit orbit, PairOrbit beyond, int column, int row) {
        double x = offsets.right(column);
        double y = offsets.up(row);
        Outcome outcome;
        if (wide) {
            beyond.start(x, y);
            outcome = byTurns(orbit, beyond, x, y);
        } else {
            orbit.start(Math.scalb(x, offsets.unit()), Math.scalb(y, offsets.unit()));
            outcome = orbit.run();
            take(orbit);
        }
        return outcome;
    }

    private void take(DoubleOrbit orbit) {
        k = orbit.k;
        steps = orbit.steps;
        escapedRe = orbit.valueRe();
        escapedIm = orbit.valueIm();
    }

    private void take(PairOrbit orbit) {
        k = orbit.k;
        steps = orbit.steps();
        escapedRe = orbit.valueRe();
        escapedIm = orbit.valueIm();
    }

    /** Follows an orbit in doubles wherever they serve, and in pairs with exponents elsewhere. */
    private Outcome byTurns(DoubleOrbit orbit, PairOrbit beyond, double x, double y) {
        while (true) {
            Outcome outcome = beyond.run(LEAVE);
            take(beyond);
            if (outcome != Outcome.LEFT) {
                return outcome;
            }
            orbit.start(Math.scalb(x, offsets.unit()), Math.scalb(y, offsets.unit()));
            beyond.handTo(orbit);
            outcome = orbit.run();
            take(orbit);
            if (outcome != Outcome.LEFT) {
                return outcome;
            }
            beyond.resume(orbit, x, y);
        }
    }

    private Outcome inPairs(int column, int row) {
        Outcome outcome = inPairs(pairs, column, row);
        if (outcome == Outcome.UNDECIDED && blocksMatter()) {
            long before = steps;
            outcome = inPairs(carefulPairs, column, row);
            steps += before;
        }
        return outcome;
    }

    private Outcome inPairs(PairOrbit orbit, int column, int row) {
        orbit.start(offsets.right(column), offsets.up(row));
        Outcome outcome = orbit.run(PairOrbit.NEVER);
        take(orbit);
        return outcome;
    }

    /** True if blocks saved so many steps that their remainders may be why a pixel is undecided. */
    private boolean blocksMatter() {
        return steps <= k / LITTLE;
    }

    private Outcome inBalls(int column, int row) {
        Outcome outcome = balls.run(column, row);
        k = balls.k();
        steps = balls.steps();
        escapedRe = balls.valueRe();
        escapedIm = balls.valueIm();
        return outcome;
    }
}
