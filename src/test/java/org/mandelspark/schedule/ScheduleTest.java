package org.mandelspark.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    void everyScheduleCoversEveryRowOnce(
            @ForAll("schedules") Schedule schedule,
            @ForAll @IntRange(min = 1, max = 500) int rows,
            @ForAll @IntRange(min = 1, max = 700) int workers) {
        List<RowRange> chunks = schedule.chunks(rows, workers);
        assertThat(chunks).hasSizeLessThanOrEqualTo(rows);
        int[] seen = new int[rows];
        for (RowRange chunk : chunks) {
            for (int k = 0; k < chunk.count(); k++) {
                seen[chunk.row(k)]++;
            }
        }
        assertThat(seen).containsOnly(1);
    }

    @Property
    void bandsDifferByOneRowAtMost(
            @ForAll @IntRange(min = 1, max = 500) int rows, @ForAll @IntRange(min = 1, max = 90) int workers) {
        List<Integer> heights = new Schedule.Static()
                .chunks(rows, workers).stream().map(RowRange::count).toList();
        assertThat(heights).hasSize(Math.min(rows, workers));
        assertThat(heights.stream().mapToInt(h -> h).max().orElseThrow()
                        - heights.stream().mapToInt(h -> h).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void staticBandsFollowTheFormula() {
        assertThat(new Schedule.Static().chunks(10, 3))
                .containsExactly(RowRange.band(0, 3), RowRange.band(3, 6), RowRange.band(6, 10));
    }

    @Test
    void overPartitioningMultipliesTheBands() {
        assertThat(Schedule.parse("over:4").chunks(1000, 2)).hasSize(8);
        assertThat(Schedule.parse("over:4").chunks(5, 2)).hasSize(5);
    }

    @Test
    void cyclicDealsRowsOutInTurn() {
        assertThat(Schedule.parse("cyclic").chunks(7, 3))
                .containsExactly(new RowRange(0, 3, 3), new RowRange(1, 2, 3), new RowRange(2, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dynamic", "over", "over:", "over:0", "over:-2", "over:x", "over:99999999999"})
    void anUnknownScheduleIsRefused(String label) {
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.parse(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"static", "cyclic", "over:16"})
    void labelsAreReadBack(String label) {
        assertThat(Schedule.parse(label).label()).isEqualTo(label);
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
                .withMessage("row 3 of 4 is in no chunk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan<>(workload, List.of(RowRange.band(0, 4), RowRange.band(1, 2))))
                .withMessageContaining("row 1 of 4 is planned more than once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan<>(workload, List.of(RowRange.band(0, 5))))
                .withMessageContaining("does not exist");
    }

    @Provide
    static Arbitrary<Schedule> schedules() {
        return Arbitraries.oneOf(
                Arbitraries.of(new Schedule.Static(), new Schedule.Cyclic()),
                Arbitraries.integers().between(1, Schedule.MAX_FACTOR).map(Schedule.OverPartitioned::new));
    }
}
