package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class BoundsTest {
    @Test
    void theShareOrTheLongestChunkIsTheLeast() {
        // Total 20, longest 7: on 2 workers 10 and 10 + 7/2, on 4 workers max(5, 7) and 5 + 3·7/4.
        assertThat(Bounds.of(2, 7, 5, 3, 3, 2)).isEqualTo(new Bounds(10, 13.5));
        assertThat(Bounds.of(4, 7, 5, 3, 3, 2)).isEqualTo(new Bounds(7, 10.25));
        assertThat(Bounds.of(1, 7, 5, 3, 3, 2)).isEqualTo(new Bounds(20, 20));
    }

    @Property
    void everyListScheduleLiesBetween(Draw draw) {
        double[] costs = draw.reals(1, 40, () -> draw.real(0.01, 1000));
        int workers = draw.integer(1, 12);
        Bounds bounds = Bounds.of(workers, costs);
        assertThat(bounds.lower()).isLessThanOrEqualTo(bounds.upper());
        assertThat(bounds.upper()).isLessThanOrEqualTo(2 * bounds.lower());
        assertThat(listSchedule(workers, costs)).isBetween(bounds.lower() - 1e-6, bounds.upper() + 1e-6);
    }

    @Property
    void theEstimateIsBelowTheEfficiencyThatGrahamsBoundAllows(Draw draw) {
        double[] costs = draw.reals(1, 40, () -> draw.real(0.01, 1000));
        int workers = draw.integer(1, 12);
        double share = Arrays.stream(costs).sum() / workers;
        double estimate = Bounds.expectedEfficiency(Imbalance.of(costs).lif(), costs.length / (double) workers);
        assertThat(estimate)
                .isLessThanOrEqualTo(share / Bounds.of(workers, costs).upper() + 1e-9);
    }

    @Test
    void theEstimateCanBePrintedBeforeARun() {
        // 1 / (1 + 3/4).
        assertThat(Bounds.expectedEfficiency(3, 4)).isCloseTo(4 / 7.0, within(1e-12));
        assertThat(Bounds.expectedEfficiency(1, 1)).isEqualTo(0.5);
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.of(0, 1)).withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.of(1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.of(1, 1, Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(2, 1));
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bounds.expectedEfficiency(wrong, 1))
                    .withMessageContaining("not " + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bounds.expectedEfficiency(1, wrong))
                    .withMessageContaining("not " + wrong);
        }
    }

    private static double listSchedule(int workers, double... costs) {
        double[] free = new double[workers];
        for (double cost : costs) {
            Arrays.sort(free);
            free[0] += cost;
        }
        return Arrays.stream(free).max().orElseThrow();
    }
}
