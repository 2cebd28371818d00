package org.mandelspark.kernel;

import static org.mandelspark.kernel.Levels.BLOCK;
import static org.mandelspark.kernel.SimdShape.GROUP;

import org.mandelspark.grid.Formula;
import org.mandelspark.kernel.SimdDiscs.Outcome;

/**
 * Some thousand points that advance together, level by level.
 *
 * <p>After each of its {@link Levels} the points that are done are dropped and the others move together, so that all lanes
 * have work however differently their neighbours end. All points of a wave have made the same number of steps, so counts,
 * proofs and looks back need no number for each point.
 * The arrays of a wave fit into a core's second-level cache.
 *
 * <p>A level first tries to prove that points never escape ({@link SimdDiscs}), everywhere where that has lately
 * succeeded nearby and now and then elsewhere, so that views of nothing but boundary lose next to nothing. Then it
 * makes its steps, in blocks that are tested at their ends; where points escape in nearly every block, at every step.
 * If z is then what it was at the level's beginning, bit for bit, the orbit repeats for ever.
 */
final class SimdWave {
    /** Points of a full wave: their arrays take 150 KiB. */
    static final int CAPACITY = 4096;

    /** Average number of points that escape in a block of a group above which it pays to test at every step. */
    private static final double COUNTED_ABOVE = 0.5;

    /** Groups after a proof in which attempts go on. */
    private static final int HOPEFUL_GROUPS = 8;

    /** Ratio of a level's length to L from which on attempts are cheap, so that none is left out. */
    private static final int CHEAP_RATIO = 16;

    /** Groups of which one is tried where no proof has lately succeeded. */
    private static final int PROBED_GROUPS = 32;

    private final SimdPoints points;
    private final SimdSteps loops;
    private final SimdDiscs discs;
    private final double[] levelR;
    private final double[] levelI;
    private final long[] passed = new long[GROUP];
    private final int maxIter;
    private final Interior interior;
    private final boolean mayProve;
    private long steps;

    /**
     * An empty wave.
     *
     * @param formula the formula that is iterated
     * @param maxIter the count of points that never escape
     * @param interior what may be proved
     * @param counts where counts go
     * @param capacity how many points there can be
     */
    SimdWave(Formula formula, int maxIter, Interior interior, int[] counts, int capacity) {
        this.loops = SimdSteps.of(formula);
        this.discs = new SimdDiscs(SimdQuadraticSteps.twist(formula));
        this.mayProve = interior == Interior.PROVED && Interior.hasDiscs(formula);
        this.maxIter = maxIter;
        this.interior = interior;
        this.points = new SimdPoints(capacity, GROUP, counts);
        this.levelR = new double[capacity + GROUP];
        this.levelI = new double[capacity + GROUP];
    }

    /** The loops, for {@link SimdKernel} to use before points join. */
    SimdSteps loops() {
        return loops;
    }

    /** The points, for {@link SimdKernel} to add to. */
    SimdPoints points() {
        return points;
    }

    /** Steps made so far, those of lanes at rest included. */
    long steps() {
        return steps;
    }

    /**
     * Counts all points to their ends and leaves the wave empty.
     *
     * @param made steps that every point has made; it has passed the tests of z₀ … z_made
     */
    void finish(int made) {
        int n = made;
        int level = 0;
        boolean counted = true;
        // The last test is that of z_{maxIter − 1}.
        while (n < maxIter - 1 && points.size() > 0) {
            points.pad(GROUP);
            int length = Levels.length(n, maxIter);
            int span = mayProve ? Levels.span(n, level, length, maxIter) : Levels.NO_SPAN;
            int size = points.size();
            boolean lookBack = interior != Interior.NONE && interior != Interior.CLOSED_FORM && n >= Levels.CYCLES_FROM;
            if (lookBack) {
                remember(size);
            }
            advance(n, length, span, counted);
            n += length;
            level++;
            if (lookBack) {
                dropCycles(size);
            }
            points.compact();
            double blocks = Math.max(1, length / BLOCK);
            counted = (double) (size - points.size()) / size * GROUP / blocks > COUNTED_ABOVE;
        }
        for (int i = 0; i < points.size(); i++) {
            points.finish(i, maxIter);
        }
        points.compact();
    }

    private void advance(int n, int length, int span, boolean counted) {
        int hope = 0;
        for (int at = 0; at < points.size(); at += GROUP) {
            int done = 0;
            if (span != Levels.NO_SPAN
                    && (hope > 0 || length >= CHEAP_RATIO * span || at / GROUP % PROBED_GROUPS == 0)) {
                Outcome outcome = discs.attempt(points, at, span);
                steps += (long) GROUP * span * (outcome == Outcome.FAR ? 1 : 2);
                hope--;
                if (outcome == Outcome.FAR) {
                    done = span;
                } else if (outcome == Outcome.TRIED) {
                    done = 2 * span;
                    if (finishProved(at)) {
                        hope = HOPEFUL_GROUPS;
                    }
                }
            }
            if (!points.areDone(at, GROUP)) {
                advanceGroup(at, n + done, length - done, counted);
            }
        }
    }

    private boolean finishProved(int at) {
        boolean any = false;
        for (int place = 0; place < GROUP; place++) {
            if (discs.proved(place)) {
                points.finish(at + place, maxIter);
                any = true;
            }
        }
        return any;
    }

    private void advanceGroup(int at, int n, int length, boolean counted) {
        int blocks = length / BLOCK;
        int block = 0;
        while (block < blocks) {
            if (!counted) {
                int made = loops.untested(points, at, blocks - block);
                steps += (long) GROUP * BLOCK * Math.min(made + 1, blocks - block);
                block += made;
            }
            if (block < blocks) {
                count(at, n + block * BLOCK, BLOCK);
                block++;
            }
        }
        if (length % BLOCK > 0) {
            count(at, n + blocks * BLOCK, length % BLOCK);
        }
    }

    private void count(int at, int n, int limit) {
        steps += (long) GROUP * limit;
        if (!loops.counted(points, at, limit, passed)) {
            for (int place = 0; place < GROUP; place++) {
                if (passed[place] < limit) {
                    points.finish(at + place, n + 1 + (int) passed[place]);
                }
            }
        }
    }

    private void remember(int size) {
        System.arraycopy(points.zr, 0, levelR, 0, size);
        System.arraycopy(points.zi, 0, levelI, 0, size);
    }

    /** Equal is meant as in IEEE 754: −0 and 0 are, and go on to orbits that are equal too. */
    private void dropCycles(int size) {
        for (int i = 0; i < size; i++) {
            if (points.zr[i] == levelR[i] && points.zi[i] == levelI[i]) {
                points.finish(i, maxIter);
            }
        }
    }
}
