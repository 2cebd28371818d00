package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;

/** Every kernel gives the counts of the naive one, whatever work it leaves out. */
class KernelsTest {
    private static final EscapeKernel NAIVE = naive(new Formula.Mandelbrot());

    private static EscapeKernel naive(Formula formula) {
        return Kernels.find(formula, KernelKind.NAIVE, Interior.NONE);
    }

    /** All there are for the Mandelbrot set. */
    private static List<EscapeKernel> kernels() {
        return kernels(new Formula.Mandelbrot());
    }

    private static List<EscapeKernel> kernels(Formula formula) {
        List<EscapeKernel> kernels = new ArrayList<>();
        kernels.add(naive(formula));
        kernels.add(Kernels.find(formula, KernelKind.ARRAY, Interior.NONE));
        for (Interior interior : Interior.values()) {
            if (interior.isFor(formula)) {
                kernels.add(Kernels.vectors(formula, interior));
                kernels.add(Kernels.find(formula, KernelKind.SIMD, interior));
            }
        }
        return kernels;
    }

    @Property
    void everyKernelGivesTheCountsOfTheNaiveOneAnywhere(Draw draw) {
        double x = draw.real(-2.2, 0.8);
        double y = draw.real(-1.4, 1.4);
        int zoom = draw.integer(0, 40);
        int width = draw.integer(1, 70);
        int height = draw.integer(1, 9);
        int maxIter = draw.integer(1, 1500);
        double extent = 3 * Math.pow(0.5, zoom);
        assertSameCounts(new Grid(new Region(x, x + extent, y, y + extent), new Size(width, height)), maxIter);
    }

    private static Formula formula(Draw draw) {
        return switch (draw.pick(Formula.Family.values())) {
            case MANDELBROT -> new Formula.Mandelbrot();
            case JULIA ->
                draw.oneOf(
                        () -> new Formula.Julia(draw.real(-2.1, 2.1), draw.real(-2.1, 2.1)),
                        () -> draw.pick(
                                new Formula.Julia(-0.8, 0.156),
                                new Formula.Julia(0, 0),
                                new Formula.Julia(-1, 0),
                                new Formula.Julia(-2, 0),
                                new Formula.Julia(0, 1),
                                new Formula.Julia(0.25, 0),
                                new Formula.Julia(-1.99999995, 0.0001)));
            case MULTIBROT -> new Formula.Multibrot(draw.integer(3, 8));
            case BURNING_SHIP -> new Formula.BurningShip();
            case TRICORN -> new Formula.Tricorn();
        };
    }

    @Property(cases = 1500)
    void everyKernelGivesTheCountsOfTheNaiveOneForEveryFormula(Draw draw) {
        Formula formula = draw.any(() -> formula(draw));
        double x = draw.real(-2.1, 1.8);
        double y = draw.real(-2, 1.8);
        int zoom = draw.integer(0, 40);
        int width = draw.integer(1, 70);
        int height = draw.integer(1, 9);
        int maxIter = draw.integer(1, 1500);
        double extent = 3 * Math.pow(0.5, zoom);
        Grid grid = new Grid(new Region(x, x + extent, y, y + extent), new Size(width, height));
        assertSameCounts(formula, grid, maxIter);
    }

    @Property(cases = 40)
    void wholeSetsOfEveryFormulaGiveTheSameCounts(Draw draw) {
        Formula formula = draw.any(() -> formula(draw));
        int maxIter = draw.integer(1, 6000);
        assertSameCounts(formula, new Grid(new Region(-2.2, 2.2, -2.2, 2.2), new Size(53, 47)), maxIter);
    }

