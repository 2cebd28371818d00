package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.mandelspark.measure.TimedChunks.chunk;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.record.ChunkTiming;

class PopMetricsTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void theFactorsAreThoseComputedByHand() {
        // Useful 36 and 24 + 30; the replay puts the third chunk on the second worker, too, and ends at 54.
        PopMetrics metrics =
                PopMetrics.of(List.of(chunk(0, 0, 0, 40, 36), chunk(1, 1, 5, 35, 24), chunk(2, 1, 45, 80, 30)), 2, 100);
        assertThat(metrics.loadBalance()).isCloseTo(45 / 54.0, CLOSE);
        assertThat(metrics.serialisationEfficiency()).isCloseTo(1, CLOSE);
        assertThat(metrics.transferEfficiency()).isCloseTo(0.54, CLOSE);
        assertThat(metrics.communicationEfficiency()).isCloseTo(0.54, CLOSE);
        assertThat(metrics.parallelEfficiency()).isCloseTo(0.45, CLOSE);
        // 3 · 1000 iterations in 90 ns.
        assertThat(metrics.iterationsPerCoreSecond()).isCloseTo(3000 / 90e-9, within(1.0));
    }

    @Test
    void aChunkOnTheBusySlotShowsAsSerialisationAboveOne() {
        // Useful 36 + 30 and 24, but the replay still ends at 54.
        PopMetrics metrics =
                PopMetrics.of(List.of(chunk(0, 0, 0, 40, 36), chunk(1, 1, 5, 35, 24), chunk(2, 0, 45, 80, 30)), 2, 100);
        assertThat(metrics.loadBalance()).isCloseTo(45 / 66.0, CLOSE);
        assertThat(metrics.serialisationEfficiency()).isCloseTo(66 / 54.0, CLOSE);
        assertThat(metrics.transferEfficiency()).isCloseTo(0.54, CLOSE);
        assertThat(metrics.parallelEfficiency()).isCloseTo(0.45, CLOSE);
    }

    @Test
    void chunksAreReplayedInOrderOfStartWhateverTheirOrderInTheList() {
        // In order of start 10, 10, 30: ends at 40. In order of the list 30, 10, 10: would end at 30.
        PopMetrics metrics =
                PopMetrics.of(List.of(chunk(0, 0, 12, 42, 30), chunk(1, 0, 0, 10, 10), chunk(2, 1, 1, 11, 10)), 2, 50);
        assertThat(metrics.transferEfficiency()).isCloseTo(0.8, CLOSE);
    }

    @Test
    void slotsOfTheSameNumberInTwoProcessesAreTwoAndUnusedOnesCount() {
        PopMetrics metrics =
                PopMetrics.of(List.of(chunk(0, "1", 0, 0, 10, 10, 0), chunk(1, "2", 0, 0, 10, 10, 0)), 4, 10);
        assertThat(metrics.loadBalance()).isCloseTo(0.5, CLOSE);
        assertThat(metrics.communicationEfficiency()).isCloseTo(1, CLOSE);
    }

    @Test
    void aRetriedChunkCountsOnce() {
        ChunkTiming first = chunk(0, "1", 0, 0, 10, 10, 0);
        ChunkTiming second = chunk(0, "1", 0, 20, 50, 30, 1);
        assertThat(PopMetrics.of(List.of(first, second), 1, 60)).isEqualTo(PopMetrics.of(List.of(second), 1, 60));
        assertThat(PopMetrics.of(List.of(second, first), 1, 60)).isEqualTo(PopMetrics.of(List.of(second), 1, 60));
    }

    @Property
    void theProductIsUsefulTimeOverCoreTimeAndOverheadOnlyCosts(Draw draw) {
        TimedChunks.Run run = draw.any(() -> TimedChunks.run(draw));
        PopMetrics metrics = PopMetrics.of(run.chunks(), run.workers(), run.wallNanos());
        double useful =
                run.chunks().stream().mapToLong(ChunkTiming::usefulNanos).sum();
        assertThat(metrics.parallelEfficiency()).isCloseTo(useful / (run.workers() * run.wallNanos()), within(1e-12));
        assertThat(metrics.loadBalance()).isBetween(1.0 / run.workers() - 1e-12, 1.0);
        assertThat(metrics.communicationEfficiency()).isLessThanOrEqualTo(1);
        // Graham: without overhead and with shorter chunks, a list schedule in order of start ends no later.
        assertThat(metrics.transferEfficiency()).isLessThanOrEqualTo(1);
    }

    @Test
    void impossibleRunsAreRefused() {
        List<ChunkTiming> one = List.of(chunk(0, 0, 0, 10, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> PopMetrics.of(List.of(), 1, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopMetrics.of(one, 1, 0))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopMetrics.of(one, 0, 10))
                .withMessageContaining("0 workers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopMetrics.of(List.of(chunk(0, 0, 0, 10, 0)), 1, 10))
                .withMessageContaining("not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopMetrics.of(List.of(chunk(3, 0, 10, 9, 1)), 1, 10))
                .withMessageContaining("chunk 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopMetrics.of(List.of(chunk(3, 0, 0, 9, -1)), 1, 10))
                .withMessageContaining("not -1");
        assertThatIllegalArgumentException().isThrownBy(() -> new PopMetrics(1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PopMetrics(1, 1, 1, Double.NaN));
    }
}
