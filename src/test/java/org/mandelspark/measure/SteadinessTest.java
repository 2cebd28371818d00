package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SteadinessTest {
    @Test
    void theLastFiveDecide() {
        assertThat(Steadiness.isReached(List.of(9.0, 5.0, 1.0, 1.01, 0.99, 1.0, 1.0)))
                .isTrue();
        assertThat(Steadiness.isReached(List.of(9.0, 5.0, 1.0, 1.01, 0.99, 1.0)))
                .isFalse();
        assertThat(Steadiness.isReached(List.of(1.0, 1.0, 1.0, 1.0, 1.1))).isFalse();
    }

    @Test
    void fewerThanFiveAreNeverSteady() {
        assertThat(Steadiness.isReached(List.of())).isFalse();
        assertThat(Steadiness.isReached(List.of(1.0, 1.0, 1.0, 1.0))).isFalse();
    }

    @Test
    void theVariationIsTheStandardDeviationOverTheMean() {
        assertThat(Steadiness.variation(List.of(7.0, 1.0, 2.0, 3.0, 4.0, 5.0)).orElseThrow())
                .isEqualTo(Math.sqrt(2.5) / 3, within(1e-12));
        assertThat(Steadiness.variation(List.of(1.0))).isEmpty();
    }
}
