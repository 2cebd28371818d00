package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class KarpFlattTest {
    /** Speedups of Quinn, Parallel Programming in C with MPI and OpenMP (2003), section 7.5: overhead grows with p. */
    @ParameterizedTest
    @CsvSource({
        "2, 1.87, 0.070",
        "3, 2.61, 0.075",
        "4, 3.23, 0.080",
        "5, 3.73, 0.085",
        "6, 4.14, 0.090",
        "7, 4.46, 0.095",
        "8, 4.71, 0.100",
    })
    void aGrowingFractionRevealsOverhead(int workers, double speedup, double fraction) {
        assertThat(KarpFlatt.serialFraction(new ScalingPoint(workers, speedup)).orElseThrow())
                .isCloseTo(fraction, within(0.001));
    }

    @Test
    void oneWorkerRevealsNothing() {
        assertThat(KarpFlatt.serialFraction(new ScalingPoint(1, 1))).isEmpty();
    }

    @Test
    void theExtremesAreZeroAndOne() {
        assertThat(KarpFlatt.serialFraction(new ScalingPoint(4, 4))).hasValue(0);
        assertThat(KarpFlatt.serialFraction(new ScalingPoint(4, 1))).hasValue(1);
        // (1/5 − 1/4) / (3/4) = −1/15, (1/0.5 − 1/4) / (3/4) = 7/3.
        assertThat(KarpFlatt.serialFraction(new ScalingPoint(4, 5)).orElseThrow())
                .isCloseTo(-1 / 15.0, within(1e-12));
        assertThat(KarpFlatt.serialFraction(new ScalingPoint(4, 0.5)).orElseThrow())
                .isCloseTo(7 / 3.0, within(1e-12));
    }

    @Property
    void amdahlsFractionIsRecovered(Draw draw) {
        double b = draw.real(0, 1);
        int workers = draw.integer(2, 4096);
        ScalingPoint point = new ScalingPoint(workers, AmdahlFit.speedup(b, workers));
        assertThat(KarpFlatt.serialFraction(point).orElseThrow()).isCloseTo(b, within(1e-12));
    }

    @Test
    void efficiencyIsSpeedupOverWorkers() {
        assertThat(new ScalingPoint(4, 3).efficiency()).isEqualTo(0.75);
    }

    @Test
    void whatIsNoSpeedupIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScalingPoint(0, 1))
                .withMessageContaining("not 0");
        for (double speedup : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ScalingPoint(2, speedup))
                    .withMessageContaining("not " + speedup);
        }
    }
}
