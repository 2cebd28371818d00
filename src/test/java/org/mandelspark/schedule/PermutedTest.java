package org.mandelspark.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.RowRange;

class PermutedTest {
    private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

    @Test
    void chunksOfPositionsAreRowsAStrideApart() {
        assertThat(Permuted.stride(8)).isEqualTo(5);
        assertThat(Schedule.parse("permuted:static").chunks(2, CostEstimate.uniform(8)))
                .containsExactly(new RowRange(0, 4, 5, 8), new RowRange(4, 4, 5, 8));
    }

    @Test
    void cyclicPositionsKeepAStride() {
        assertThat(Schedule.parse("permuted:cyclic").chunks(3, CostEstimate.uniform(8)))
                .containsExactly(new RowRange(0, 3, 7, 8), new RowRange(5, 3, 7, 8), new RowRange(2, 2, 7, 8));
    }

    @Test
    void threeRowsStayWhereTheyAre() {
        assertThat(Schedule.parse("permuted:self").chunks(2, CostEstimate.uniform(3)))
                .isEqualTo(Schedule.parse("self").chunks(2, CostEstimate.uniform(3)));
    }

    @Test
    void aCostBasedRuleSeesTheCostsInPermutedOrder() {
        double[] rowNanos = {9, 1, 1, 1, 1, 9, 1, 1};
        CostEstimate costs = CostEstimate.of(rowNanos, 0);
        // The order of rows is 0 5 2 7 4 1 6 3, so the costs are 9 9 1 1 1 1 1 1.
        List<RowRange> chunks = Schedule.parse("permuted:balanced").chunks(2, costs);
        assertThat(chunks).containsExactly(new RowRange(0, 1, 5, 8), new RowRange(5, 7, 5, 8));
        assertThat(chunks.stream().mapToDouble(costs::costNanos)).containsExactly(9.0, 15.0);
    }

    @Test
    void theStrideIsCoprimeNearTheGoldenSectionAndFarFromSimpleFractions() {
        for (int rows = 4; rows < 5000; rows++) {
            int stride = Permuted.stride(rows);
            assertThat(stride).isBetween(2, rows - 1);
            assertThat(Math.abs(stride - rows / GOLDEN_RATIO))
                    .as("distance from the golden section of %d", rows)
                    .isLessThanOrEqualTo(Math.min(32, rows / 4) + 0.5);
            assertThat(Permuted.largestTerm(stride, rows))
                    .as("largest term for %d", rows)
                    .isLessThanOrEqualTo(8);
        }
    }

    @Test
    void theLargestTermIsThatOfTheContinuedFraction() {
        // 1000/619 = [1; 1, 1, 1, 1, 1, 1, 47]: the nearest coprime stride is a bad one.
        assertThat(Permuted.largestTerm(619, 1000)).isEqualTo(47);
        assertThat(Permuted.largestTerm(Permuted.stride(1000), 1000)).isLessThan(6);
        assertThat(Permuted.largestTerm(55, 89)).isEqualTo(2);
        assertThat(Permuted.largestTerm(618, 1000)).isEqualTo(Integer.MAX_VALUE);
    }

    @Property(cases = 200)
    void everyRunOfPositionsIsSpreadEvenlyOverTheRows(Draw draw) {
        int rows = draw.integer(50, 4000);
        int from = draw.integer(0, 4000);
        int length = draw.integer(4, 4000);
        int count = Math.min(rows, length);
        int stride = Permuted.stride(rows);
        RowRange run = new RowRange((int) ((long) from * stride % rows), count, stride, rows);
        int[] hit = new int[count];
        Arrays.setAll(hit, run::row);
        Arrays.sort(hit);
        int widest = hit[0] + rows - hit[count - 1];
        for (int i = 1; i < count; i++) {
            widest = Math.max(widest, hit[i] - hit[i - 1]);
        }
        // With terms up to 8 no gap is wider than ten even ones.
        assertThat(widest).isLessThanOrEqualTo(10 * ((rows - 1) / count + 1));
    }

    @Test
    void aRunOfCostlyRowsIsSharedByAllBands() {
        double[] rowNanos = new double[1000];
        Arrays.fill(rowNanos, 1);
        Arrays.fill(rowNanos, 400, 600, 100);
        CostEstimate costs = CostEstimate.of(rowNanos, 0);
        double mean = costs.totalNanos() / 8;
        assertThat(Schedule.parse("permuted:static").chunks(8, costs))
                .allSatisfy(chunk -> assertThat(costs.costNanos(chunk)).isBetween(0.9 * mean, 1.1 * mean));
    }
}
