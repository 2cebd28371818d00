package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

/** Every kernel gives the bits of the naive one. */
class GaussKernelsTest {
    private static final double UNTOUCHED = -7;

    @Property(cases = 200)
    void everyKernelGivesTheBitsOfTheNaiveOne(Draw draw) {
        double alpha = draw.real(0.01, 30);
        int skip = draw.integer(0, 200);
        int points = draw.integer(1, 300);
        int bins = draw.integer(1, 70);
        int columns = draw.integer(1, 75);
        long seed = draw.seed();
        SplittableRandom random = new SplittableRandom(seed);
        double[] beta = random.doubles(columns, -1.2, 1.7).toArray();
        assertSameBits(new OrbitDensity(alpha, skip, points, bins), beta);
    }

    @Test
    void extremeParametersGiveTheSameBits() {
        double[] beta = {-1, 1, 0, -0.0, 1.5, 0.5, 1e308, -1e308, 1e200, -1e17, Double.MIN_VALUE, 40, -27};
        for (double alpha : new double[] {Double.MIN_VALUE, 1e-300, 0.5, 5.8, 707, 709, 1e6, 1e300, Double.MAX_VALUE}) {
            assertSameBits(new OrbitDensity(alpha, 3, 129, 25), beta);
        }
    }

    @Test
    void sharesOfAColumnAddUpToTheShareOfPointsInside() {
        // With β = 0.9 and α = 1 the fixed point lies inside, but the first point is 1.9.
        OrbitDensity wanted = new OrbitDensity(1, 0, 10, 50);
        for (KernelKind kind : KernelKind.ofDoubles()) {
            double[] shares = new double[50];
            GaussKernels.find(kind).fill(wanted, new double[] {0.9}, shares, new int[] {0});
            assertThat(Arrays.stream(shares).sum()).isEqualTo(0.9);
        }
    }

    @Test
    void bothEndsBelongToTheBins() {
        double[] counts = new double[5];
        for (double x : new double[] {-1, 1.5, Math.nextDown(-1.0), Math.nextUp(1.5), -0.5, Math.nextDown(-0.5)}) {
            OrbitDensity.count(x, 5 / 2.5, 5, counts, 0);
        }
        assertThat(counts).containsExactly(2, 1, 0, 0, 1);
    }

    @Test
    void aConvergingOrbitEndsInOneBin() {
        // x = exp(-x²) at 0.6529186…: bin 165.29 of 250 · 100.
        double[] shares = new double[250];
        GaussKernels.find(KernelKind.SIMD)
                .fill(new OrbitDensity(1, 500, 40, 250), new double[] {0}, shares, new int[] {0});
        assertThat(shares[165]).isEqualTo(1);
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        for (double alpha : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OrbitDensity(alpha, 0, 1, 1))
                    .withMessageContaining("greater than 0, not " + alpha);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrbitDensity(1, -1, 1, 1))
                .withMessageContaining("at least 0, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrbitDensity(1, 0, 0, 1))
                .withMessageContaining("points must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrbitDensity(1, 0, 1, 0))
                .withMessageContaining("bins must be at least 1");
    }

    /** Rows lie in reverse with a gap between them, which must stay as it was. */
    private static void assertSameBits(OrbitDensity wanted, double[] beta) {
        int stride = wanted.bins() + 3;
        int[] rowStarts = new int[beta.length];
        Arrays.setAll(rowStarts, k -> (beta.length - 1 - k) * stride);
        double[] expected = new double[beta.length * stride];
        Arrays.fill(expected, UNTOUCHED);
        long steps = GaussKernels.find(KernelKind.NAIVE).fill(wanted, beta, expected, rowStarts);
        assertThat(steps).isEqualTo(beta.length * wanted.steps());
        for (KernelKind kind : KernelKind.ofDoubles()) {
            double[] shares = new double[expected.length];
            Arrays.fill(shares, UNTOUCHED);
            long made = GaussKernels.find(kind).fill(wanted, beta, shares, rowStarts);
            assertThat(shares).as("%s, %s", kind, wanted).isEqualTo(expected);
            assertThat(made).isBetween(steps, (beta.length + 7) * wanted.steps());
        }
    }
}
