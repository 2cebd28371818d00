package org.mandelspark.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.mandelspark.grid.Formula;

/**
 * Vector loops once the JVM has compiled them, and the plain loop until then.
 *
 * <p>Before C2 has compiled them, vectors execute ten times slower than the plain loop, which C2 has compiled within
 * milliseconds. So a JVM that has just started takes turns: pieces of rows go to the plain loop, and as long as they have
 * not taken longer than a share of its time, to the vectors. When a piece of vectors makes more steps a second than the
 * loop did, vectors take over. Should they then meet loops that are not compiled yet, such as those of proofs at the first
 * point inside, the turns begin again. After a second or two of vectors all is compiled, and nothing is measured any more.
 *
 * <p>The counts are the same whoever makes them; only {@code steps} and the time depend on who did. What is warm is a
 * property of the JVM and of the code, not of a call, so it is remembered by class.
 */
final class WarmingKernel implements EscapeKernel {
    /** Points of a piece: a millisecond or so of the plain loop. */
    private static final int PIECE_POINTS = 2048;

    /** Time that vectors may take while they are not warm, for each nanosecond of the plain loop. */
    private static final double SHARE = 0.5;

    /** Steps from which on the speed of a piece shows more than its overhead. */
    private static final long TELLING_STEPS = 20_000;

    /** Time of vectors after which they are compiled, if ever. */
    private static final long WARM_NANOS = 2_000_000_000L;

    private static final Map<Code, Turns> TURNS = new ConcurrentHashMap<>();

    private final EscapeKernel loop;
    private final EscapeKernel vectors;
    private final Turns turns;
    private final LongSupplier nanoTime;

    /**
     * Both kernels, and whose turn it is.
     *
     * @param nanoTime the clock, {@link System#nanoTime} but for tests
     */
    WarmingKernel(EscapeKernel loop, EscapeKernel vectors, Turns turns, LongSupplier nanoTime) {
        this.loop = loop;
        this.vectors = vectors;
        this.turns = turns;
        this.nanoTime = nanoTime;
    }

    /** The vectors of a formula, as warm as this JVM has made them. */
    static WarmingKernel of(Formula formula, Interior interior, EscapeKernel vectors) {
        Turns turns = TURNS.computeIfAbsent(new Code(formula.getClass(), interior), code -> new Turns());
        return new WarmingKernel(new NaiveKernel(formula), vectors, turns, System::nanoTime);
    }

    @Override
    public long fill(double[] x, double[] y, int maxIter, int[] counts, int[] rowStarts) {
        if (turns.areOver()) {
            return vectors.fill(x, y, maxIter, counts, rowStarts);
        }
        int pieceRows = Math.max(1, PIECE_POINTS / Math.max(1, x.length));
        long steps = 0;
        int from = 0;
        while (from < y.length) {
            boolean isVectors = turns.belongToVectors();
            // Vectors that are as good as warm work best on many rows.
            int end = isVectors && turns.vectorsLead() ? y.length : Math.min(y.length, from + pieceRows);
            double[] pieceY = Arrays.copyOfRange(y, from, end);
            int[] pieceStarts = Arrays.copyOfRange(rowStarts, from, end);
            long start = nanoTime.getAsLong();
            long made = (isVectors ? vectors : loop).fill(x, pieceY, maxIter, counts, pieceStarts);
            turns.note(isVectors, made, nanoTime.getAsLong() - start);
            steps += made;
            from = end;
        }
        return steps;
    }

    /**
     * Lets vectors compute some points again and again, until they are faster than the plain loop or there is no more time
     * for it.
     *
     * @param x real parts
     * @param y imaginary parts, at least one
     * @param isEnough asked between rows
     */
    void warmUp(double[] x, double[] y, int maxIter, BooleanSupplier isEnough) {
        int[] counts = new int[x.length];
        int[] start = {0};
        for (int row = 0; !turns.areOver() && !turns.vectorsLead() && !isEnough.getAsBoolean(); row++) {
            boolean isVectors = row % (2 * y.length) < 2 * y.length - 1;
            long begin = nanoTime.getAsLong();
            long made = (isVectors ? vectors : loop).fill(x, new double[] {y[row % y.length]}, maxIter, counts, start);
            turns.note(isVectors, made, nanoTime.getAsLong() - begin);
        }
        turns.restart();
    }

    @Override
    public String description() {
        return vectors.description();
    }

    /** Code that is compiled together. */
    private record Code(Class<? extends Formula> formula, Interior interior) {}

    /** Who is to compute the next piece in this JVM. */
    static final class Turns {
        private volatile boolean over;
        private boolean vectorsLead;
        private long loopNanos;
        private long loopSteps;
        private long turnNanos;
        private long vectorNanos;

        boolean areOver() {
            return over;
        }

        synchronized boolean vectorsLead() {
            return vectorsLead;
        }

        synchronized boolean belongToVectors() {
            return vectorsLead || turnNanos < SHARE * loopNanos;
        }

        /** Lets turns begin as if vectors had had theirs. */
        synchronized void restart() {
            turnNanos = (long) (SHARE * loopNanos);
        }

        synchronized void note(boolean isVectors, long steps, long nanos) {
            if (!isVectors) {
                loopNanos += nanos;
                loopSteps += steps;
                return;
            }
            vectorNanos += nanos;
            if (!vectorsLead) {
                turnNanos += nanos;
            }
            if (steps >= TELLING_STEPS && loopSteps >= TELLING_STEPS) {
                boolean faster = (double) steps * loopNanos > (double) loopSteps * nanos;
                if (vectorsLead && !faster) {
                    restart();
                }
                vectorsLead = faster;
            }
            over = vectorNanos >= WARM_NANOS && vectorsLead;
        }
    }
}
