package org.mandelspark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.mandelspark.measure.TimedChunks.chunk;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.record.TestRuns;
import org.mandelspark.workload.Work;

class LedgerTest {
    /** The accounts that a run can have; the others are those of an application's tasks. */
    private static final Set<Account> OF_A_RUN = EnumSet.of(
            Account.PLAN,
            Account.LAUNCH,
            Account.KERNEL,
            Account.ENCODE,
            Account.WRITE,
            Account.IN_TASK_REST,
            Account.DESERIALISE,
            Account.SERIALISE,
            Account.DISPATCH_GAP,
            Account.TAIL_IDLE,
            Account.FETCH_AND_STITCH,
            Account.RESIDUAL);

    /** Three slots, the last one never used; wall 100, the last chunk ends at 80, the last slot begins at 12. */
    private static final List<ChunkTiming> CHUNKS =
            List.of(chunk(0, 0, 10, 40, 25), chunk(1, 1, 12, 60, 40), chunk(2, 0, 50, 80, 28), chunk(3, 1, 66, 70, 3));

    @Test
    void withoutOverheadsTheTimelineIsAll() {
        // Launch 10 + 12 + 12; kernel 25 + 40 + 28 + 3; rest 5 + 8 + 2 + 1; gaps 10 + 6; idle 10 + 68; fetch 3 · 20.
        assertThat(Ledger.of(CHUNKS, 3, 100, 0, TaskOverheads.NONE))
                .isEqualTo(ledger(0, 34, 96, 16, 0, 0, 16, 78, 60, 0));
    }

    @Test
    void overheadsAreTakenOutOfTheTimesBeforeAndAfterChunks() {
        // Means 2 and 1: launch less 2 · 2; idle and fetch less 1 each; so 4 of 8 and 2 of 4 are left for the gaps of
        // 16. Planning is 3 · 10.
        Ledger ledger = Ledger.of(CHUNKS, 3, 100, 10, new TaskOverheads(8, 4));
        assertThat(ledger).isEqualTo(ledger(30, 30, 96, 16, 8, 4, 10, 77, 59, 0));
        assertThat(ledger.totalNanos()).isEqualTo(330);
        assertThat(ledger.rows())
                .extracting(row -> row.account().label())
                .containsExactly(
                        "plan",
                        "launch",
                        "kernel",
                        "in-task rest",
                        "deserialise",
                        "serialise",
                        "dispatch gap",
                        "tail idle",
                        "fetch and stitch",
                        "residual");
        assertThat(ledger.rows().get(2)).isEqualTo(new Ledger.Row(Account.KERNEL, 96, 96 / 330.0));
    }

    @Test
    void oneChunkForEachSlotHasOverheadsButNoGaps() {
        // Means 4 and 1. Launch 5 + 6 − 2 · 4; the first slot is idle for 10 − 1; stitching 2 · 5 − 1.
        List<ChunkTiming> chunks = List.of(chunk(0, 0, 5, 20, 15), chunk(1, 1, 6, 30, 24));
        assertThat(Ledger.of(chunks, 2, 35, 0, new TaskOverheads(8, 2)))
                .isEqualTo(ledger(0, 3, 39, 0, 8, 2, 0, 9, 9, 0));
    }

    @Test
    void overheadsThatFitNowhereAreTheResidual() {
        // Of 5 before a chunk that begins at 1, 4 are too many.
        Ledger ledger = Ledger.of(List.of(chunk(0, 0, 1, 9, 8)), 1, 10, 0, new TaskOverheads(5, 0));
        assertThat(ledger).isEqualTo(ledger(0, 0, 8, 0, 5, 0, 0, 0, 1, -4));
        assertThat(ledger.rows().get(9)).isEqualTo(new Ledger.Row(Account.RESIDUAL, -4, -0.4));
    }

    @Test
    void clocksThatDisagreeAreTheResidual() {
        // Two chunks overlap by 5.
        assertThat(Ledger.of(List.of(chunk(0, 0, 0, 10, 10), chunk(1, 0, 5, 15, 10)), 1, 15, 0, TaskOverheads.NONE))
                .isEqualTo(ledger(0, 0, 20, 0, 0, 0, 0, 0, 0, -5));
        // A chunk that lies within another one leaves the gap after that one as it is.
        assertThat(Ledger.of(
                        List.of(chunk(0, 0, 0, 10, 10), chunk(1, 0, 2, 4, 2), chunk(2, 0, 11, 12, 1)),
                        1,
                        12,
                        0,
                        TaskOverheads.NONE))
                .isEqualTo(ledger(0, 0, 13, 0, 0, 0, 1, 0, 0, -2));
        // One begins 3 before the call, the other ends 4 after the answer.
        assertThat(Ledger.of(List.of(chunk(0, 0, -3, 7, 10), chunk(1, 1, 4, 14, 10)), 2, 10, 0, TaskOverheads.NONE))
                .isEqualTo(ledger(0, 4, 20, 0, 0, 0, 0, 3, 0, -7));
        // A kernel 2 longer than its chunk.
        assertThat(Ledger.of(List.of(chunk(0, 0, 0, 10, 12)), 1, 10, 0, TaskOverheads.NONE))
                .isEqualTo(ledger(0, 0, 12, 0, 0, 0, 0, 0, 0, -2));
    }

