package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.measure.Histogram;
import org.mandelspark.record.Run;
import org.mandelspark.study.BalanceRequest.Contestant;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.workload.Computation;

class BalanceTest {
    private static final Computation<int[]> SUBJECT = StudyFixtures.computation(60, 64, 300);

    @Test
    void familiesOfSchedulesAreCrossedWithFactors() {
        assertThat(BalanceRequest.contestants(
                                List.of("static", "over", "cyclic", "lpt", "permuted", "balanced", "over:3"),
                                List.of(2, 4))
                        .stream()
                        .map(contestant -> contestant.schedule().label() + " " + contestant.factor()))
                .containsExactly(
                        "static OptionalInt[1]",
                        "over:2 OptionalInt[2]",
                        "over:4 OptionalInt[4]",
                        "cyclic OptionalInt.empty",
                        "lpt:over:2 OptionalInt[2]",
                        "lpt:over:4 OptionalInt[4]",
                        "permuted:over:2 OptionalInt[2]",
                        "permuted:over:4 OptionalInt[4]",
                        "balanced:2 OptionalInt[2]",
                        "balanced:4 OptionalInt[4]",
                        "over:3 OptionalInt[3]");
    }

    @Test
    void aFactorThatIsTheDefaultIsStillAFactor() {
        assertThat(BalanceRequest.contestants(List.of("lpt", "balanced"), List.of(1, 16)).stream()
                        .map(contestant -> contestant.schedule().label() + " " + contestant.factor()))
                .containsExactly(
                        "lpt:over:1 OptionalInt[1]",
                        "lpt OptionalInt[16]",
                        "balanced OptionalInt[1]",
                        "balanced:16 OptionalInt[16]");
    }

    @Test
    void aScheduleThatIsNamedTwiceIsRefused() {
        List<Contestant> twice = BalanceRequest.contestants(List.of("over", "over:2"), List.of(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(twice, OptionalInt.empty()))
                .withMessageContaining("--schedules");
    }

    @Test
    void everyScheduleIsMeasuredAndItsFiguresHangTogether() throws IOException {
        Balance study = new Balance(
                request(
                        BalanceRequest.contestants(List.of("static", "over", "cyclic", "auto"), List.of(2, 8)),
                        OptionalInt.empty()),
                List.of());
        BalanceResult result = study.execute(Optional.empty(), StudyFixtures.SILENT);
        assertThat(result.runs()).hasSize((int) study.expectedRuns());
        assertThat(result.rows())
                .extracting(BalanceResult.Row::schedule)
                .containsExactly("static", "over:2", "over:8", "cyclic", "auto");
        for (BalanceResult.Row row : result.rows()) {
            assertThat(row.origin()).isEqualTo(Origin.MEASURED);
            assertThat(row.workers()).isEqualTo(2);
            assertThat(row.seconds().n()).isEqualTo(3);
            assertThat(row.efficiency()).isBetween(0.0, 1.0);
            assertThat(row.lowerBoundSeconds()).isLessThanOrEqualTo(row.median().totalSeconds());
            assertThat(row.longestChunkSeconds()).isLessThanOrEqualTo(row.lowerBoundSeconds());
            assertThat(row.chunkIterations().total()).isEqualTo(row.chunks());
        }
        assertThat(result.rows().get(2).chunks()).isEqualTo(16);
        Histogram pixels = result.picture().orElseThrow().histogram();
        assertThat(pixels.total()).isEqualTo(60 * 64);
        assertThat(pixels.spikeCount()).isPositive();
        assertThat(result.rowCosts()).hasSize(64);
        assertThat(result.best().seconds().median())
                .isEqualTo(result.rows().stream()
                        .mapToDouble(row -> row.seconds().median())
                        .min()
                        .orElseThrow());
    }

    @Test
    void virtualWorkersAreReplayedFromTheMeasuredChunksAndSaidToBe() throws IOException {
        BalanceResult result = new Balance(
                        request(BalanceRequest.contestants(List.of("static", "cyclic"), List.of()), OptionalInt.of(16)),
                        List.of())
                .execute(Optional.empty(), StudyFixtures.SILENT);
        for (BalanceResult.Row row : result.rows()) {
            assertThat(row.origin()).isEqualTo(Origin.SIMULATED);
            assertThat(row.workers()).isEqualTo(16);
            assertThat(row.chunks()).isEqualTo(16);
            assertThat(row.median().workers()).isEqualTo(2);
            // One chunk a worker: the makespan is the longest of them and what a task costs.
            assertThat(row.lowerBoundSeconds()).isCloseTo(row.longestChunkSeconds(), within(1e-12));
            assertThat(row.seconds().max()).isGreaterThanOrEqualTo(row.longestChunkSeconds());
        }
        assertThat(unevenness(result.rows().get(1)))
                .isLessThan(unevenness(result.rows().get(0)));
    }

    @Test
    void virtualWorkersAreBusyWhileTheyAreInTheKernel() {
        // Kernels of 6, 2, 2 and 2 ns, and each task takes 3 ns beside. On two virtual workers the first computes
        // 6 + 2 ns and ends at 9 + 5 = 14, the second 2 + 2.
        BalanceResult.Row row = handMade(1, OptionalInt.of(2), StudyFixtures.run("threads", "self", 1, 4, 6, 2, 2, 2));
        assertThat(row.seconds().median()).isCloseTo(14e-9, within(1e-18));
        assertThat(row.imbalance()).isCloseTo(8 / 6.0 - 1, within(1e-12));
        assertThat(row.efficiency()).isCloseTo(12 / 28.0, within(1e-12));
    }

    /** The row of schedule self, of which these are the measured runs. */
    private static BalanceResult.Row handMade(int workers, OptionalInt virtualWorkers, Run... runs) {
        BalanceRequest request = request(BalanceRequest.contestants(List.of("self"), List.of()), virtualWorkers);
        try (Engine engine = new SerialEngine()) {
            return BalanceResult.of(
                            request,
                            HostEnvironment.of(engine),
                            new WorkerCount(workers, "test"),
                            List.of(runs),
                            Optional.empty())
                    .rows()
                    .get(0);
        }
    }

    /** Iterations of the most expensive chunk over their mean: what times would show on a machine that nobody else uses. */
    private static double unevenness(BalanceResult.Row row) {
        LongSummaryStatistics iterations = row.median().chunks().stream()
                .mapToLong(chunk -> chunk.work().iterations())
                .summaryStatistics();
        return iterations.getMax() / iterations.getAverage();
    }

    private static BalanceRequest request(List<Contestant> contestants, OptionalInt virtualWorkers) {
        return new BalanceRequest(
                SUBJECT,
                EngineKind.THREADS,
                OptionalInt.of(2),
                contestants,
                virtualWorkers,
                new StudySettings(3, 1, 1));
    }
}
