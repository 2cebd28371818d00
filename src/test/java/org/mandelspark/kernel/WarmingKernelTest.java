package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mandelspark.grid.RowRange;
import org.mandelspark.kernel.WarmingKernel.Turns;

/** Turns of two kernels on a clock that only they move. */
class WarmingKernelTest {
    private static final int WIDTH = 2048;
    private static final int ROWS = 100;
    private static final int STEPS = 50;

    private final Fake loop = new Fake(3);
    private final Fake vectors = new Fake(30);
    private final WarmingKernel kernel =
            new WarmingKernel(loop, vectors, new Turns(), () -> loop.nanos + vectors.nanos);

    @Test
    void coldVectorsTakeNoMoreTimeThanThePlainLoop() {
        fill();
        assertThat(vectors.nanos).isPositive();
        // One piece may begin just before that is so.
        assertThat(vectors.nanos).isLessThanOrEqualTo(loop.nanos + vectors.nanosOfARow());
    }

    @Test
    void oneThreadAtATimeTriesThem() {
        Turns turns = new Turns();
        assertThat(turns.begin()).isFalse();
        turns.end(false, 100, 100);
        assertThat(turns.begin()).isTrue();
        assertThat(turns.begin()).isFalse();
        turns.end(true, 1, 50);
        assertThat(turns.begin()).isTrue();
    }

    @Test
    void vectorsTakeOverWhenTheyAreFaster() {
        fill();
        vectors.stepNanos = 0.4;
        loop.rows = 0;
        fill();
        // A row in turn at most, until vectors have shown what they can do.
        assertThat(loop.rows).isLessThan(ROWS / 2);
        loop.rows = 0;
        fill();
        assertThat(loop.rows).isZero();
    }

    @Test
    void turnsBeginAgainWhereVectorsMeetCodeThatIsCold() {
        vectors.stepNanos = 0.4;
        fill();
        loop.rows = 0;
        vectors.stepNanos = 30;
        fill();
        fill();
        assertThat(loop.rows).isGreaterThan(ROWS / 2);
    }

    @Test
    void vectorsThatHaveLedForLongAreNotMeasuredAnyMore() {
        vectors.stepNanos = 2;
        for (int i = 0; i < 200; i++) {
            fill();
        }
        vectors.stepNanos = 30;
        loop.rows = 0;
        fill();
        fill();
        assertThat(loop.rows).isZero();
    }

    @Test
    void everyRowIsComputedOnceWhoeverDoesIt() {
        int[] counts = fill();
        assertThat(counts).containsOnly(STEPS);
    }

    @Test
    void warmingUpEndsWhenVectorsAreFasterOrTimeIsUp() {
        int[] asked = {0};
        kernel.warmUp(new double[WIDTH], new double[3], 100, () -> ++asked[0] > 20);
        assertThat(asked[0]).isEqualTo(21);
        vectors.stepNanos = 0.4;
        kernel.warmUp(new double[WIDTH], new double[3], 100, () -> false);
        loop.rows = 0;
        fill();
        assertThat(loop.rows).isZero();
    }

    private int[] fill() {
        int[] counts = new int[WIDTH * ROWS];
        kernel.fill(
                new double[WIDTH],
                new double[ROWS],
                100,
                counts,
                RowRange.band(0, ROWS).starts(WIDTH));
        return counts;
    }

    /** Makes as many steps everywhere and adds them to each count. */
    private static final class Fake implements EscapeKernel {
        private double stepNanos;
        private long nanos;
        private int rows;

        Fake(double stepNanos) {
            this.stepNanos = stepNanos;
        }

        long nanosOfARow() {
            return (long) (WIDTH * STEPS * stepNanos);
        }

        @Override
        public long fill(double[] x, double[] y, int maxIter, int[] counts, int[] rowStarts) {
            for (int start : rowStarts) {
                for (int i = start; i < start + x.length; i++) {
                    counts[i] += STEPS;
                }
            }
            rows += y.length;
            nanos += y.length * nanosOfARow();
            return (long) y.length * x.length * STEPS;
        }

        @Override
        public String description() {
            return "fake";
        }
    }
}
