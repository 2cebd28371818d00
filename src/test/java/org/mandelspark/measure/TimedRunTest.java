package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.record.TestRuns;

class TimedRunTest {
    private static final List<ChunkTiming> TWO_AT_ONCE =
            List.of(TimedChunks.chunk(0, 0, 0, 100, 90), TimedChunks.chunk(1, 1, 50, 150, 90));

    private static Run run(int workers, int tasksSeen) {
        return run(workers, tasksSeen, 1, 200);
    }

    private static Run run(int workers, int tasksSeen, int repeat, long wallNanos) {
        return TestRuns.of(
                Phase.MEASURED,
                repeat,
                "spark",
                "static",
                workers,
                0,
                wallNanos,
                "0",
                TWO_AT_ONCE,
                TaskOverheads.NONE,
                tasksSeen,
                ExtraAttempts.NONE);
    }

    @Test
    void oneRunForAllIsTheOneNearestToTheirMedianAndOfTwoTheFaster() {
        Run first = run(2, 2, 1, 300);
        Run second = run(2, 2, 2, 250);
        Run third = run(2, 2, 3, 500);
        Run fourth = run(2, 2, 4, 200);
        assertThat(TimedRun.median(List.of(first))).isEqualTo(first);
        assertThat(TimedRun.median(List.of(first, second, third))).isEqualTo(first);
        // The median is 275, as far from 250 as from 300.
        assertThat(TimedRun.median(List.of(first, second, third, fourth))).isEqualTo(second);
        assertThat(TimedRun.median(List.of(first, second, third), run -> -run.repeat()))
                .isEqualTo(second);
    }

    @Test
    void aRunThatLostEventsIsVoid() {
        assertThat(run(2, 2).isVoid()).isFalse();
        assertThat(run(2, 1).isVoid()).isTrue();
    }

    @Test
    void aRunThatMoreWorkersTookPartInThanItHadIsVoid() {
        assertThat(run(1, 2).isVoid()).isTrue();
    }
}
