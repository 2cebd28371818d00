package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GustafsonTest {
    @Test
    void aThousandWorkersDoNearlyAThousandTimesTheWork() {
        // 1024 − 0.004 · 1023.
        assertThat(Gustafson.scaledSpeedup(1024, 0.004)).isCloseTo(1019.908, within(1e-9));
        assertThat(Gustafson.scaledSpeedup(64, 0)).isEqualTo(64);
        assertThat(Gustafson.scaledSpeedup(64, 1)).isEqualTo(1);
        assertThat(Gustafson.scaledSpeedup(1, 0.3)).isEqualTo(1);
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Gustafson.scaledSpeedup(0, 0.1));
        for (double a : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Gustafson.scaledSpeedup(2, a))
                    .withMessageContaining("not " + a);
        }
    }
}
