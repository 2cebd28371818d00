package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mandelspark.engine.ThreadEngine;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.schedule.Auto;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.EscapeTime;

/** What {@code auto} does without a pilot, and what it never does. */
class PartitioningTest {
    private static final int MIB = 1 << 20;

    @Test
    void shortWorkIsCutIntoSmallBandsWhereChunksCostNextToNothing() {
        Partitioning.Partitioned<int[]> partitioned = plan(new Auto(), workload(400, 50), 2);
        assertThat(partitioned.rule()).isEqualTo(new Schedule.OverPartitioned(16));
        assertThat(partitioned.plan().chunks()).hasSize(32);
    }

    @Test
    void oneWorkerGetsAllRows() {
        assertThat(plan(new Auto(), workload(400, 50), 1).plan().chunks()).containsExactly(RowRange.band(0, 400));
    }

    /** A plan by a pilot would take as long as the work itself; of more work it is worth it. */
    @Test
    void shortWorkOfFewRowsForEachWorkerIsTakenInTurn() {
        assertThat(plan(new Auto(), workload(400, 50), 88).rule()).isEqualTo(new Schedule.Cyclic());
        assertThat(plan(new Auto(), workload(1000, 50_000), 88).rule()).isNotEqualTo(new Schedule.Cyclic());
    }

    /** However cheap its cells are, the results of chunks are held by the driver two or three at a time. */
    @Test
    void noChunkOfAutoHasMoreThanFourMiCells() {
        EscapeTime cheap = workload(16_384, 10);
        Partitioning.Partitioned<int[]> partitioned = plan(new Auto(), cheap, 2);
        assertThat(partitioned.plan().chunks()).allMatch(chunk -> (long) chunk.count() * 16_384 <= 4 * MIB);
        assertThat(partitioned.plan().chunks().stream()
                        .mapToInt(RowRange::count)
                        .sum())
                .isEqualTo(16_384);
        // Who asks for a rule gets that rule.
        assertThat(plan(new Schedule.Static(), cheap, 2).plan().chunks()).hasSize(2);
    }

    private static Partitioning.Partitioned<int[]> plan(Schedule schedule, EscapeTime workload, int workers) {
        try (ThreadEngine engine = new ThreadEngine(new WorkerCount(workers, "test"))) {
            return new Partitioning(schedule).plan(workload, engine);
        }
    }

    private static EscapeTime workload(int side, int maxIter) {
        View view = new View(
                "cut", new Formula.Mandelbrot(), Frame.bounds("-2,0.5,-1.25,1.25"), new Size(side, side), maxIter);
        return EscapeTime.of(view, KernelKind.SIMD, Interior.NONE);
    }
}
