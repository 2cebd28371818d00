package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothCountTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void fractionsAreTheLogarithmsToLittleMoreThanHalfAUnit(int degree) {
        SmoothCount smooth = new SmoothCount(degree);
        SplittableRandom random = new SplittableRandom(degree);
        for (int i = 0; i < 50_000; i++) {
            double norm = Math.pow(2, random.nextDouble(2, 1023));
            double octaves = StrictMath.log(norm) / StrictMath.log(2) / 2;
            double counts = smooth.extraSteps() + 1 - StrictMath.log(octaves) / StrictMath.log(degree);
            double exact = Math.max(0, Math.min(65_535, (counts + FractionKernel.LEAD) * FractionKernel.UNITS));
            assertThat((double) smooth.fraction(norm)).isEqualTo(exact, within(0.54));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void fractionsFallWhileTheNormGrows(int degree) {
        SmoothCount smooth = new SmoothCount(degree);
        int last = smooth.fraction(0);
        assertThat(last).isEqualTo(smooth.fraction(4));
        for (double norm = 4; norm < Double.MAX_VALUE; norm *= 1.0005) {
            int fraction = smooth.fraction(norm);
            assertThat(fraction).isBetween(0, last);
            last = fraction;
        }
        assertThat(smooth.fraction(Double.POSITIVE_INFINITY)).isEqualTo(last);
        assertThat(smooth.fraction(Double.NaN)).isEqualTo(last);
    }
}