    @Test
    void aClosedFormIsRefusedWhereThereIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kernels.find(new Formula.Tricorn(), KernelKind.SIMD, Interior.CLOSED_FORM))
                .withMessage("interior closed-form knows the equations of the Mandelbrot set only: for formula tricorn"
                        + " take none, cycles or proved");
    }

    @Property(cases = 500)
    void viewsCentredOnPointsOfTheSetGiveTheSameCounts(Draw draw) {
        int period = draw.integer(1, 64);
        int turn = draw.integer(1, 63);
        double radius = draw.real(0.97, 1.03);
        int zoom = draw.integer(1, 45);
        int maxIter = draw.integer(1, 9000);
        // Where the disc of that period touches the main cardioid, a little inside and outside: slow convergence,
        // slow escape, and all periods.
        double angle = 2 * Math.PI * (turn % period) / period;
        double muRe = radius * Math.cos(angle);
        double muIm = radius * Math.sin(angle);
        double re = muRe / 2 - (muRe * muRe - muIm * muIm) / 4;
        double im = muIm / 2 - muRe * muIm / 2;
        double half = Math.pow(0.5, zoom);
        assertSameCounts(new Grid(new Region(re - half, re + half, im - half, im + half), new Size(19, 7)), maxIter);
    }

    @Property(cases = 200)
    void theNeedleAndItsTipGiveTheSameCounts(Draw draw) {
        double centre = draw.real(-2, -1.4);
        int zoom = draw.integer(1, 50);
        int maxIter = draw.integer(1, 9000);
        double half = Math.pow(0.5, zoom);
        assertSameCounts(new Grid(new Region(centre - half, centre + half, -half, half), new Size(17, 5)), maxIter);
        assertSameCounts(new Grid(new Region(-2 - half, -2 + half, -half, half), new Size(17, 5)), maxIter);
    }

    @Test
    void fullViewsGiveTheSameCounts() {
        for (int maxIter : new int[] {1, 2, 15, 16, 17, 18, 24, 25, 50, 257, 1000, 5003}) {
            assertSameCounts(new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(133, 131)), maxIter);
            assertSameCounts(new Grid(new Region(-3, 3, -3, 3), new Size(67, 31)), maxIter);
        }
    }

    @Property(cases = 100)
    void aBlockMayLieAnywhereInALargerArrayAndTouchesNothingElse(Draw draw) {
        int width = draw.integer(1, 60);
        int height = draw.integer(1, 5);
        int offset = draw.integer(0, 9);
        int gap = draw.integer(0, 9);
        Random random = new Random(draw.seed());
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(width, height));
        int stride = width + gap;
        List<Integer> starts = new ArrayList<>();
        for (int k = 0; k < height; k++) {
            starts.add(offset + k * stride);
        }
        Collections.shuffle(starts, random);
        int[] rowStarts = starts.stream().mapToInt(start -> start).toArray();
        int[] expected = new int[offset + height * stride];
        Arrays.fill(expected, -1);
        int[] block = counts(NAIVE, grid, 50);
        for (int k = 0; k < height; k++) {
            System.arraycopy(block, k * width, expected, rowStarts[k], width);
        }
        for (EscapeKernel kernel : kernels()) {
            int[] wide = new int[expected.length];
            Arrays.fill(wide, -1);
            kernel.fill(grid.x(), grid.y(RowRange.band(0, height)), 50, wide, rowStarts);
            assertThat(wide).as(kernel.description()).isEqualTo(expected);
        }
    }

    @Property(cases = 100)
    void columnsInAnyOrderGiveTheSameCounts(Draw draw) {
        int width = draw.integer(1, 70);
        int maxIter = draw.integer(1, 200);
        Random random = new Random(draw.seed());
        double[] x = random.doubles(width, -2.5, 2.5).toArray();
        double[] y = random.doubles(5, -2.2, 2.2).toArray();
        int[] rowStarts = RowRange.band(0, y.length).starts(width);
        int[] expected = new int[width * y.length];
        NAIVE.fill(x, y, maxIter, expected, rowStarts);
        for (EscapeKernel kernel : kernels()) {
            int[] counts = new int[expected.length];
            Arrays.fill(counts, -1);
            kernel.fill(x, y, maxIter, counts, rowStarts);
            assertThat(counts).as(kernel.description()).isEqualTo(expected);
        }
    }

    @Test
    void pointsOnTheCircleAndBeyondTheRangeOfDoublesAreCounted() {
        double[] x = {
            -2,
            Math.nextUp(-2.0),
            Math.nextDown(-2.0),
            2,
            0,
            1e200,
            -1e200,
            1e308,
            Math.sqrt(2),
            0.25,
            -0.75,
            Double.MIN_VALUE,
            -1.9999999,
            -1.99999999
        };
        double[] y = {0, Double.MIN_VALUE, 1e-9, -3e-8, 2, -2, 1e200, Math.sqrt(2), 1.0000000000000002};
        int[] expected = new int[x.length * y.length];
        int[] rowStarts = RowRange.band(0, y.length).starts(x.length);
        NAIVE.fill(x, y, 3000, expected, rowStarts);
        assertThat(expected[0]).isEqualTo(3000);
        assertThat(expected[2]).isZero();
        assertThat(expected[5]).isZero();
        for (EscapeKernel kernel : kernels()) {
            int[] counts = new int[expected.length];
            kernel.fill(x, y, 3000, counts, rowStarts);
            assertThat(counts).as(kernel.description()).isEqualTo(expected);
        }
    }

    @Test
    void withoutProofsStepsAreAtLeastTheIterationsAndWithThemFarFewer() {
        Grid grid = new Grid(new Region(-2, 0.5, -1.25, 1.25), new Size(128, 128));
        int[] counts = new int[128 * 128];
        long iterations = fill(NAIVE, grid, 10_000, counts);
        assertThat(iterations).isEqualTo(Arrays.stream(counts).asLongStream().sum());
        if (!Kernels.hasSimd()) {
            return;
        }
        for (Interior interior : Interior.values()) {
            long steps = fill(Kernels.vectors(new Formula.Mandelbrot(), interior), grid, 10_000, counts);
            switch (interior) {
                case NONE -> assertThat(steps).isBetween(iterations, iterations * 5 / 4);
                case CYCLES -> assertThat(steps).isLessThan(iterations / 2);
                case CLOSED_FORM, PROVED -> assertThat(steps).isLessThan(iterations / 8);
            }
        }
    }

    @Test
    void anUnknownKernelOrInteriorIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelKind.parse("cuda"))
                .withMessage("unknown kernel 'cuda', known are naive, array, simd, deep, deep-steps, deep-balls");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interior.parse("guessed"))
                .withMessage("unknown interior 'guessed', known are none, cycles, closed-form, proved");
    }

    private static void assertSameCounts(Grid grid, int maxIter) {
        assertSameCounts(new Formula.Mandelbrot(), grid, maxIter);
    }

    private static void assertSameCounts(Formula formula, Grid grid, int maxIter) {
        int[] expected = counts(naive(formula), grid, maxIter);
        for (EscapeKernel kernel : kernels(formula)) {
            assertThat(counts(kernel, grid, maxIter))
                    .as(formula.label() + " by " + kernel.description())
                    .isEqualTo(expected);
        }
    }

    private static int[] counts(EscapeKernel kernel, Grid grid, int maxIter) {
        int[] counts = new int[grid.width() * grid.height()];
        fill(kernel, grid, maxIter, counts);
        return counts;
    }

    private static long fill(EscapeKernel kernel, Grid grid, int maxIter, int[] counts) {
        RowRange all = RowRange.band(0, grid.height());
        return kernel.fill(grid.x(), grid.y(all), maxIter, counts, all.starts(grid.width()));
    }
}
