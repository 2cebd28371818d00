package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.measure.ClockAlignment.Bracket;
import org.mandelspark.record.ChunkTiming;

/** Clocks of executors are moved as little as causality demands. */
class ClockAlignmentTest {
    @Test
    void clocksThatContradictNothingStay() {
        List<ChunkTiming> chunks = List.of(chunk("1", 10, 20), chunk("2", 12, 30), chunk("1", 21, 25));
        List<Bracket> brackets = List.of(new Bracket(8, 22), new Bracket(12, 30), new Bracket(20, 40));
        assertThat(aligned(chunks, brackets)).isEqualTo(chunks);
    }

    @Test
    void aClockThatIsSlowIsMovedUntilNoChunkBeginsBeforeItsLaunch() {
        // Chunk 0 must move by 5, chunk 1 by 7; both may move by 10.
        assertThat(aligned(
                        List.of(chunk("1", 5, 15), chunk("1", 13, 20)),
                        List.of(new Bracket(10, 25), new Bracket(20, 30))))
                .extracting(ChunkTiming::startNanos, ChunkTiming::endNanos)
                .containsExactly(tuple(12, 22), tuple(20, 27));
    }

    @Test
    void aClockThatIsFastIsMovedUntilNoChunkArrivesBeforeItsEnd() {
        assertThat(aligned(
                        List.of(chunk("1", 105, 115), chunk("1", 113, 120)),
                        List.of(new Bracket(0, 25), new Bracket(0, 26))))
                .extracting(ChunkTiming::startNanos, ChunkTiming::endNanos)
                .containsExactly(tuple(11, 21), tuple(19, 26));
    }

    @Test
    void contradictionsAreShared() {
        // Chunk 0 must move by at least 10, chunk 1 by at most 4.
        assertThat(aligned(
                        List.of(chunk("1", 0, 10), chunk("1", 20, 30)),
                        List.of(new Bracket(10, 90), new Bracket(0, 34))))
                .extracting(ChunkTiming::startNanos)
                .containsExactly(7L, 27L);
    }

    @Test
    void executorsAreMovedEachByItself() {
        assertThat(aligned(
                        List.of(chunk("1", 0, 10), chunk("2", 0, 10)), List.of(new Bracket(5, 20), new Bracket(0, 20))))
                .extracting(ChunkTiming::startNanos)
                .containsExactly(5L, 0L);
    }

    @Test
    void theDriversOwnChunksStayWhateverTheBracketsSay() {
        List<ChunkTiming> chunks = List.of(chunk(TimedTask.DRIVER, 5, 15));
        assertThat(aligned(chunks, List.of(new Bracket(10, 12)))).isEqualTo(chunks);
    }

    @Property
    void whateverAClockIsOffByEveryChunkLiesInItsBracketAgain(Draw draw) {
        List<Long> starts = draw.list(1, 20, () -> draw.integer(0L, 1_000_000));
        int length = draw.integer(0, 1000);
        int before = draw.integer(0, 500);
        int after = draw.integer(0, 500);
        long off = draw.integer(-3_000_000_000L, 3_000_000_000L);
        List<ChunkTiming> chunks = new ArrayList<>();
        List<Bracket> brackets = new ArrayList<>();
        for (long start : starts) {
            chunks.add(chunk("7", start + off, start + length + off));
            brackets.add(new Bracket(start - before, start + length + after));
        }
        List<ChunkTiming> aligned = aligned(chunks, brackets);
        for (int i = 0; i < aligned.size(); i++) {
            assertThat(aligned.get(i).startNanos())
                    .isGreaterThanOrEqualTo(brackets.get(i).launchedNanos());
            assertThat(aligned.get(i).endNanos())
                    .isLessThanOrEqualTo(brackets.get(i).arrivedNanos());
            assertThat(aligned.get(i).endNanos() - aligned.get(i).startNanos()).isEqualTo(length);
        }
    }

    @Test
    void chunksWithoutBracketsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aligned(List.of(chunk("1", 0, 1)), List.of()))
                .withMessageContaining("not 0 for 1 chunk");
    }

    private static ChunkTiming chunk(String executor, long startNanos, long endNanos) {
        return TimedChunks.chunk(0, executor, 0, startNanos, endNanos, endNanos - startNanos, 0);
    }

    private static Tuple tuple(long startNanos, long endNanos) {
        return Tuple.tuple(startNanos, endNanos);
    }

    /** The chunks on the driver's clock. */
    private static List<ChunkTiming> aligned(List<ChunkTiming> chunks, List<Bracket> brackets) {
        Map<String, Long> offsets = ClockAlignment.offsets(chunks, brackets);
        return chunks.stream()
                .map(chunk -> chunk.later(offsets.getOrDefault(chunk.executor(), 0L)))
                .toList();
    }
}
