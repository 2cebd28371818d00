package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactPoint;

/** Whole pixels: what a tier proves is what the definition says, whatever the reference. */
class DeepKernelTest {
    private static final int SIDE = 10;

    private static Reference reference(DeepGrid grid, ExactPoint point, int extraBits, int maxIter) {
        return ReferenceOrbit.compute(point, ReferenceOrbit.bitsFor(grid.spacing()) + extraBits, maxIter, m -> {});
    }

    private static DeepKernel kernel(DeepGrid grid, Reference reference, int maxIter) {
        return new DeepKernel(grid, reference, BlockTable.of(reference, Offsets.of(grid, reference)), maxIter);
    }

    private static DeepKernel kernel(DeepGrid grid, int maxIter) {
        return kernel(grid, reference(grid, grid.centre(), 0, maxIter), maxIter);
    }

    private static int[][] counts(DeepKernel kernel, DeepGrid grid, Tier tier) {
        return IntStream.range(0, grid.size().height())
                .mapToObj(row -> IntStream.range(0, grid.size().width())
                        .map(column -> kernel.count(column, row, tier))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static int[][] oracle(DeepViews view, DeepGrid grid) {
        return IntStream.range(0, grid.size().height())
                .mapToObj(row -> IntStream.range(0, grid.size().width())
                        .map(column -> view.oracle(grid, column, row))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Views at depths where the oracle takes milliseconds a pixel. */
    @ParameterizedTest
    @CsvSource({
        "wiki14, 1e10, 3000",
        "misiurewicz_m32, 1e12, 3000",
        "antenna_e13, 1e13, 3000",
        "e14, 1e14, 3000",
        "antenna_e17, 1e17, 3000",
        "line, 1.40057E28, 2500",
        "peanuts, 1e21, 2000",
        "glitch_test_1, 1e17, 3000",
        "layers, 1e10, 3000",
        "uranium, 1e10, 3000",
        "floral_fantasy, 1e79, 3000",
        "glitch_test_2, 1e56, 3000",
        "e113, 1e14, 3000",
        "magic, 1e10, 3000",
        "all_seeing_eye, 1e50, 3000",
        "heaven, 1e27, 3000",
        "flake, 1e39, 3000",
        "mitosis2, 1e58, 3000",
        "11_dimensions, 1e13, 3000",
        "virus, 1e14, 3000",
        "x, 1e29, 3000",
        "mitosis, 1e50, 3000",
        "e533, 1e33, 3000",
        "e1200, 1e75, 3000",
    })
    void everyTierThatProvesACountGivesTheTrueOne(String name, String zoom, int maxIter) {
        DeepViews view = DeepViews.named(name).at(zoom, maxIter);
        DeepGrid grid = view.grid(SIDE, SIDE);
        DeepKernel kernel = kernel(grid, maxIter);
        int[][] expected = oracle(view, grid);
        assertProved(counts(kernel, grid, Tier.DOUBLES), expected, 5);
        assertProved(counts(kernel, grid, Tier.CAREFUL_DOUBLES), expected, 5);
        assertProved(counts(kernel, grid, Tier.PAIRS), expected, 0);
    }

    /** Views beyond the range of doubles: near −2, whose orbit is fixed, and near i, whose orbit repeats after one step. */
    @ParameterizedTest
    @CsvSource({
        "-2, 0, 1e300, 3000",
        "-1.9999999999999999999999999999999999999999, 1e-320, 1e330, 3000",
        "-2, 0, 1e700, 3000",
        "0, 1, 1e320, 3000",
        "1e-420, 1, 1e420, 3000",
    })
    void countsAreTrueBeyondTheRangeOfDoubles(String re, String im, String zoom, int maxIter) {
        DeepViews view = new DeepViews("made", re, im, zoom, maxIter);
        DeepGrid grid = view.grid(6, 5);
        DeepKernel kernel = kernel(grid, maxIter);
        int[][] expected = oracle(view, grid);
        assertProved(counts(kernel, grid, Tier.DOUBLES), expected, 3);
        // On the axis orbits are chaotic once they have left the tip: pairs lose them, too.
        assertProved(counts(kernel, grid, Tier.PAIRS), expected, 3);
        assertThat(counts(kernel, grid, Tier.BALLS)).isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"line, 1e20", "floral_fantasy, 1e40", "glitch_test_2, 1e60", "e1200, 1e350"})
    void countsDoNotDependOnTheReferenceOrItsBits(String name, String zoom) {
        int maxIter = 2000;
        DeepViews view = DeepViews.named(name).at(zoom, maxIter);
        DeepGrid grid = view.grid(16, 12);
        int[][] expected = counts(kernel(grid, maxIter), grid, Tier.PAIRS);
        ExactPoint centre = grid.centre();
        BigDecimal half = grid.spacing().value().divide(BigDecimal.valueOf(2));
        ExactPoint corner = new ExactPoint(
                centre.re().add(half.multiply(BigDecimal.valueOf(15))),
                centre.im().add(half.multiply(BigDecimal.valueOf(-11))));
        ExactPoint elsewhere = new ExactPoint(centre.re().add(half.multiply(new BigDecimal("7.12345"))), centre.im());
        for (ExactPoint point : new ExactPoint[] {centre, corner, elsewhere}) {
            for (int bits : new int[] {-124, -64, 0, 200}) {
                DeepKernel kernel = kernel(grid, reference(grid, point, bits, maxIter), maxIter);
                int most = bits == -124 ? grid.size().width() * grid.size().height() : 20;
                assertProved(counts(kernel, grid, Tier.DOUBLES), expected, most);
                assertProved(counts(kernel, grid, Tier.PAIRS), expected, most);
            }
        }
    }

    @Test
    void pixelsThatTwoPicturesShareHaveTheSameCounts() {
        DeepViews view = DeepViews.named("peanuts").at("1e20", 2000);
        DeepGrid grid = view.grid(12, 12);
        BigDecimal shift = grid.spacing().value().multiply(BigDecimal.valueOf(3));
        DeepGrid shifted = new DeepGrid(
                new ExactPoint(grid.centre().re().add(shift), grid.centre().im()), grid.spacing(), grid.size());
        Reference reference = reference(grid, grid.centre(), 0, 2000);
        int[][] here = counts(kernel(grid, reference, 2000), grid, Tier.PAIRS);
        int[][] there = counts(kernel(shifted, reference, 2000), shifted, Tier.PAIRS);
        for (int row = 0; row < 12; row++) {
            assertThat(Arrays.copyOf(there[row], 9)).isEqualTo(Arrays.copyOfRange(here[row], 3, 12));
        }
    }

    @Test
    void conjugateViewsHaveMirroredCounts() {
        DeepViews view = DeepViews.named("line").at("1e20", 2000);
        DeepViews conjugate = new DeepViews("made", view.re(), "-" + view.im(), view.zoom(), view.maxIter());
        DeepGrid grid = view.grid(9, 8);
        DeepGrid mirror = conjugate.grid(9, 8);
        int[][] counts = counts(kernel(grid, 2000), grid, Tier.PAIRS);
        int[][] mirrored = counts(kernel(mirror, 2000), mirror, Tier.PAIRS);
        for (int row = 0; row < 8; row++) {
            assertThat(mirrored[7 - row]).isEqualTo(counts[row]);
        }
    }

    /** |zₙ|² = 4 is not an escape: −2 stays there, 6/5 − 8i/5 is there once, 1 passes 2 on its way out. */
    @ParameterizedTest
    @CsvSource({
        "-2, 0, 700",
        "2, 0, 1",
        "1, 0, 2",
        "0, 0, 700",
        "-1, 0, 700",
        "0, 1, 700",
        "1.2, -1.6, 1",
        "2.5, 0, 0",
        "-1, 1, 2"
    })
    void tiesArePassed(String re, String im, int count) {
        for (String zoom : new String[] {"1e20", "1e400"}) {
            DeepGrid grid = new DeepViews("made", re, im, zoom, 700).grid(1, 1);
            DeepKernel kernel = kernel(grid, 700);
            assertThat(kernel.count(0, 0, Tier.BALLS)).isEqualTo(count);
            for (Tier tier : Tier.values()) {
                assertThat(kernel.count(0, 0, tier)).isIn(count, DeepKernel.UNDECIDED);
            }
        }
    }

    /** One step to the right of −2, the margin 4 − |z|² is far below doubles for hundreds of iterations, and decides. */
    @Test
    void pointsJustInsideTheNeedlesTipStayInside() {
        DeepViews view = new DeepViews("made", "-1." + "9".repeat(600), "0", "1e601", 900);
        DeepGrid grid = view.grid(7, 1);
        DeepKernel kernel = kernel(grid, 900);
        int[][] expected = oracle(view, grid);
        assertThat(expected[0]).contains(900);
        assertProved(counts(kernel, grid, Tier.DOUBLES), expected, 7);
        assertProved(counts(kernel, grid, Tier.PAIRS), expected, 0);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "17", "64", "65"})
    void blocksMayEndBeyondTheLastIteration(int maxIter) {
        DeepViews view = DeepViews.named("e50").at("1e50", maxIter);
        DeepGrid grid = view.grid(3, 3);
        DeepKernel kernel = kernel(grid, reference(grid, grid.centre(), 0, 1000), maxIter);
        assertThat(counts(kernel, grid, Tier.DOUBLES)).isDeepEqualTo(oracle(view, grid));
    }

    @Test
    void everyPixelIsDecidedByTheLastTier() {
        DeepViews view = DeepViews.named("wiki14").at("1e11", 14000);
        DeepGrid grid = view.grid(24, 24);
        DeepKernel kernel = kernel(grid, 14000);
        int[] counts = new int[24];
        byte[] tiers = new byte[24];
        int[] pixels = new int[Tier.values().length];
        for (int row = 0; row < 24; row++) {
            long steps = kernel.fill(row, 0, counts, tiers, Tier.BALLS);
            assertThat(steps).isPositive();
            assertThat(counts).doesNotContain(DeepKernel.UNDECIDED);
            for (byte tier : tiers) {
                pixels[tier]++;
            }
        }
        assertThat(pixels[Tier.DOUBLES.code()]).isGreaterThan(500);
        assertThat(pixels[Tier.PAIRS.code()]).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void noTierBeyondTheLastOneIsTried(Tier last) {
        DeepGrid grid = DeepViews.named("wiki14").at("1e11", 14000).grid(24, 24);
        DeepKernel kernel = kernel(grid, 14000);
        byte[] tiers = new byte[24];
        for (int row = 0; row < 24; row += 3) {
            kernel.fill(row, 0, new int[24], tiers, last);
            for (byte tier : tiers) {
                assertThat(tier).isLessThanOrEqualTo(last.code());
            }
        }
    }

    @Test
    void aTableForANearerPictureIsRefused() {
        DeepGrid near = DeepViews.named("line").at("1e28", 100).grid(4, 4);
        DeepGrid far = DeepViews.named("line").at("1e20", 100).grid(4, 4);
        Reference reference = reference(near, near.centre(), 0, 100);
        BlockTable table = BlockTable.of(reference, Offsets.of(near, reference));
        assertThatThrownBy(() -> new DeepKernel(far, reference, table, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nearer");
    }

    /** Every count is the expected one, or undecided; at most so many are that. */
    private static void assertProved(int[][] counts, int[][] expected, int mostUndecided) {
        int undecided = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                if (counts[row][column] == DeepKernel.UNDECIDED) {
                    undecided++;
                } else {
                    assertThat(counts[row][column])
                            .as("count of column %d, row %d", column, row)
                            .isEqualTo(expected[row][column]);
                }
            }
        }
        assertThat(undecided).isLessThanOrEqualTo(mostUndecided);
    }
}
