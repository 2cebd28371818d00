package org.mandelspark.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.grid.RowRange;

class CostEstimateTest {
    private static final CostEstimate COSTS = CostEstimate.of(new double[] {1, 2, 4, 8, 16}, 0.5);

    @Test
    void momentsAreThoseOfAllRows() {
        assertThat(COSTS.rows()).isEqualTo(5);
        assertThat(COSTS.totalNanos()).isEqualTo(31);
        assertThat(COSTS.meanNanos()).isEqualTo(6.2);
        assertThat(COSTS.sigmaNanos()).isCloseTo(Math.sqrt(341 / 5.0 - 6.2 * 6.2), within(1e-12));
        assertThat(COSTS.chunkNanos()).isEqualTo(0.5);
    }

    @Test
    void aChunkCostsTheSumOfItsRows() {
        assertThat(COSTS.costNanos(RowRange.band(1, 4))).isEqualTo(14);
        assertThat(COSTS.costNanos(RowRange.band(4, 5))).isEqualTo(16);
        assertThat(COSTS.costNanos(new RowRange(0, 3, 2))).isEqualTo(21);
        assertThat(COSTS.costNanos(new RowRange(4, 3, 3, 5))).isEqualTo(16 + 4 + 1);
        assertThat(COSTS.costNanos(new RowRange(3, 3, 1, 5))).isEqualTo(8 + 16 + 1);
    }

    @Test
    void uniformRowsHaveNoSpreadAndChunksNoOverhead() {
        CostEstimate uniform = CostEstimate.uniform(7);
        assertThat(uniform.totalNanos()).isEqualTo(7);
        assertThat(uniform.sigmaNanos()).isEqualTo(0);
        assertThat(uniform.chunkNanos()).isEqualTo(0);
    }

    @Test
    void rowsThatCostNothingHaveNoVariation() {
        CostEstimate nothing = CostEstimate.of(new double[3], 1);
        assertThat(nothing.sigmaNanos()).isEqualTo(0);
        assertThat(nothing.variation()).isEqualTo(0);
    }

    @Test
    void hugeCostsDoNotOverflowTheSpread() {
        assertThat(CostEstimate.of(new double[] {1e300, 3e300}, 0).sigmaNanos()).isCloseTo(1e300, within(1e288));
    }

    @Test
    void theEstimateKeepsItsOwnCosts() {
        double[] given = {1, 2};
        CostEstimate costs = CostEstimate.of(given, 0);
        given[0] = 9;
        assertThat(costs.rowNanos(0)).isEqualTo(1);
    }

    @Test
    void rowsCanBeRenumbered() {
        CostEstimate ordered = COSTS.along(new RowRange(0, 5, 3, 5));
        assertThat(ordered.rowNanos(1)).isEqualTo(8);
        assertThat(ordered.rowNanos(2)).isEqualTo(2);
        assertThat(ordered.totalNanos()).isEqualTo(31);
        assertThat(ordered.chunkNanos()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoCostIsRefused(double cost) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostEstimate.of(new double[] {1, cost}, 0))
                .withMessageContaining("row 1")
                .withMessageContaining("" + cost);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostEstimate.of(new double[] {1}, cost))
                .withMessageContaining("overhead")
                .withMessageContaining("" + cost);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Overheads(0, cost, 0))
                .withMessageContaining("dispatch");
    }

    @Test
    void noRowsAndAnEndlessSumAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostEstimate.uniform(0))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> CostEstimate.of(new double[0], 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostEstimate.of(new double[] {1e308, 1e308}, 0))
                .withMessageContaining("all rows");
    }
}
