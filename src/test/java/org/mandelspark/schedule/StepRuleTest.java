package org.mandelspark.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.RowRange;

/** Sizes for 1000 rows on 4 workers, worked out from the formulas by hand or by another program. */
class StepRuleTest {
    private static final int ROWS = 1000;
    private static final int WORKERS = 4;

    @Test
    void selfSchedulingTakesRowByRow() {
        assertThat(sizes(StepRule.SELF)).hasSize(ROWS).containsOnly(1);
    }

    @Test
    void guidedTakesAWorkersShareOfWhatIsLeft() {
        assertThat(sizes(StepRule.GUIDED))
                .containsExactly(250, 188, 141, 106, 79, 59, 45, 33, 25, 19, 14, 11, 8, 6, 4, 3, 3, 2, 1, 1, 1, 1);
    }

    @Test
    void guidedByHalfTakesHalfTheShare() {
        assertThat(sizes(StepRule.GUIDED2))
                .startsWith(125, 109, 95, 83, 73, 64, 56, 49, 43, 37, 33, 29, 25, 22, 19, 17, 15, 13, 11, 10, 9, 7, 7)
                .endsWith(1, 1, 1, 1, 1, 1, 1, 1)
                .hasSize(48);
    }

    @Test
    void trapezoidSizesFallByTheSameNumber() {
        assertThat(sizes(StepRule.TRAPEZOID)).containsExactly(125, 117, 109, 101, 93, 85, 77, 69, 61, 53, 45, 37, 28);
    }

    @Test
    void factoringHalvesBatchByBatch() {
        assertThat(sizes(StepRule.FACTORING)).isEqualTo(batches(125, 63, 32, 16, 8, 4, 2));
    }

    @Test
    void modifiedFixedSizesMakeAboutAsManyChunksAsFactoring() {
        assertThat(sizes(StepRule.MFSC)).hasSize(33).startsWith(31, 31).endsWith(31, 8);
    }

    @Test
    void fixedSizesFollowKruskalAndWeiss() {
        assertThat(sizes(StepRule.FSC, alternating(8))).containsExactly(180, 180, 180, 180, 180, 100);
    }

    @Test
    void factoringByTheSpreadBeginsWithALargeBatchOfNearlyEvenRows() {
        assertThat(sizes(StepRule.FAC, alternating(0))).isEqualTo(batches(240, 5, 2, 2, 1));
    }

    @Test
    void taperingStaysBelowGuided() {
        assertThat(sizes(StepRule.TAPER, alternating(0)))
                .containsExactly(
                        236, 179, 136, 103, 79, 60, 46, 35, 27, 21, 16, 13, 10, 8, 6, 5, 4, 3, 2, 2, 2, 1, 1, 1, 1, 1,
                        1, 1);
    }

    @Test
    void evenRowsLeaveTheSpreadOutOfTheRules() {
        assertThat(sizes(StepRule.TAPER)).isEqualTo(sizes(StepRule.GUIDED));
        assertThat(sizes(StepRule.FAC)).containsExactly(250, 250, 250, 250);
        assertThat(sizes(StepRule.FSC)).containsExactly(250, 250, 250, 250);
    }

    @Test
    void chunksThatCostNothingAreAsSmallAsCanBe() {
        assertThat(sizes(StepRule.FSC, alternating(0))).containsOnly(1);
    }

    @Test
    void chunksThatCostMoreThanAllRowsAreAsLargeAsCanBe() {
        assertThat(sizes(StepRule.FSC, alternating(1e12))).containsExactly(250, 250, 250, 250);
    }

    @Test
    void oneWorkerTakesAllRowsWhereTheFormulaDividesByLnP() {
        assertThat(StepRule.FSC.chunks(1, alternating(8))).containsExactly(RowRange.band(0, ROWS));
    }

    @Test
    void asManyWorkersAsRowsTakeOneEachWhereTheFormulaDividesByLnT() {
        assertThat(StepRule.MFSC.chunks(7, CostEstimate.uniform(7))).hasSize(7);
    }

    @Property
    void bandsFollowEachOtherAndNeverGrow(Draw draw) {
        StepRule rule = draw.pick(StepRule.values());
        int rows = draw.integer(1, 2000);
        int workers = draw.integer(1, 100);
        double[] costs =
                IntStream.range(0, rows).mapToDouble(row -> 1 + row % 7).toArray();
        int end = 0;
        int before = rows;
        for (RowRange chunk : rule.chunks(workers, CostEstimate.of(costs, 3))) {
            assertThat(chunk).isEqualTo(RowRange.band(end, end + chunk.count()));
            assertThat(chunk.count()).isLessThanOrEqualTo(before);
            end += chunk.count();
            before = chunk.count();
        }
        assertThat(end).isEqualTo(rows);
    }

    /** Costs 1, 3, 1, 3, …: mean 2, deviation 1. */
    private static CostEstimate alternating(double chunkNanos) {
        return CostEstimate.of(
                IntStream.range(0, ROWS).mapToDouble(row -> 1 + 2 * (row % 2)).toArray(), chunkNanos);
    }

    private static List<Integer> sizes(StepRule rule) {
        return sizes(rule, CostEstimate.uniform(ROWS));
    }

    private static List<Integer> sizes(StepRule rule, CostEstimate costs) {
        return rule.chunks(WORKERS, costs).stream().map(RowRange::count).toList();
    }

    private static List<Integer> batches(int... sizes) {
        List<Integer> all = new ArrayList<>();
        for (int size : sizes) {
            for (int worker = 0; worker < WORKERS; worker++) {
                all.add(size);
            }
        }
        return all;
    }
}
