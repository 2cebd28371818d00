package org.mandelspark.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class ListSchedulingTest {
    @Test
    void theNextChunkGoesToTheWorkerThatIsFreeFirst() {
        Replay replay = ListScheduling.replay(new double[] {5, 2, 2, 3}, 2, Overheads.NONE);
        assertThat(replay.makespanNanos()).isEqualTo(7);
        assertThat(new int[] {replay.worker(0), replay.worker(1), replay.worker(2), replay.worker(3)})
                .containsExactly(0, 1, 1, 1);
        assertThat(replay.startNanos(3)).isEqualTo(4);
        assertThat(replay.endNanos(3)).isEqualTo(7);
        assertThat(replay.usefulNanos()).containsExactly(5, 7);
    }

    @Test
    void overheadsDelayTheStartSpaceTheChunksAndLengthenThem() {
        Replay replay = ListScheduling.replay(new double[] {10, 10, 10}, 2, new Overheads(100, 3, 2));
        assertThat(replay.startNanos(0)).isEqualTo(100);
        assertThat(replay.startNanos(1)).isEqualTo(103);
        assertThat(replay.startNanos(2)).isEqualTo(112);
        assertThat(replay.makespanNanos()).isEqualTo(124);
        assertThat(replay.usefulNanos()).containsExactly(20, 10);
    }

    @Test
    void aSlowDispatcherBoundsTheThroughput() {
        double[] chunks = new double[100];
        Arrays.fill(chunks, 1);
        assertThat(ListScheduling.makespanNanos(chunks, 64, new Overheads(0, 10, 0)))
                .isEqualTo(99 * 10 + 1);
    }

    @Test
    void noChunkTakesTheStart() {
        assertThat(ListScheduling.makespanNanos(new double[0], 3, new Overheads(7, 1, 1)))
                .isEqualTo(7);
        assertThat(ListScheduling.replay(new double[0], 3, Overheads.NONE).workers())
                .isEqualTo(3);
    }

    @Property
    void theHeapFindsWhatASearchFinds(Draw draw) {
        double[] costNanos = costs(draw);
        int workers = draw.integer(1, 30);
        Overheads overheads = overheads(draw);
        Replay replay = ListScheduling.replay(costNanos, workers, overheads);
        double[] free = new double[workers];
        double[] useful = new double[workers];
        Arrays.fill(free, overheads.startNanos());
        double ready = overheads.startNanos();
        double makespan = overheads.startNanos();
        for (int chunk = 0; chunk < costNanos.length; chunk++) {
            int first = 0;
            for (int worker = 1; worker < workers; worker++) {
                if (free[worker] < free[first]) {
                    first = worker;
                }
            }
            double start = Math.max(ready, free[first]);
            double end = start + (overheads.taskNanos() + costNanos[chunk]);
            assertThat(replay.worker(chunk)).isEqualTo(first);
            assertThat(replay.startNanos(chunk)).isEqualTo(start);
            assertThat(replay.endNanos(chunk)).isEqualTo(end);
            useful[first] += costNanos[chunk];
            free[first] = end;
            ready = start + overheads.dispatchNanos();
            makespan = Math.max(makespan, end);
        }
        assertThat(replay.makespanNanos()).isEqualTo(makespan);
        assertThat(ListScheduling.makespanNanos(costNanos, workers, overheads)).isEqualTo(makespan);
        assertThat(replay.usefulNanos()).isEqualTo(useful);
    }

    @Property
    void theMakespanKeepsGrahamsBound(Draw draw) {
        double[] costNanos = costs(draw);
        int workers = draw.integer(1, 30);
        double total = Arrays.stream(costNanos).sum();
        double longest = Arrays.stream(costNanos).max().orElse(0);
        double rounding = 1e-12 * total;
        // All times the workers, as the least of doubles cannot be divided.
        assertThat(workers * ListScheduling.makespanNanos(costNanos, workers, Overheads.NONE))
                .isGreaterThanOrEqualTo(Math.max(total, workers * longest) - rounding)
                .isLessThanOrEqualTo(total + (workers - 1) * longest + rounding);
    }

    @Property
    void oneWorkerTakesTheSum(Draw draw) {
        double[] costNanos = costs(draw);
        double total = Arrays.stream(costNanos).sum();
        assertThat(ListScheduling.makespanNanos(costNanos, 1, new Overheads(5, 0, 2)))
                .isCloseTo(5 + total + 2 * costNanos.length, within(1e-9 * (1 + total)));
    }

    @Test
    void aMillionChunksOnTenThousandWorkersShareTheWork() {
        double[] costNanos = new SplittableRandom(7).doubles(1_000_000, 1, 100).toArray();
        double makespan = ListScheduling.makespanNanos(costNanos, 10_000, new Overheads(0, 1e-6, 1));
        double share = (Arrays.stream(costNanos).sum() + costNanos.length) / 10_000;
        assertThat(makespan).isBetween(share, share + 102);
    }

    @Test
    void whatCannotBeExecutedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListScheduling.makespanNanos(new double[] {1}, 0, Overheads.NONE))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListScheduling.replay(new double[] {1}, -1, Overheads.NONE))
                .withMessageContaining("not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListScheduling.makespanNanos(new double[] {1, Double.NaN}, 2, Overheads.NONE))
                .withMessageContaining("chunk 1");
    }

    /** Some equal and some 0, so that ties happen. */
    private static double[] costs(Draw draw) {
        return draw.reals(0, 80, () -> draw.oneOf(() -> draw.real(0, 1e6), () -> draw.pick(0.0, 1.0, 2.0)));
    }

    private static Overheads overheads(Draw draw) {
        return draw.pick(
                Overheads.NONE,
                new Overheads(10, 0, 0),
                new Overheads(0, 1, 0),
                new Overheads(0, 0, 1),
                new Overheads(3, 0.5, 0.25),
                new Overheads(0, 1e6, 7));
    }
}
