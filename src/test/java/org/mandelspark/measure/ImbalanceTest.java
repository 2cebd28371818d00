package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class ImbalanceTest {
    @Test
    void anUnusedSlotCounts() {
        // Mean 3; squares of the deviations 1 + 1 + 9 + 9 = 20, so the standard deviation is √5.
        Imbalance imbalance = Imbalance.of(4, 2, 6, 0);
        assertThat(imbalance.lif()).isEqualTo(2);
        assertThat(imbalance.lambda()).isEqualTo(1);
        assertThat(imbalance.coefficientOfVariation()).isCloseTo(Math.sqrt(5) / 3, within(1e-12));
    }

    @Test
    void equalLoadsAreBalancedHoweverTheirMeanIsRounded() {
        assertThat(Imbalance.of(0.1, 0.1, 0.1).lambda()).isZero();
        assertThat(Imbalance.of(7).lif()).isEqualTo(1);
        assertThat(Imbalance.of(7).coefficientOfVariation()).isZero();
    }

    @Property
    void theFactorLiesBetweenOneAndTheNumberOfLoads(Draw draw) {
        double[] loads = draw.reals(1, 255, () -> draw.real(0.01, 1e9));
        Imbalance imbalance = Imbalance.of(loads);
        assertThat(imbalance.lambda()).isGreaterThanOrEqualTo(0);
        assertThat(imbalance.lif()).isBetween(1.0, loads.length + 1e-9);
        // The most uneven loads of all are one of n and n − 1 zeros.
        assertThat(imbalance.coefficientOfVariation()).isBetween(0.0, Math.sqrt(loads.length - 1.0) + 1e-9);
    }

    @Test
    void impossibleLoadsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(Imbalance::of);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Imbalance.of(0, 0))
                .withMessageContaining("not 0.0");
        for (double load : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Imbalance.of(1, load))
                    .withMessageContaining("not " + load);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Imbalance(0.9, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Imbalance(1, Double.NaN));
    }
}
