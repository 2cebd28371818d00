package org.mandelspark.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

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
    void theHeapFindsWhatASearchFinds(
            @ForAll("costs") double[] costNanos,
            @ForAll @IntRange(min = 1, max = 30) int workers,
            @ForAll("overheads") Overheads overheads) {
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
    void theMakespanKeepsGrahamsBound(
            @ForAll("costs") double[] costNanos, @ForAll @IntRange(min = 1, max = 30) int workers) {
        double total = Arrays.stream(costNanos).sum();
        double longest = Arrays.stream(costNanos).max().orElse(0);
        double rounding = 1e-12 * total;
        assertThat(ListScheduling.makespanNanos(costNanos, workers, Overheads.NONE))
                .isGreaterThanOrEqualTo(Math.max(total / workers, longest) - rounding)
                .isLessThanOrEqualTo(total / workers + (1 - 1.0 / workers) * longest + rounding);
    }

    @Property
    void oneWorkerTakesTheSum(@ForAll("costs") double[] costNanos) {
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
    @Provide
    static Arbitrary<double[]> costs() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(0, 1e6), Arbitraries.of(0.0, 1.0, 2.0))
                .array(double[].class)
                .ofMaxSize(80);
    }

    @Provide
    static Arbitrary<Overheads> overheads() {
        return Arbitraries.of(
                Overheads.NONE,
                new Overheads(10, 0, 0),
                new Overheads(0, 1, 0),
                new Overheads(0, 0, 1),
                new Overheads(3, 0.5, 0.25),
                new Overheads(0, 1e6, 7));
    }
}
