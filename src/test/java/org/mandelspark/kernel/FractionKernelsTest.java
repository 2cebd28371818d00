package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandelspark.ReferenceCounts;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;

/** Fractions against Python's floats (src/test/python/make_fraction_fixtures.py), each other, and the potential. */
@Tag("lanes")
class FractionKernelsTest {
    /** Views of Python's. */
    record Reference(
            String name,
            String formula,
            String region,
            int width,
            int height,
            int maxIter,
            List<Integer> counts,
            List<Integer> fractions) {
        Grid grid() {
            Size size = new Size(width, height);
            return new Grid(Frame.bounds(region).region(size), size);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Reference> references() throws IOException {
        try (InputStream in = FractionKernelsTest.class.getResourceAsStream("/fractions/fractions.json")) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<List<Reference>>() {});
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void everyKernelHasTheFractionsOfPython(Reference reference) {
        Formula formula = Formula.parse(reference.formula());
        int[] counts = counts(formula, reference.grid(), reference.maxIter());
        assertThat(counts).containsExactly(reference.counts().toArray(Integer[]::new));
        for (KernelKind kind : KernelKind.ofDoubles()) {
            assertThat(fractions(formula, reference.grid(), reference.maxIter(), counts, kind))
                    .as("kernel " + kind.label())
                    .containsExactly(reference.fractions().toArray(Integer[]::new));
        }
    }

    @Test
    void everyFamilyHasAReference() throws IOException {
        Stream<Formula.Family> families = references().stream()
                .map(reference -> Formula.parse(reference.formula()).family());
        assertThat(families).contains(Formula.Family.values());
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void vectorsHaveTheFractionsOfTheLoop(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Formula> formulas = ReferenceCounts.formulas();
        Formula formula = formulas.get(random.nextInt(formulas.size()));
        double re = random.nextDouble(-2, 1);
        double im = random.nextDouble(-1.5, 1.5);
        double extent = Math.pow(10, -random.nextDouble(0, 4));
        Grid grid = new Grid(
                new Region(re - extent, re + extent, im - extent, im + extent),
                new Size(random.nextInt(1, 80), random.nextInt(1, 6)));
        int maxIter = random.nextInt(1, 400);
        int[] counts = counts(formula, grid, maxIter);
        assertThat(fractions(formula, grid, maxIter, counts, KernelKind.SIMD))
                .as(formula.label())
                .isEqualTo(fractions(formula, grid, maxIter, counts, KernelKind.NAIVE));
    }

    @Test
    void rowsLongerThanABatchHaveTheFractionsOfTheLoop() {
        Grid grid = new Grid(new Region(-2.1, 0.6, 0.1, 0.2), new Size(2311, 2));
        Formula formula = new Formula.Mandelbrot();
        int[] counts = counts(formula, grid, 90);
        assertThat(fractions(formula, grid, 90, counts, KernelKind.SIMD))
                .isEqualTo(fractions(formula, grid, 90, counts, KernelKind.NAIVE));
    }

    /** The potential, by steps until z is far beyond what the definition looks at. */
    @ParameterizedTest
    @MethodSource("org.mandelspark.ReferenceCounts#formulas")
    void smoothCountsAreThePotentialWhateverTheCount(Formula formula) {
        Grid grid = new Grid(new Region(-1.6, 1.6, -1.05, 1.05), new Size(61, 43));
        int maxIter = 200;
        int[] counts = counts(formula, grid, maxIter);
        int[] fractions = fractions(formula, grid, maxIter, counts, KernelKind.NAIVE);
        double[] x = grid.x();
        double[] y = grid.y(RowRange.band(0, grid.height()));
        for (int i = 0; i < counts.length; i++) {
            Orbit orbit = new Orbit(formula, x[i % x.length], y[i / x.length]);
            double c = Math.hypot(formula.cReal(x[i % x.length]), formula.cImaginary(y[i / x.length]));
            if (counts[i] < maxIter && c <= 1.95) {
                while (Math.hypot(orbit.zr, orbit.zi) < 1e16) {
                    orbit.run(1);
                }
                double octaves = Math.log(Math.hypot(orbit.zr, orbit.zi)) / Math.log(2);
                double potential = orbit.made() + 1 - Math.log(octaves) / Math.log(formula.degree());
                double smooth = counts[i] - FractionKernel.LEAD + (double) fractions[i] / FractionKernel.UNITS;
                assertThat(smooth).as(formula.label() + " pixel " + i).isEqualTo(potential, within(3.7e-4));
            }
        }
    }

    private static int[] counts(Formula formula, Grid grid, int maxIter) {
        int[] counts = new int[grid.width() * grid.height()];
        RowRange all = RowRange.band(0, grid.height());
        new NaiveKernel(formula).fill(grid.x(), grid.y(all), maxIter, counts, all.starts(grid.width()));
        return counts;
    }

    private static int[] fractions(Formula formula, Grid grid, int maxIter, int[] counts, KernelKind kind) {
        FractionKernel.Rows rows = FractionKernels.find(formula, maxIter, kind).rows(grid.x());
        short[] fractions = new short[counts.length + 1];
        double[] y = grid.y(RowRange.band(0, grid.height()));
        for (int row = 0; row < y.length; row++) {
            rows.fill(y[row], counts, row * grid.width(), fractions, row * grid.width() + 1);
        }
        int[] unsigned = new int[counts.length];
        for (int i = 0; i < unsigned.length; i++) {
            unsigned[i] = Short.toUnsignedInt(fractions[i + 1]);
        }
        return unsigned;
    }
}