    @Test
    void aRetriedChunkCountsOnce() {
        ChunkTiming other = chunk(1, "1", 0, 0, 10, 10, 0);
        ChunkTiming first = chunk(0, "1", 0, 11, 20, 9, 0);
        ChunkTiming second = chunk(0, "1", 0, 30, 40, 10, 1);
        assertThat(Ledger.of(List.of(first, second, other), 1, 40, 0, TaskOverheads.NONE))
                .isEqualTo(ledger(0, 0, 20, 0, 0, 0, 20, 0, 0, 0));
    }

    @Property
    void thePartsAddUpToCoresTimesWallWhateverTheClocksSay(Draw draw) {
        List<ChunkTiming> chunks = TimedChunks.wild(draw);
        long wallNanos = draw.integer(900, 1500);
        long planNanos = draw.integer(0, 1000);
        long deserialiseNanos = draw.integer(0, 1000);
        long serialiseNanos = draw.integer(0, 1000);
        TaskOverheads overheads = new TaskOverheads(deserialiseNanos, serialiseNanos);
        Ledger ledger = Ledger.of(chunks, 7, wallNanos, planNanos, overheads);
        assertThat(ledger.totalNanos()).isEqualTo(7 * (planNanos + wallNanos));
        assertThat(ledger.rows().stream().mapToLong(Ledger.Row::nanos).sum()).isEqualTo(ledger.totalNanos());
        assertThat(ledger.rows().stream().mapToDouble(Ledger.Row::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(ledger.rows().subList(0, 9)).allMatch(part -> part.nanos() >= 0);
        assertThat(ledger.nanos(Account.RESIDUAL)).isNotPositive();
    }

    @Property
    void aRunWithOneClockHasNoResidual(Draw draw) {
        TimedChunks.Run run = draw.any(() -> TimedChunks.run(draw));
        Ledger ledger = Ledger.of(run.chunks(), run.workers(), run.wallNanos(), 3, TaskOverheads.NONE);
        assertThat(ledger.nanos(Account.RESIDUAL)).isZero();
        assertThat(ledger.nanos(Account.KERNEL))
                .isEqualTo(run.chunks().stream()
                        .mapToLong(ChunkTiming::usefulNanos)
                        .sum());
    }

    @Test
    void impossibleRunsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ledger.of(List.of(), 3, 100, 0, TaskOverheads.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ledger.of(CHUNKS, 1, 100, 0, TaskOverheads.NONE))
                .withMessageContaining("2 slots")
                .withMessageEndingWith("1 worker");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ledger.of(CHUNKS, 3, 0, 0, TaskOverheads.NONE))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ledger.of(CHUNKS, 3, 100, -1, TaskOverheads.NONE))
                .withMessageContaining("not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaskOverheads(-1, 0))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> ledger(0, 0, 1, 0, 0, 0, 0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ledger(0, 0, 1, 0, 0, 0, 0, 0, 0, -1));
    }

    @Test
    void aProcessThatTakesADeadOnesPlaceIsTheSameWorker() {
        List<ChunkTiming> chunks = List.of(
                TimedChunks.chunk(0, "0", 0, 10, 20, 10, 0),
                TimedChunks.chunk(1, "1", 0, 10, 30, 20, 0),
                TimedChunks.chunk(2, "1", 0, 30, 70, 40, 0),
                TimedChunks.chunk(3, "2", 0, 50, 80, 30, 1));
        Run run = TestRuns.of(
                Phase.MEASURED,
                1,
                "spark",
                "static",
                2,
                0,
                100,
                "0",
                chunks,
                TaskOverheads.NONE,
                4,
                new ExtraAttempts(1, 0));
        assertThat(run.lanes()).containsExactly(0, 1, 1, 0);
        assertThat(run.ledger().totalNanos()).isEqualTo(200);
        assertThat(run.ledger().nanos(Account.KERNEL)).isEqualTo(100);
        assertThat(run.ledger().nanos(Account.DISPATCH_GAP)).isEqualTo(30);
        assertThat(run.pop().loadBalance()).isEqualTo(50.0 / 60);
    }

    @Test
    void whatChunksEncodeAndWriteThemselvesHasRowsOfItsOwn() {
        // 30 of 40 in the kernel, 4 to encode, 5 to write, 1 is left.
        ChunkTiming chunk = new ChunkTiming(
                0, RowRange.band(0, 1), "driver", "host", 0, 0, 40, 30, new Work(1, 1, "test", 4, 5), 0, 0);
        Ledger ledger = Ledger.of(List.of(chunk), 1, 50, 0, TaskOverheads.NONE);
        assertThat(ledger.nanos(Account.ENCODE)).isEqualTo(4);
        assertThat(ledger.nanos(Account.WRITE)).isEqualTo(5);
        assertThat(ledger.nanos(Account.IN_TASK_REST)).isEqualTo(1);
        assertThat(ledger.nanos(Account.RESIDUAL)).isZero();
        assertThat(ledger.rows()).extracting(Ledger.Row::account).containsExactlyElementsOf(OF_A_RUN);
    }

    /** A ledger by the amounts of all accounts that every run has, in their order. */
    private static Ledger ledger(long... amounts) {
        Map<Account, Long> byAccount = new EnumMap<>(Account.class);
        int next = 0;
        for (Account account : OF_A_RUN) {
            if (account == Account.ENCODE || account == Account.WRITE) {
                continue;
            }
            byAccount.put(account, amounts[next++]);
        }
        return Ledger.of(byAccount);
    }
}
