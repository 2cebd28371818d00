package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Histogram;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.BalanceRequest.Contestant;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.workload.Computation;

class BalanceTest {
    private static final Computation<int[]> SUBJECT = StudyFixtures.computation(60, 64, 300);

    @Test
    void familiesOfSchedulesAreCrossedWithFactors() {
        assertThat(BalanceRequest.contestants(
                                List.of("static", "over", "cyclic", "lpt", "permuted", "balanced", "over:3"),
                                List.of(2, 4),
                                List.of(Unit.ROW))
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
    void schedulesAreCrossedWithUnits() {
        assertThat(
                        BalanceRequest.contestants(
                                        List.of("static", "over"), List.of(4), List.of(Unit.ROW, Unit.parse("7x5")))
                                .stream()
                                .map(Contestant::label))
                .containsExactly("static", "over:4", "static in 7x5", "over:4 in 7x5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "row,row | named once only",
                "row,60x1 | row and 60x1 are the same in a picture of this width",
                "row,61x1 | 61x1: a tile of 61x1 is larger than the picture, 60x64",
                "2x65 | larger than the picture"
            })
    void unitsThatCannotBeComparedAreRefused(String names, String why) {
        List<Unit> units = Arrays.stream(names.split(",", -1)).map(Unit::parse).toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        request(BalanceRequest.contestants(List.of("static"), List.of(), units), OptionalInt.empty()))
                .withMessageStartingWith("--units")
                .withMessageContaining(why);
    }

    @Test
    void moreTilesThanCanBeMeasuredOneByOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BalanceRequest(
                        StudyFixtures.computation(400, 400, 10),
                        EngineKind.THREADS,
                        OptionalInt.of(2),
                        BalanceRequest.contestants(List.of("static"), List.of(), List.of(Unit.CELL)),
                        OptionalInt.empty(),
                        new StudySettings(1, 0, 1)))
                .withMessageContaining("--units 1x1: 160,000 tiles of 1x1, and at most 100,000");
    }

    /** Tiles are ragged at the right and at the upper edge; all runs must give one checksum, or the study would stop. */
    @Test
    void everyUnitIsMeasuredWithEverySchedule() throws IOException {
        List<Unit> units = List.of(Unit.parse("16x9"), Unit.ROW, Unit.parse("1x64"));
        Balance study = new Balance(
                request(BalanceRequest.contestants(List.of("lpt:self", "auto"), List.of(), units), OptionalInt.empty()),
                List.of());
        BalanceResult result = study.execute(Optional.empty(), StudyFixtures.SILENT);
        assertThat(result.runs()).hasSize((int) study.expectedRuns());
        assertThat(result.rows())
                .extracting(BalanceResult.Row::label)
                .containsExactly(
                        "lpt:self in 16x9", "auto in 16x9", "lpt:self", "auto", "lpt:self in 1x64", "auto in 1x64");
        assertThat(result.rows().stream()
                        .filter(row -> row.schedule().equals("lpt:self"))
                        .map(BalanceResult.Row::chunks))
                .containsExactly(4 * 8, 64, 60);
        assertThat(result.bestOfUnits()).extracting(BalanceResult.Row::unit).isEqualTo(units);
        assertThat(result.rowCosts()).hasSize(result.units().count());
        assertThat(result.rowCosts().stream().mapToLong(RowCost::iterations).sum())
                .isEqualTo(result.runs().get(0).iterations());
        assertThat(result.ofBestUnit().rows()).contains(result.best()).hasSize(2);
        List<Run> runs = result.runs();
        SimulationResult simulated = new Simulation(
                        runs,
                        Unit.parse("1x64"),
                        List.of(Schedule.parse("self")),
                        List.of(3),
                        Simulation.Engine.MEASURED)
                .execute();
        assertThat(simulated.rows().get(0).chunks()).isEqualTo(60);
        assertThat(new Simulation(runs, List.of(), List.of(2), Simulation.Engine.MEASURED)
                        .execute()
                        .unit())
                .isEqualTo(units.get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Simulation(runs, Unit.parse("2x2"), List.of(), List.of(2), Simulation.Engine.MEASURED))
                .withMessage("the units of the study are 16x9, row, 1x64, not 2x2");
    }

    @Test
    void aFactorThatIsTheDefaultIsStillAFactor() {
        assertThat(BalanceRequest.contestants(List.of("lpt", "balanced"), List.of(1, 16), List.of(Unit.ROW)).stream()
                        .map(contestant -> contestant.schedule().label() + " " + contestant.factor()))
                .containsExactly(
                        "lpt:over:1 OptionalInt[1]",
                        "lpt OptionalInt[16]",
                        "balanced OptionalInt[1]",
                        "balanced:16 OptionalInt[16]");
    }

    @Test
    void aScheduleThatIsNamedTwiceIsRefused() {
        List<Contestant> twice = BalanceRequest.contestants(List.of("over", "over:2"), List.of(2), List.of(Unit.ROW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(twice, OptionalInt.empty()))
                .withMessageContaining("--schedules");
    }

    @Test
    void everyScheduleIsMeasuredAndItsFiguresHangTogether() throws IOException {
        Balance study = new Balance(
                request(
                        BalanceRequest.contestants(
                                List.of("static", "over", "cyclic", "auto"), List.of(2, 8), List.of(Unit.ROW)),
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
                        request(
                                BalanceRequest.contestants(List.of("static", "cyclic"), List.of(), List.of(Unit.ROW)),
                                OptionalInt.of(16)),
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
        BalanceRequest request =
                request(BalanceRequest.contestants(List.of("self"), List.of(), List.of(Unit.ROW)), virtualWorkers);
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
