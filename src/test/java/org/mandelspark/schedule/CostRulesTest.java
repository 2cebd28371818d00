package org.mandelspark.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.RowRange;

/** Equal-cost bands and largest chunks first. */
class CostRulesTest {
    @Test
    void balancedBandsCostTheSame() {
        CostEstimate costs = CostEstimate.of(new double[] {1, 1, 1, 1, 2, 2, 4, 4}, 0);
        assertThat(Schedule.parse("balanced").chunks(4, costs))
                .containsExactly(RowRange.band(0, 4), RowRange.band(4, 6), RowRange.band(6, 7), RowRange.band(7, 8));
        assertThat(Schedule.parse("balanced:2").chunks(1, costs))
                .containsExactly(RowRange.band(0, 6), RowRange.band(6, 8));
    }

    @Test
    void aBorderThatIsAsNearOnBothSidesComesEarlier() {
        assertThat(Schedule.parse("balanced").chunks(2, CostEstimate.uniform(3)))
                .containsExactly(RowRange.band(0, 1), RowRange.band(1, 3));
    }

    @Test
    void oneRowThatCostsAllLeavesNoBandEmpty() {
        assertThat(Schedule.parse("balanced").chunks(3, CostEstimate.of(new double[] {0, 0, 0, 0, 9}, 0)))
                .containsExactly(RowRange.band(0, 3), RowRange.band(3, 4), RowRange.band(4, 5));
        assertThat(Schedule.parse("balanced").chunks(3, CostEstimate.of(new double[] {9, 0, 0, 0, 0}, 0)))
                .containsExactly(RowRange.band(0, 1), RowRange.band(1, 2), RowRange.band(2, 5));
    }

    @Test
    void rowsThatCostNothingAreBalancedByNumber() {
        assertThat(Schedule.parse("balanced:2").chunks(2, CostEstimate.of(new double[10], 1)))
                .isEqualTo(Schedule.parse("over:2").chunks(2, CostEstimate.uniform(10)));
    }

    @Property
    void bordersAreOffByHalfARowAtMost(Draw draw) {
        double[] rowNanos = draw.reals(40, 200, () -> draw.real(1, 9));
        int workers = draw.integer(1, 4);
        CostEstimate costs = CostEstimate.of(rowNanos, 0);
        List<RowRange> bands = new Balanced(1).chunks(workers, costs);
        assertThat(bands).hasSize(workers);
        double dearest = Arrays.stream(rowNanos).max().orElseThrow();
        for (int band = 1; band < workers; band++) {
            assertThat(costs.beforeNanos(bands.get(band).first()))
                    .isCloseTo(costs.totalNanos() * band / workers, within(dearest / 2 + 1e-9));
        }
    }

    @Test
    void chunksOfLargestCostComeFirstAndEqualOnesInTheirOrder() {
        CostEstimate costs = CostEstimate.of(new double[] {1, 5, 2, 5, 1, 9}, 0);
        assertThat(Schedule.parse("lpt:self").chunks(2, costs).stream().map(RowRange::first))
                .containsExactly(5, 1, 3, 2, 0, 4);
    }

    @Test
    void sortingIsOfSixteenBandsAWorkerUnlessSaid() {
        CostEstimate costs = CostEstimate.uniform(320);
        assertThat(Schedule.parse("lpt").chunks(4, costs))
                .isEqualTo(Schedule.parse("over:16").chunks(4, costs));
    }

    @Property
    void largestFirstKeepsGrahamsBound(Draw draw) {
        double[] rowNanos = draw.reals(1, 60, () -> draw.real(0, 100));
        int workers = draw.integer(1, 8);
        CostEstimate costs = CostEstimate.of(rowNanos, 0);
        List<RowRange> chunks = new LargestFirst(StepRule.SELF).chunks(workers, costs);
        double[] sorted = chunks.stream().mapToDouble(costs::costNanos).toArray();
        for (int i = 1; i < sorted.length; i++) {
            assertThat(sorted[i]).isLessThanOrEqualTo(sorted[i - 1]);
        }
        // Chunk P + 1 shares a worker with one at least as large: these two bound the optimum from below.
        double pair = sorted.length > workers ? sorted[workers - 1] + sorted[workers] : 0;
        double optimumAtLeast = Math.max(Math.max(costs.totalNanos() / workers, sorted[0]), pair);
        double makespan = ListScheduling.makespanNanos(sorted, workers, Overheads.NONE);
        // Against a lower bound of the optimum only the weaker bound for lists is sure: 2 − 1/P.
        assertThat(makespan).isLessThanOrEqualTo((2 - 1.0 / workers) * optimumAtLeast + 1e-9);
    }

    @Test
    void grahamsExampleIsAsFarFromTheOptimumAsCanBe() {
        // 5 5 4 4 3 3 3 on three workers: 11 where 9 would do, 4/3 − 1/9.
        CostEstimate costs = CostEstimate.of(new double[] {3, 3, 3, 4, 4, 5, 5}, 0);
        double[] sorted = new LargestFirst(StepRule.SELF)
                .chunks(3, costs).stream().mapToDouble(costs::costNanos).toArray();
        assertThat(ListScheduling.makespanNanos(sorted, 3, Overheads.NONE)).isEqualTo(11);
    }
}
