package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.OptionalInt;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Cells;
import org.mandelspark.workload.Int32Cells;
import org.mandelspark.workload.Work;
import org.mandelspark.workload.Workload;

/** A chunk that fails and is tried again is in the answer once and in the books as what it was. */
class RetriesTest {
    private static final int ROWS = 64;

    private static SparkEngine engine;

    @BeforeAll
    static void startWithThreeAttemptsForEachTask() {
        String before = System.getProperty("spark.master");
        System.setProperty("spark.master", "local[1,3]");
        try {
            engine = SparkEngine.start("test", OptionalInt.of(2), SparkEngine.WebInterface.OFF);
        } finally {
            if (before == null) {
                System.clearProperty("spark.master");
            } else {
                System.setProperty("spark.master", before);
            }
        }
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void theWorkersAskedForReplaceThoseOfTheMasterAndKeepItsAttempts() {
        assertThat(engine.workers()).isEqualTo(new WorkerCount(2, "--workers"));
        assertThat(engine.spark())
                .hasValueSatisfying(spark -> assertThat(spark.master()).isEqualTo("local[2,3]"));
    }

    @Test
    void aRetriedChunkIsStitchedAndCountedOnce() {
        Plan<int[]> plan = plan(new FailingAtFirst(2), 16);
        AtomicLong arrived = new AtomicLong();
        Execution<int[]> execution = engine.execute(plan, (cells, iterations) -> arrived.addAndGet(cells));
        assertThat(execution.cells())
                .containsExactly(IntStream.range(0, ROWS).map(row -> row + 1).toArray());
        assertThat(arrived).hasValue(ROWS);
        assertThat(execution.tasksSeen()).isEqualTo(16);
        assertThat(execution.isComplete()).isTrue();
        assertThat(execution.extra()).isEqualTo(new ExtraAttempts(2, 0));
        assertThat(execution.chunks()).extracting(ChunkTiming::attempt).containsOnly(0, 2);
        assertThat(execution.chunks().get(7).attempt()).isEqualTo(2);
    }

    @Test
    void everyRowReachesTheSinkOnceWithItsCells() {
        AtomicIntegerArray seen = new AtomicIntegerArray(ROWS);
        engine.execute(plan(new FailingAtFirst(2), 16), (cells, iterations) -> {}, (rows, cells) -> {
            for (int k = 0; k < rows.count(); k++) {
                seen.addAndGet(rows.row(k), cells[rows.row(k)]);
            }
        });
        for (int row = 0; row < ROWS; row++) {
            assertThat(seen.get(row)).isEqualTo(row + 1);
        }
    }

    @Test
    void aSinkThatWantsNoMoreEndsTheRun() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() ->
                        engine.execute(plan(new FailingAtFirst(0), 16), (cells, iterations) -> {}, (rows, cells) -> {
                            throw new IllegalStateException("enough");
                        }))
                .withMessageContaining("enough");
    }

    @Test
    void aChunkThatKeepsFailingFailsTheRunAndTheNextOneStartsWithEmptyBooks() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.execute(plan(new FailingAtFirst(3), 16), (cells, iterations) -> {}))
                .withMessageContaining("row 30 is not ready");
        Execution<int[]> next = engine.execute(plan(new FailingAtFirst(0), 8), (cells, iterations) -> {});
        assertThat(next.tasksSeen()).isEqualTo(8);
        assertThat(next.extra()).isEqualTo(ExtraAttempts.NONE);
    }

    @Test
    void sparkSaysWhatUnpackingTasksTook() {
        Execution<int[]> execution = engine.execute(plan(new FailingAtFirst(0), 16), (cells, iterations) -> {});
        assertThat(execution.overheads().deserialiseNanos()).isBetween(1L, 2 * execution.wallNanos());
        assertThat(execution.overheads().serialiseNanos()).isBetween(0L, 2 * execution.wallNanos());
    }

    @Test
    void enginesInPlaceHaveNoOverheadsAndSeeEveryChunk() {
        Execution<int[]> execution =
                new SerialEngine().execute(plan(new FailingAtFirst(0), 5), (cells, iterations) -> {});
        assertThat(execution.overheads()).isEqualTo(TaskOverheads.NONE);
        assertThat(execution.tasksSeen()).isEqualTo(5);
        assertThat(execution.isComplete()).isTrue();
        assertThat(execution.extra()).isEqualTo(ExtraAttempts.NONE);
    }

    @Test
    void aChunkThatIsWantedNoMoreIsGivenUpBetweenItsPieces() {
        SlowPieces.FILLED.set(0);
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.execute(plan(new SlowPieces(), 2), (cells, iterations) -> {}))
                .withMessageContaining("the other half is not ready");
        // Two chunks at once need both slots: the one that was given up has left its own.
        Execution<int[]> next = engine.execute(plan(new Together(), 2), (cells, iterations) -> {});
        assertThat(next.isComplete()).isTrue();
        assertThat(SlowPieces.FILLED).hasValueBetween(1, ROWS / 2 - 1);
    }

    private static Plan<int[]> plan(Workload<int[]> workload, int parts) {
        return new Plan<>(workload, Schedule.parse("static").chunks(parts, CostEstimate.uniform(ROWS)));
    }

    /** A row is a piece and takes a while, whoever interrupts; the second half fails when the first has begun. */
    private record SlowPieces() implements Workload<int[]> {
        private static final AtomicInteger FILLED = new AtomicInteger();
        private static final long PIECE_NANOS = 100_000_000;

        @Override
        public String name() {
            return "slow pieces";
        }

        @Override
        public int rows() {
            return ROWS;
        }

        @Override
        public int rowCells() {
            return SLICE_CELLS;
        }

        @Override
        public Cells<int[]> cells() {
            return new Int32Cells(1);
        }

        @Override
        public Work fill(RowRange rows, int[] into, int[] rowStarts) {
            if (rows.first() >= ROWS / 2) {
                while (FILLED.get() == 0) {
                    Thread.onSpinWait();
                }
                throw new IllegalStateException("the other half is not ready");
            }
            FILLED.incrementAndGet();
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < PIECE_NANOS) {
                Thread.onSpinWait();
            }
            return new Work(1, 1, "none");
        }
    }

    /** Each half ends when the other has begun. */
    private record Together() implements Workload<int[]> {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Override
        public String name() {
            return "together";
        }

        @Override
        public int rows() {
            return ROWS;
        }

        @Override
        public int rowCells() {
            return 1;
        }

        @Override
        public Cells<int[]> cells() {
            return new Int32Cells(1);
        }

        @Override
        public Work fill(RowRange rows, int[] into, int[] rowStarts) {
            try {
                BOTH.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("the other half did not begin", e);
            }
            return new Work(1, 1, "none");
        }
    }

    /** Row r holds r + 1, and row 30 can be computed only after some attempts. */
    private record FailingAtFirst(int failures) implements Workload<int[]> {
        @Override
        public String name() {
            return "failing at first";
        }

        @Override
        public int rows() {
            return ROWS;
        }

        @Override
        public int rowCells() {
            return 1;
        }

        @Override
        public Cells<int[]> cells() {
            return new Int32Cells(ROWS);
        }

        @Override
        public Work fill(RowRange rows, int[] into, int[] rowStarts) {
            for (int k = 0; k < rows.count(); k++) {
                if (rows.row(k) == 30 && failures > 0 && TaskContext.get().attemptNumber() < failures) {
                    throw new IllegalStateException("row 30 is not ready");
                }
                into[rowStarts[k]] = rows.row(k) + 1;
            }
            return new Work(rows.count(), rows.count(), "none");
        }
    }
}
