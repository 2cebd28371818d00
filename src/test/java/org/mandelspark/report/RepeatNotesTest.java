package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.measure.Spread;
import org.mandelspark.study.StudySettings;

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
        assertThat(RepeatNotes.cautions(List.of(STEADY), 0)).isEmpty();
        assertThat(RepeatNotes.cautions(List.of(STEADY, JUMPY), 0))
                .containsExactly("1 run lies beyond Tukey's fences; it is kept.");
        assertThat(RepeatNotes.cautions(List.of(JUMPY, JUMPY, Spread.of(1, 2)), 2))
                .containsExactly(
                        "Fewer than 6 repeats give no 95% interval, so nothing is called faster.",
                        "2 runs lie beyond Tukey's fences; they are kept.",
                        "2 runs are void and left out: events of their tasks were lost.");
        assertThat(RepeatNotes.cautions(List.of(STEADY), 1))
                .containsExactly("1 run is void and left out: events of its tasks were lost.");
    }
}
