package org.mandelspark.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Grid;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.EscapeTime;

class ScheduleTest {
    @Property
    void everyScheduleCoversEveryRowOnce(Draw draw) {
        Schedule schedule = draw.any(() -> schedule(draw));
        CostEstimate costs = costs(draw);
        int workers = draw.integer(1, 700);
        List<RowRange> chunks = schedule.chunks(workers, costs);
        assertThat(chunks).hasSizeLessThanOrEqualTo(costs.rows());
        int[] seen = new int[costs.rows()];
        for (RowRange chunk : chunks) {
            for (int k = 0; k < chunk.count(); k++) {
                seen[chunk.row(k)]++;
            }
        }
        assertThat(seen).containsOnly(1);
    }

    @Property
    void aScheduleThatNeedsNoEstimateIgnoresIt(Draw draw) {
        Schedule schedule = draw.any(() -> scheduleWithoutEstimate(draw));
        CostEstimate costs = costs(draw);
        int workers = draw.integer(1, 40);
        assertThat(schedule.chunks(workers, costs))
                .isEqualTo(schedule.chunks(workers, CostEstimate.uniform(costs.rows())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"self", "permuted:self", "lpt:self", "lpt:permuted:self"})
    void aRowAChunkDoesNotDependOnWorkers(String label) {
        Schedule schedule = Schedule.parse(label);
        CostEstimate costs = CostEstimate.of(new double[] {3, 1, 4, 1, 5, 9, 2, 6}, 1);
        assertThat(schedule.dependsOnWorkers()).isFalse();
        assertThat(schedule.chunks(7, costs)).isEqualTo(schedule.chunks(1, costs));
    }

    @Property
    void oneRowIsOneChunk(Draw draw) {
        Schedule schedule = draw.any(() -> schedule(draw));
        int workers = draw.integer(1, 9);
        for (double cost : new double[] {0, 1}) {
            List<RowRange> chunks = schedule.chunks(workers, CostEstimate.of(new double[] {cost}, 1));
            assertThat(chunks).singleElement().satisfies(chunk -> {
                assertThat(chunk.first()).isEqualTo(0);
                assertThat(chunk.count()).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"balanced", "balanced:4", "lpt", "lpt:guided", "fsc", "fac", "taper", "auto"})
    void whatLooksAtCostsSaysSo(String label) {
        assertThat(Schedule.parse(label).needsEstimate()).isTrue();
    }

    @Test
    void aPermutedRuleNeedsWhatTheRuleNeeds() {
        assertThat(Schedule.parse("permuted:taper").needsEstimate()).isTrue();
        assertThat(Schedule.parse("permuted:guided").needsEstimate()).isFalse();
    }

    @Property
    void bandsDifferByOneRowAtMost(Draw draw) {
        int rows = draw.integer(1, 500);
        int workers = draw.integer(1, 90);
        List<Integer> heights = new Schedule.Static()
                .chunks(workers, CostEstimate.uniform(rows)).stream()
                        .map(RowRange::count)
                        .toList();
        assertThat(heights).hasSize(Math.min(rows, workers));
        assertThat(heights.stream().mapToInt(h -> h).max().orElseThrow()
                        - heights.stream().mapToInt(h -> h).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void staticBandsFollowTheFormula() {
        assertThat(new Schedule.Static().chunks(3, CostEstimate.uniform(10)))
                .containsExactly(RowRange.band(0, 3), RowRange.band(3, 6), RowRange.band(6, 10));
    }

    @Test
    void overPartitioningMultipliesTheBands() {
        assertThat(Schedule.parse("over:4").chunks(2, CostEstimate.uniform(1000)))
                .hasSize(8);
        assertThat(Schedule.parse("over:4").chunks(2, CostEstimate.uniform(5))).hasSize(5);
    }

    @Test
    void cyclicDealsRowsOutInTurn() {
        assertThat(Schedule.parse("cyclic").chunks(3, CostEstimate.uniform(7)))
                .containsExactly(new RowRange(0, 3, 3), new RowRange(1, 2, 3), new RowRange(2, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dynamic",
                "over",
                "over:",
                "over:0",
                "over:-2",
                "over:x",
                "over:99999999999",
                "balanced:",
                "balanced:0",
                "balanced:1048577",
                "lpt:",
                "lpt:nothing",
                "permuted",
                "permuted:",
                "static:2",
                "self:3",
                "auto:1",
                "GUIDED",
                "FAC"
            })
    void anUnknownScheduleIsRefused(String label) {
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.parse(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static",
                "over:16",
                "cyclic",
                "self",
                "mfsc",
                "fsc",
                "guided",
                "guided2",
                "trapezoid",
                "factoring",
                "fac",
                "taper",
                "balanced",
                "balanced:8",
                "lpt",
                "lpt:over:4",
                "lpt:permuted:guided",
                "permuted:over:2",
                "permuted:lpt",
                "permuted:balanced:2",
                "auto"
            })
    void labelsAreReadBack(String label) {
        assertThat(Schedule.parse(label).label()).isEqualTo(label);
    }

    @Test
    void defaultsAreNotNamed() {
        assertThat(Schedule.parse("lpt:over:16")).isEqualTo(Schedule.parse("lpt"));
        assertThat(Schedule.parse("lpt:over:16").label()).isEqualTo("lpt");
        assertThat(Schedule.parse("balanced:1").label()).isEqualTo("balanced");
    }

    @ParameterizedTest
    @CsvSource({
        "lpt:auto, lpt:auto",
        "permuted:auto, permuted:auto",
        "permuted:lpt:auto, lpt:auto",
        "permuted:permuted:self, permuted may stand only once",
        "permuted:lpt:permuted:self, permuted may stand only once",
        "lpt:lpt:self, lpt may stand only once",
        "lpt:permuted:lpt, lpt may stand only once"
    })
    void rulesThatMakeNoSenseTogetherAreRefused(String label, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.parse(label))
                .withMessageContaining(said);
    }

    @Test
    void aRefusalListsTheKnownSchedules() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.parse("lpt:gss"))
                .withMessage("unknown schedule 'gss', known are static, over:K, cyclic, self, mfsc, fsc, guided,"
                        + " guided2, trapezoid, factoring, fac, taper, balanced[:K], lpt[:RULE], permuted:RULE, auto");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.parse("balanced:x"))
                .withMessage("the K of 'balanced:x' must be a whole number from 1 to 1048576");
    }

    @Test
    void aPlanThatMissesOrRepeatsARowIsRefused() {
        EscapeTime workload = new EscapeTime(
                new Formula.Mandelbrot(),
                new Grid(new Region(-2, 1, -1, 1), new Size(2, 4)),
                5,
                KernelKind.NAIVE,
                Interior.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan<>(workload, List.of(RowRange.band(0, 3))))
                .withMessage("unit 3 of 4 is in no chunk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan<>(workload, List.of(RowRange.band(0, 4), RowRange.band(1, 2))))
                .withMessageContaining("unit 1 of 4 is planned more than once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan<>(workload, List.of(RowRange.band(0, 5))))
                .withMessageContaining("does not exist");
    }

    private static Schedule schedule(Draw draw) {
        return draw.oneOf(
                () -> rule(draw),
                () -> new LargestFirst(rule(draw)),
                () -> new Permuted(rule(draw)),
                () -> new Permuted(new LargestFirst(rule(draw))),
                () -> new LargestFirst(new Permuted(rule(draw))),
                Auto::new);
    }

    private static Schedule scheduleWithoutEstimate(Draw draw) {
        return Stream.generate(() -> schedule(draw))
                .filter(schedule -> !schedule.needsEstimate())
                .findFirst()
                .orElseThrow();
    }

    private static Schedule rule(Draw draw) {
        return draw.<Schedule>oneOf(
                () -> draw.pick(new Schedule.Static(), new Schedule.Cyclic()),
                () -> draw.pick(StepRule.values()),
                () -> new Schedule.OverPartitioned(factor(draw)),
                () -> new Balanced(factor(draw)));
    }

    private static int factor(Draw draw) {
        return draw.oneOf(() -> draw.integer(1, 9), () -> draw.integer(1, Schedule.MAX_FACTOR));
    }

    /** Also rows that cost nothing, alone or all of them, and one that costs far more than the others. */
    private static CostEstimate costs(Draw draw) {
        double[] rowNanos = draw.oneOf(
                () -> draw.reals(1, 400, () -> draw.oneOf(() -> draw.real(0, 1e6), () -> draw.pick(0.0, 0.0, 1e12))),
                () -> new double[draw.integer(1, 400)]);
        return CostEstimate.of(rowNanos, draw.pick(0.0, 1.0, 1e3, 1e9));
    }
}
