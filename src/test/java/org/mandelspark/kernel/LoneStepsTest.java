package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandelspark.ReferenceCounts;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;

class LoneStepsTest {
    private static final Formula MANDELBROT = new Formula.Mandelbrot();
    private static final double FEIGENBAUM = -1.401155189092;

    @Test
    void aPointThatEscapesNeedsItsCountAndOneThatMayNotBeLeftOutAllIterations() {
        for (Interior interior : Interior.values()) {
            assertThat(new LoneSteps(MANDELBROT, interior, 1000).of(2, 2)).isZero();
            assertThat(new LoneSteps(MANDELBROT, interior, 1000).of(0.3, 0.6)).isEqualTo(count(0.3, 0.6));
            // Long after the first levels, which its escape must not make look like a return.
            assertThat(new LoneSteps(MANDELBROT, interior, 1000).of(-0.75, 0.005))
                    .isEqualTo(count(-0.75, 0.005));
        }
        assertThat(new LoneSteps(MANDELBROT, Interior.NONE, 1000).of(-0.1, 0)).isEqualTo(1000);
    }

    @Test
    void aPointThatIsProvedInsideNeedsTheStepsUpToTheProof() {
        // −0.1: the orbit nears its fixed point at once; the first attempt, of 2 · 8 steps, proves it.
        assertThat(new LoneSteps(MANDELBROT, Interior.PROVED, 1000).of(-0.1, 0)).isEqualTo(Levels.FIRST_STEPS + 16);
        assertThat(new LoneSteps(MANDELBROT, Interior.CLOSED_FORM, 1000).of(-0.1, 0))
                .isEqualTo(Levels.FIRST_STEPS);
        // Exact cycles take longer, and are looked for from 240 steps on.
        assertThat(new LoneSteps(MANDELBROT, Interior.CYCLES, 10_000).of(-0.1, 0))
                .isBetween((double) Levels.CYCLES_FROM, 1000.0);
        // Where periods have doubled without end, nothing is proved.
        assertThat(new LoneSteps(MANDELBROT, Interior.PROVED, 10_000).of(FEIGENBAUM, 0))
                .isEqualTo(10_000);
    }

    @Test
    void noPointIsFollowedFarHoweverLargeMaxIterIs() {
        // Inside, as is known after a few steps: all of them are left, or none.
        assertThat(new LoneSteps(MANDELBROT, Interior.NONE, 5_000_000).of(-0.1, 0))
                .isEqualTo(5_000_000);
        assertThat(new LoneSteps(MANDELBROT, Interior.PROVED, 5_000_000).of(-0.1, 0))
                .isEqualTo(Levels.FIRST_STEPS + 16);
        // Unknown after 16,384 steps: m · (1 + ln(maxIter / m)).
        assertThat(new LoneSteps(MANDELBROT, Interior.PROVED, 16_384_000).of(FEIGENBAUM, 0))
                .isCloseTo(16_384 * (1 + Math.log(1000)), within(1e-6));
    }

    private static int count(double x, double y) {
        int count = EscapeLoop.of(MANDELBROT).count(x, y, x, y, 0, 1000);
        assertThat(count).isBetween(1, 999);
        return count;
    }

    @Test
    void orbitsHaveTheBitsOfTheLoops() {
        SplittableRandom random = new SplittableRandom(3);
        for (Formula formula : ReferenceCounts.formulas()) {
            EscapeLoop loop = EscapeLoop.of(formula);
            for (int i = 0; i < 2000; i++) {
                double x = random.nextDouble(-2, 2);
                double y = random.nextDouble(-2, 2);
                int count = loop.count(x, y, formula.cReal(x), formula.cImaginary(y), 0, 60);
                Orbit orbit = new Orbit(formula, x, y);
                orbit.advance(25);
                orbit.advance(35);
                assertThat(orbit.made())
                        .as(formula.label() + " at " + x + "," + y)
                        .isEqualTo(count);
                assertThat(orbit.hasEscaped()).isEqualTo(count < 60);
            }
        }
    }

    /** Steps foreseen and steps executed differ by idle lanes and attempts at proofs that fail. */
    @ParameterizedTest
    @EnumSource(Interior.class)
    void theyAreNearTheStepsThatAreExecuted(Interior interior) {
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(256, 256));
        RowRange all = RowRange.band(0, 256);
        int[] counts = new int[256 * 256];
        double[] x = grid.x();
        double[] y = grid.y(all);
        long executed = Kernels.vectors(MANDELBROT, interior).fill(x, y, 2000, counts, all.starts(256));
        LoneSteps lone = new LoneSteps(MANDELBROT, Kernels.hasSimd() ? interior : Interior.NONE, 2000);
        double foreseen = 0;
        for (int i = 0; i < counts.length; i++) {
            foreseen += lone.of(x[i % 256], y[i / 256]);
        }
        assertThat(foreseen / executed).isBetween(0.4, 1.05);
    }
}
