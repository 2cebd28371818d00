package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredRunTest {
    private static final List<ChunkTiming> TWO_AT_ONCE =
            List.of(TimedChunks.chunk(0, 0, 0, 100, 90), TimedChunks.chunk(1, 1, 50, 150, 90));

    private static MeasuredRun run(int workers, int tasksSeen) {
        return new MeasuredRun(
                Phase.MEASURED,
                1,
                "spark",
                "static",
                workers,
                0,
                200,
                "0",
                TWO_AT_ONCE,
                TaskOverheads.NONE,
                tasksSeen,
                ExtraAttempts.NONE);
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
