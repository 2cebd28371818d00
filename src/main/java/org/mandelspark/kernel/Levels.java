package org.mandelspark.kernel;

/**
 * The levels of a wave: how many steps its points make before those that are done leave it, and with which L a proof is
 * tried before.
 *
 * <p>A level's length is about half of the steps already made, and a multiple of as many small numbers as possible, so
 * that a cycle of any such period shows at its end.
 */
final class Levels {
    /** Steps of a block: long enough to make the test at its end cheap, short enough to make a repetition cheap. */
    static final int BLOCK = 16;

    /** Steps that a point makes in its row before it joins a wave: two blocks. */
    static final int FIRST_STEPS = 2 * BLOCK;

    /** Number of steps before the search for exact cycles begins: orbits rarely become periodic sooner. */
    static final int CYCLES_FROM = 240;

    /** No attempt at a proof. */
    static final int NO_SPAN = 0;

    /** Least common multiples of 1 … 4, 1 … 6, 1 … 8, 1 … 10 and 1 … 12, and the length of a block. */
    private static final int[] LENGTH_UNITS = {27720, 2520, 840, 120, 24, BLOCK};

    /** L of successive attempts: multiples of the periods of the largest discs first, of others as time allows. */
    private static final int[] SPANS = {8, 8, 24, 8, 40, 24, 56, 24, 120, 24, 168, 360, 120, 840, 240, 840, 240};

    /** Number of steps left to a point below which an attempt costs more than it can save. */
    private static final int LEAST_REST = 64;

    private Levels() {}

    /** Length of the level that begins after n steps, of points that make at most {@code maxIter − 1}. */
    static int length(int n, int maxIter) {
        return Math.min(maxIter - 1 - n, length(n));
    }

    private static int length(int n) {
        for (int unit : LENGTH_UNITS) {
            if (n / 2 >= unit) {
                return Math.max(2 * BLOCK, n / 2 / unit * unit);
            }
        }
        return 2 * BLOCK;
    }

    /**
     * L of the attempt at a level, which must fit in twice; {@link #NO_SPAN} where it could save nothing.
     *
     * @param level how many levels were before
     */
    static int span(int n, int level, int length, int maxIter) {
        if (maxIter - n < LEAST_REST) {
            return NO_SPAN;
        }
        int span = SPANS[Math.min(level, SPANS.length - 1)];
        return 2 * span <= length ? span : 2 * BLOCK <= length ? BLOCK : NO_SPAN;
    }
}
