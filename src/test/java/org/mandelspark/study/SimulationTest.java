package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.TestRuns;
import org.mandelspark.schedule.Schedule;

class SimulationTest {
    @TempDir
    private static Path folder;

    private static List<Run> recorded;

    @BeforeAll
    static void measure() throws IOException {
        BalanceRequest request = new BalanceRequest(
                StudyFixtures.computation(120, 100, 20_000),
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(List.of("static", "over"), List.of(8), List.of(Unit.ROW)),
                OptionalInt.empty(),
                new StudySettings(3, 1, 1));
        new Balance(request, List.of())
                .execute(Optional.of(StudyFixtures.log(folder, request.record(), List.of())), StudyFixtures.SILENT);
        recorded = RunLog.read(folder.toString()).stream()
                .map(SimulationTest::onAnEvenMachine)
                .toList();
    }

    /** Row costs in proportion to iterations: what is simulated here must not hang on who else uses the machine. */
    private static Run onAnEvenMachine(Run run) {
        if (run.phase() != Phase.REFERENCE) {
            return run;
        }
        List<ChunkTiming> chunks = run.chunks().stream()
                .map(chunk -> new ChunkTiming(
                        chunk.index(),
                        chunk.rows(),
                        chunk.executor(),
                        chunk.host(),
                        chunk.slot(),
                        chunk.startNanos(),
                        chunk.endNanos(),
                        3 * chunk.work().iterations(),
                        chunk.work(),
                        chunk.resultBytes(),
                        chunk.attempt()))
                .toList();
        return TestRuns.withChunks(chunks, run);
    }

    @Test
    void theStudysOwnSchedulesAreSimulatedAndComparedWhereTheyWereMeasured() {
        SimulationResult result =
                simulation(recorded, List.of(), List.of(1, 2, 16)).execute();
        assertThat(result.rows())
                .extracting(row -> row.schedule() + " " + row.workers())
                .containsExactly("static 1", "static 2", "static 16", "over:8 1", "over:8 2", "over:8 16");
        for (SimulationResult.Row row : result.rows()) {
            assertThat(row.modelError().isPresent()).isEqualTo(row.workers() == 2);
            assertThat(row.makespanSeconds()).isGreaterThan(row.lowerBoundSeconds());
            assertThat(row.efficiency()).isBetween(0.0, 1.0);
        }
        // Threads write into one array: nothing travels, so nothing is gathered.
        assertThat(result.model().gatherNanosPerByte()).isZero();
    }

    @Test
    void planningCountsAsInEveryStudy() {
        List<Run> ofStatic = recorded.stream()
                .filter(run ->
                        run.phase() == Phase.MEASURED && run.schedule().label().equals("static"))
                .toList();
        List<Schedule> schedules = List.of(Schedule.parse("static"), Schedule.parse("cyclic"), Schedule.parse("auto"));
        SimulationResult before = simulation(recorded, schedules, List.of(2)).execute();
        SimulationResult.Row measured = before.rows().get(0);
        assertThat(measured.measuredSeconds().orElseThrow())
                .isEqualTo(TimedRun.spread(ofStatic).median());
        // No run took a pilot: auto is planned as the others are, lest it seem faster, and said to be.
        assertThat(before.unplanned()).containsExactly("auto");
        SimulationResult after = simulation(
                        recorded.stream()
                                .map(SimulationTest::plannedASecondLonger)
                                .toList(),
                        schedules,
                        List.of(2))
                .execute();
        for (int i = 0; i < schedules.size(); i++) {
            assertThat(after.rows().get(i).makespanSeconds())
                    .isCloseTo(before.rows().get(i).makespanSeconds() + 1, within(1e-9));
        }
    }

    private static Run plannedASecondLonger(Run run) {
        return new Run(
                run.place(),
                run.computation(),
                run.methods(),
                run.engine(),
                run.schedule(),
                run.unit(),
                run.plannedWorkers(),
                run.workers(),
                run.workersSource(),
                run.environment(),
                run.wallSeconds(),
                run.planNanos() + 1_000_000_000,
                run.wallNanos(),
                run.checksum(),
                run.chunks(),
                run.overheads(),
                run.tasksSeen(),
                run.extra(),
                run.exact());
    }

    @Test
    void cyclicBeatsStaticOnManyWorkers() {
        SimulationResult result = new Simulation(
                        recorded,
                        List.of(Schedule.parse("static"), Schedule.parse("cyclic")),
                        List.of(16),
                        Simulation.Engine.IDEAL)
                .execute();
        assertThat(result.rows().get(1).efficiency())
                .isGreaterThan(1.5 * result.rows().get(0).efficiency());
    }

    @Test
    void aStudyThatWasStoppedTooEarlyIsRefused() {
        List<Run> noRows =
                recorded.stream().filter(run -> run.phase() != Phase.REFERENCE).toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation(noRows, List.of(), List.of(2)).execute())
                .withMessageContaining("row by row");
        List<Run> noCalibration = recorded.stream()
                .filter(run -> run.phase() != Phase.CALIBRATION)
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> simulation(noCalibration, List.of(), List.of(2)).execute())
                .withMessageContaining("stopped too early");
    }

    @Test
    void passesOfDifferentRowsAreRefused() {
        List<Run> rowByRow =
                recorded.stream().filter(run -> run.phase() == Phase.REFERENCE).toList();
        Run whole = rowByRow.get(rowByRow.size() - 1);
        List<Run> runs = new ArrayList<>(recorded);
        runs.add(TestRuns.withChunks(whole.chunks().subList(0, 10), whole));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation(runs, List.of(), List.of(2)).execute())
                .withMessageContaining("not of the same number of rows");
    }

    @Test
    void anIdealEngineReachesWhatTheScheduleAllows() {
        SimulationResult result = new Simulation(
                        recorded,
                        List.of(Schedule.parse("static"), Schedule.parse("self")),
                        List.of(1, 16),
                        Simulation.Engine.IDEAL)
                .execute();
        // One chunk a worker: the longest of them ends last.
        SimulationResult.Row sixteen = result.rows().get(1);
        assertThat(sixteen.makespanSeconds()).isEqualTo(sixteen.lowerBoundSeconds());
        assertThat(result.rows().get(0).efficiency()).isCloseTo(1, within(1e-9));
        assertThat(result.rows().get(3).efficiency()).isGreaterThan(0.8);
    }

    private static Simulation simulation(List<Run> runs, List<Schedule> schedules, List<Integer> workers) {
        return new Simulation(runs, schedules, workers, Simulation.Engine.MEASURED);
    }
}
