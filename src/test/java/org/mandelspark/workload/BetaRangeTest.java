package org.mandelspark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaRangeTest {
    @Test
    void betasAreThoseOfLinspace() {
        BetaRange range = new BetaRange(-1, 1, 4);
        // numpy.linspace(-1, 1, 4)[1] is -0.33333333333333337.
        assertThat(range.beta(0)).isEqualTo(-1);
        assertThat(range.beta(1)).isEqualTo(-0.33333333333333337);
        assertThat(range.beta(3)).isEqualTo(1);
        assertThat(new BetaRange(0.1, 0.7, 7).beta(6)).isEqualTo(0.7);
        assertThat(new BetaRange(-0.6, 2, 1).beta(0)).isEqualTo(-0.6);
    }

    @Test
    void subnormalRangesAreThoseOfNumpyToo() {
        // np.linspace(0, 2*q, 5)/q of NumPy 2.4.6, q = 5e-324: 0, 0, 1, 2, 2; the step, half a q, underflows to 0.
        double q = Double.MIN_VALUE;
        BetaRange range = new BetaRange(0, 2 * q, 5);
        double[] betas = IntStream.range(0, 5).mapToDouble(range::beta).toArray();
        assertThat(betas).containsExactly(0, 0, q, 2 * q, 2 * q);
        assertThat(new BetaRange(q, q, 3).beta(1)).isEqualTo(q);
    }

    @ParameterizedTest
    @CsvSource({
        "1,-1,3",
        "NaN,1,3",
        "0,NaN,3",
        "0,Infinity,3",
        "-Infinity,0,3",
        "Infinity,Infinity,1",
        "-1.7e308,1.7e308,2",
        "0,1,0"
    })
    void whatIsNoRangeIsRefused(double min, double max, int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BetaRange(min, max, count))
                .withMessageContaining("beta");
    }
}
