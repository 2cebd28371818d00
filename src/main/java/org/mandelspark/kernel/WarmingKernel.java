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
 * milliseconds. So a JVM that has just started tries them on small pieces of rows, on one thread at a time and for no longer
 * in all than the plain loop has run, while the other threads use the plain loop. When vectors get through more iterations
 * a second than the loop did, they take over. If they then run into code that is not compiled yet, such as that of proofs at
 * the first point inside, the trial begins again. Two seconds of vectors are enough to compile everything; after that
 * nothing is measured any more.
 *
 * <p>The counts are the same whoever makes them; only {@code steps} and the time depend on who did. What is warm is a
 * property of the JVM and of the code, not of a call, so it is remembered by family and interior.
 */
final class WarmingKernel implements EscapeKernel {
    /** Points of a piece: a millisecond or so of the plain loop. */
    private static final int PIECE_POINTS = 2048;

    /** Iterations from which on the speed of a piece shows more than its overhead. */
    private static final long TELLING_ITERATIONS = 20_000;

    /** Time of vectors after which they are compiled, if ever. */
    private static final long WARM_NANOS = 2_000_000_000L;

    private static final Map<Code, Turns> TURNS = new ConcurrentHashMap<>();

    private final EscapeKernel loop;
    private final EscapeKernel vectors;
    private final Turns turns;
    private final LongSupplier nanoTime;

    /**
     * A kernel that takes turns with another.
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
        Turns turns = TURNS.computeIfAbsent(new Code(formula.family(), interior), code -> new Turns());
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
            // Vectors that are as good as warm work best on many rows.
            int end = turns.vectorsLead() ? y.length : Math.min(y.length, from + pieceRows);
            double[] pieceY = Arrays.copyOfRange(y, from, end);
            int[] pieceStarts = Arrays.copyOfRange(rowStarts, from, end);
            steps += turn(x, pieceY, maxIter, counts, pieceStarts);
            from = end;
        }
        return steps;
    }

    private long turn(double[] x, double[] y, int maxIter, int[] counts, int[] rowStarts) {
        boolean isVectors = turns.begin();
        long iterations = 0;
        long start = nanoTime.getAsLong();
        long nanos = 0;
        try {
            long steps = (isVectors ? vectors : loop).fill(x, y, maxIter, counts, rowStarts);
            nanos = nanoTime.getAsLong() - start;
            for (int row : rowStarts) {
                for (int i = row; i < row + x.length; i++) {
                    iterations += counts[i];
                }
            }
            return steps;
        } finally {
            turns.end(isVectors, iterations, nanos);
        }
    }

    /**
     * Computes some points again and again until vectors are faster than the plain loop. Gives up when vectors have run for
     * two seconds without that, or when the caller has waited long enough.
     *
     * @param x real parts
     * @param y imaginary parts, at least one
     * @param isEnough asked between rows
     */
    void warmUp(double[] x, double[] y, int maxIter, BooleanSupplier isEnough) {
        int[] counts = new int[x.length];
        int[] start = {0};
        for (int row = 0; turns.mayWarmUp() && !isEnough.getAsBoolean(); row++) {
            turn(x, new double[] {y[row % y.length]}, maxIter, counts, start);
        }
    }

    @Override
    public String description() {
        return vectors.description();
    }

    /** Code that is compiled together. */
    private record Code(Formula.Family family, Interior interior) {}

    /** Turns of the two kernels: they decide which of them computes the next piece in this JVM. */
    static final class Turns {
        private volatile boolean over;
        private volatile boolean vectorsLead;
        private boolean vectorsAreTried;
        private long loopNanos;
        private long loopIterations;
        private long trialNanos;
        private long vectorNanos;

        boolean areOver() {
            return over;
        }

        boolean vectorsLead() {
            return vectorsLead;
        }

        synchronized boolean mayWarmUp() {
            return !vectorsLead && vectorNanos < WARM_NANOS;
        }

        /** Begins a piece; true if vectors are to compute it. */
        synchronized boolean begin() {
            if (vectorsLead) {
                return true;
            }
            boolean isTrial = !vectorsAreTried && trialNanos < loopNanos;
            vectorsAreTried |= isTrial;
            return isTrial;
        }

        /** Ends a piece that has begun. */
        synchronized void end(boolean isVectors, long iterations, long nanos) {
            if (!isVectors) {
                loopNanos += nanos;
                loopIterations += iterations;
                return;
            }
            vectorsAreTried = false;
            vectorNanos += nanos;
            trialNanos += nanos;
            if (iterations >= TELLING_ITERATIONS && loopIterations >= TELLING_ITERATIONS) {
                vectorsLead = (double) iterations * loopNanos > (double) loopIterations * nanos;
            }
            if (vectorsLead) {
                trialNanos = 0;
                over = vectorNanos >= WARM_NANOS;
            }
        }
    }
}
