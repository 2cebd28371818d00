package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedianRanksTest {
    /** Exact binomial sums, computed with Python's fractions. */
    @ParameterizedTest
    @CsvSource({
        "6, 1, 6, 0.96875",
        "7, 1, 7, 0.984375",
        "8, 1, 8, 0.9921875",
        "9, 2, 8, 0.9609375",
        "10, 2, 9, 0.978515625",
        "11, 2, 10, 0.98828125",
        "12, 3, 10, 0.96142578125",
        "20, 6, 15, 0.9586105",
        "30, 10, 21, 0.9572261",
        "100, 40, 61, 0.9647998",
    })
    void ranksAreThoseOfTheTable(int n, int lower, int upper, double confidence) {
        MedianRanks ranks = MedianRanks.of(n, 0.95).orElseThrow();
        assertThat(ranks.lower()).isEqualTo(lower);
        assertThat(ranks.upper()).isEqualTo(upper);
        assertThat(ranks.confidence()).isCloseTo(confidence, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void fewerThanSixValuesGiveNoIntervalAtNinetyFivePercent(int n) {
        assertThat(MedianRanks.of(n, 0.95)).isEmpty();
    }

    @Test
    void aLargeSampleNeitherUnderflowsNorTakesTheWholeRange() {
        MedianRanks ranks = MedianRanks.of(10_000, 0.95).orElseThrow();
        // Half of n, less 1.96 standard deviations of √n / 2.
        assertThat(ranks.lower()).isBetween(4901, 4903);
        assertThat(ranks.confidence()).isBetween(0.95, 0.952);
    }

    @Test
    void theNextNarrowerPairWouldNotKeepTheConfidence() {
        for (int n = 6; n <= 60; n++) {
            MedianRanks ranks = MedianRanks.of(n, 0.95).orElseThrow();
            assertThat(ranks.lower() + ranks.upper()).as("n = %d", n).isEqualTo(n + 1);
            assertThat(coverage(n, ranks.lower())).as("n = %d", n).isGreaterThanOrEqualTo(0.95);
            assertThat(coverage(n, ranks.lower() + 1)).as("n = %d", n).isLessThan(0.95);
        }
    }

    /** The claim itself, tried on a skewed distribution: the interval misses the median at most as often as it says. */
    @Test
    void theIntervalCoversTheMedianOfASkewedDistributionAsOftenAsItSays() {
        Random random = new Random(20150401);
        MedianRanks ranks = MedianRanks.of(10, 0.95).orElseThrow();
        int covered = 0;
        int tries = 20_000;
        for (int i = 0; i < tries; i++) {
            double[] sample =
                    random.doubles(10).map(u -> -Math.log(1 - u)).sorted().toArray();
            assertThat(sample).isSorted();
            if (sample[ranks.lower() - 1] <= Math.log(2) && Math.log(2) <= sample[ranks.upper() - 1]) {
                covered++;
            }
        }
        assertThat(covered / (double) tries).isCloseTo(ranks.confidence(), within(0.004));
    }

    @Test
    void emptySamplesAndImpossibleConfidencesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MedianRanks.of(0, 0.95));
        for (double confidence : new double[] {0, 1, -1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> MedianRanks.of(10, confidence));
        }
    }

    /** From Pascal's triangle, in another way than the code under test. */
    private static double coverage(int n, int lower) {
        double[] row = {1};
        for (int i = 0; i < n; i++) {
            double[] next = new double[row.length + 1];
            for (int k = 0; k < row.length; k++) {
                next[k] += row[k] / 2;
                next[k + 1] += row[k] / 2;
            }
            row = next;
        }
        return 1 - 2 * Arrays.stream(row, 0, lower).sum();
    }
}
