package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.record.TestRuns;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.workload.Work;

class RepeatNotesTest {
    private static final Spread STEADY = Spread.of(1, 1, 1, 1, 1, 1);
    private static final Spread JUMPY = Spread.of(1, 1, 1, 1, 1, 9);

    @Test
    void theNumberOfValuesIsThatOfAllRowsOrARange() {
        ScalingResult result = SampleScaling.of(Mode.STRONG, List.of(2), 6, "static");
        assertThat(RepeatNotes.counts(List.of(STEADY, JUMPY), SampleScaling.with(result, List.of())))
                .isEqualTo("n = 6 each, 0 warm-ups not counted");
        assertThat(RepeatNotes.counts(List.of(STEADY, Spread.of(1, 2, 3, 4)), result))
                .isEqualTo("n = 4 to 6 each, 1 warm-up not counted");
    }

    @Test
    void outliersShortSamplesAndVoidRunsAreNamed() {
        assertThat(RepeatNotes.cautions(List.of(STEADY), List.of(run(1, 1, 0, 0))))
                .isEmpty();
        assertThat(RepeatNotes.cautions(List.of(STEADY, JUMPY), List.of()))
                .containsExactly("1 run lies beyond Tukey's fences; it is kept.");
        assertThat(RepeatNotes.cautions(
                        List.of(JUMPY, JUMPY, Spread.of(1, 2)),
                        List.of(run(2, 1, 0, 0), run(2, 2, 0, 0), run(2, 0, 0, 0))))
                .containsExactly(
                        "Rows of fewer than 6 repeats have no 95% interval and are called neither faster nor slower.",
                        "2 runs lie beyond Tukey's fences; they are kept.",
                        "2 runs are void and left out: events of tasks were lost, or workers joined while it ran.");
        assertThat(RepeatNotes.cautions(List.of(STEADY), List.of(run(2, 1, 0, 0))))
                .containsExactly(
                        "1 run is void and left out: events of tasks were lost, or workers joined while it ran.");
    }

    @Test
    void intervalsArePromisedOnlyWhereSomeAreDrawn() {
        Spread few = Spread.of(1, 2, 3);
        assertThat(RepeatNotes.cautions(List.of(few, few)))
                .containsExactly("Fewer than 6 repeats give no 95% interval, so nothing is called faster.");
        assertThat(RepeatNotes.dots(List.of(few, few)))
                .isEqualTo("Large dots are medians, small ones every repeat (n = 3): too few for intervals, so no"
                        + " difference is shown.");
        assertThat(RepeatNotes.dots(List.of(STEADY, few)))
                .isEqualTo("Large dots are medians, bars their 95% rank intervals where 6 repeats give one, small ones"
                        + " every repeat (n = 3 to 6); only bars that do not overlap show a difference.");
        assertThat(RepeatNotes.dots(List.of(STEADY)))
                .isEqualTo(
                        "Large dots are medians, bars their 95% rank intervals, small ones every repeat (n = 6); only"
                                + " bars that do not overlap show a difference.");
    }

    @Test
    void runsWithRepeatedTasksAreKeptAndNamed() {
        assertThat(RepeatNotes.cautions(List.of(STEADY), List.of(run(2, 2, 1, 0), run(2, 2, 0, 0), run(2, 2, 1, 3))))
                .containsExactly("In 2 runs 5 tasks were repeated (2 after a failure, 3 by speculation);"
                        + " their runs are kept, and each chunk counts once.");
    }

    private static Run run(int chunks, int seen, int retries, int speculative) {
        ChunkTiming chunk =
                new ChunkTiming(0, RowRange.band(0, 1), "driver", "here", 0, 1, 2, 1, new Work(1, 1, "none"), 0, 0);
        return TestRuns.of(
                Phase.MEASURED,
                1,
                "spark",
                "static",
                1,
                0,
                9,
                "0",
                Collections.nCopies(chunks, chunk),
                TaskOverheads.NONE,
                seen,
                new ExtraAttempts(retries, speculative));
    }
}
