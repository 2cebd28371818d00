package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.study.StudySettings;
import org.mandelspark.workload.Work;

class RepeatNotesTest {
    private static final Spread STEADY = Spread.of(1, 1, 1, 1, 1, 1);
    private static final Spread JUMPY = Spread.of(1, 1, 1, 1, 1, 9);

    @Test
    void theNumberOfValuesIsThatOfAllRowsOrARange() {
        assertThat(RepeatNotes.counts(List.of(STEADY, JUMPY), new StudySettings(6, 2, 0)))
                .isEqualTo("n = 6 each, 2 warm-ups not counted");
        assertThat(RepeatNotes.counts(List.of(STEADY, Spread.of(1, 2, 3, 4)), new StudySettings(6, 1, 0)))
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
                        "Fewer than 6 repeats give no 95% interval, so nothing is called faster.",
                        "2 runs lie beyond Tukey's fences; they are kept.",
                        "2 runs are void and left out: events of tasks were lost, or workers joined while it ran.");
        assertThat(RepeatNotes.cautions(List.of(STEADY), List.of(run(2, 1, 0, 0))))
                .containsExactly(
                        "1 run is void and left out: events of tasks were lost, or workers joined while it ran.");
    }

    @Test
    void runsWithRepeatedTasksAreKeptAndNamed() {
        assertThat(RepeatNotes.cautions(List.of(STEADY), List.of(run(2, 2, 1, 0), run(2, 2, 0, 0), run(2, 2, 1, 3))))
                .containsExactly("In 2 runs 5 tasks were repeated (2 after a failure, 3 by speculation);"
                        + " their runs are kept, and each chunk counts once.");
    }

    private static MeasuredRun run(int chunks, int seen, int retries, int speculative) {
        ChunkTiming chunk =
                new ChunkTiming(0, RowRange.band(0, 1), "driver", "here", 0, 1, 2, 1, new Work(1, 1, "none"), 0, 0);
        return new MeasuredRun(
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
