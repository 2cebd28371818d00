package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;

class WarmthNotesTest {
    private static final ScalingResult RESULT = SampleScaling.of(Mode.STRONG, List.of(2), 6, "static");

    @Test
    void fewWarmUpsOfAFixedNumberAreCountedOnly() {
        List<Run> runs = new ArrayList<>();
        for (int repeat : List.of(3, 1, 2, 3, 1, 2)) {
            runs.add(SampleRuns.serial(repeat));
        }
        runs.add(0, warmup(EngineKind.SERIAL, 1, 1));
        WarmthNotes notes = new WarmthNotes(SampleScaling.with(RESULT, runs));
        assertThat(notes.counted()).isEqualTo("1 warm-up not counted");
        assertThat(notes.notes()).isEmpty();
    }

    @Test
    void theNumberOfWarmUpsOfEachIsThereAndThoseThatDidNotBecomeSteadyAreNamed() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(warmup(EngineKind.SERIAL, 1, 1));
        }
        runs.add(SampleRuns.serial(1));
        for (int i = 0; i < 20; i++) {
            runs.add(warmup(EngineKind.THREADS, 2, i % 2 == 0 ? 1 : 50));
        }
        runs.add(SampleRuns.run(Phase.MEASURED, 1, "static", 2));
        runs.add(warmup(EngineKind.THREADS, 2, 1));
        runs.add(SampleRuns.run(Phase.MEASURED, 2, "static", 2));
        WarmthNotes notes = new WarmthNotes(SampleScaling.with(RESULT, runs));
        assertThat(notes.counted()).isEqualTo("6 to 21 warm-ups not counted");
        assertThat(notes.warmups("2 workers")).isEqualTo("20+1");
        assertThat(notes.notes())
                .containsExactly(
                        "Warm-ups: the single thread 6 (0.0%), 2 workers 20+1 (20.1%).",
                        "Warm-ups behind a + came between repeats: after the engine was started again for its turn, or after --resume.",
                        "Steady is what varies by at most 2% over its last 5 warm-ups (coefficient of variation, in"
                                + " brackets; Georges et al., OOPSLA 2007): 2 workers did not become steady.");
    }

    @Test
    void repeatsThatDriftAreNamed() {
        List<Run> runs = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            runs.add(SampleRuns.serial(7 - i));
            runs.add(SampleRuns.run(Phase.MEASURED, i, "static", 1));
        }
        assertThat(new WarmthNotes(SampleScaling.with(RESULT, runs)).notes())
                .containsExactly(
                        "Repeats of the single thread became faster while they were measured, by the Mann-Kendall"
                                + " test (5%): not warm, so nothing is called faster or slower than they are.",
                        "Repeats of 1 worker became slower while they were measured, by the Mann-Kendall test"
                                + " (5%): the machine changed (clock rate, neighbours).");
    }

    @Test
    void theOrderIsThatOfTheRuns() {
        assertThat(RunOrder.of(RESULT))
                .isEqualTo("the single thread and all numbers of workers, shuffled; repeats of each in a row");
        List<Run> rounds = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            rounds.add(SampleRuns.run(Phase.MEASURED, round, "static", 2));
            rounds.add(SampleRuns.serial(round));
        }
        assertThat(RunOrder.of(SampleScaling.with(RESULT, rounds)))
                .isEqualTo("rounds of the single thread and all numbers of workers, shuffled anew for each");
    }

    private static Run warmup(EngineKind engine, int workers, int repeat) {
        return SampleScaling.warmup(engine, "static", workers, 1, repeat);
    }
}
