package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.ViewProblem;

class ScalingTest {
    private static final Computation<int[]> SUBJECT = StudyFixtures.computation(60, 48, 200);

    @TempDir
    private Path folder;

    @Test
    void everyNumberOfWorkersIsRepeatedAndComparedWithOneAndWithThePlainLoop() throws IOException {
        Scaling study = new Scaling(request(Mode.STRONG, List.of(2, 3), 4), List.of());
        ScalingResult result = study.execute(Optional.empty(), StudyFixtures.SILENT);
        assertThat(result.rows()).extracting(ScalingResult.Row::workers).containsExactly(1, 2, 3);
        assertThat(result.rows())
                .allSatisfy(row -> assertThat(row.seconds().n()).isEqualTo(4));
        assertThat(result.rows().get(0).speedup()).isEqualTo(1);
        assertThat(result.rows().get(0).serialFraction()).isEmpty();
        ScalingResult.Row two = result.rows().get(1);
        assertThat(two.speedup())
                .isEqualTo(result.single().median() / two.seconds().median());
        assertThat(two.efficiency()).isEqualTo(two.speedup() / 2);
        assertThat(two.speedupOverSerial())
                .isEqualTo(result.serial().median() / two.seconds().median());
        assertThat(result.amdahl()).isPresent();
        assertThat(result.usl()).isEmpty();
        assertThat(result.runs()).hasSize((int) study.expectedRuns());
        assertThat(result.runs().stream()
                        .filter(run -> run.phase() != Phase.CALIBRATION)
                        .map(Run::checksum)
                        .distinct())
                .hasSize(1);
        assertThat(result.rowCosts()).hasSize(48);
        assertThat(result.rowCosts().stream().mapToLong(RowCost::iterations).sum())
                .isEqualTo(two.median().iterations());
    }

    @Test
    void theLedgerOfARunAddsUp() throws IOException {
        ScalingResult result = new Scaling(request(Mode.STRONG, List.of(2), 2), List.of())
                .execute(Optional.empty(), StudyFixtures.SILENT);
        for (ScalingResult.Row row : result.rows()) {
            Run run = row.median();
            Ledger ledger = run.ledger();
            assertThat(ledger.totalNanos()).isEqualTo(run.workers() * (run.planNanos() + run.wallNanos()));
            assertThat(ledger.nanos(Ledger.Account.PLAN)).isPositive();
        }
    }

    @Test
    void weakScalingGivesEachWorkerAsManyIterations() throws IOException {
        ScalingResult result = new Scaling(request(Mode.WEAK, List.of(2, 4), 2), List.of())
                .execute(Optional.empty(), StudyFixtures.SILENT);
        double single = result.rows().get(0).median().iterations();
        for (ScalingResult.Row row : result.rows()) {
            assertThat(row.median().iterations() / (row.workers() * single)).isBetween(0.95, 1.05);
            assertThat(row.efficiency())
                    .isEqualTo(result.single().median() / row.seconds().median());
            assertThat(row.serialFraction()).isEmpty();
        }
        assertThat(result.amdahl()).isEmpty();
        assertThat(result.cost()).isEmpty();
    }

    @Test
    void weakScalingShowsTheSamePartOfThePlaneToAllWorkers() {
        View centred =
                new View("centred", new Formula.Mandelbrot(), Frame.centred("-0.7,0.2", "0.1"), new Size(60, 40), 100);
        Computation<int[]> computation = new Computation<>(new ViewProblem(centred), KernelKind.NAIVE, Interior.NONE);
        assertThat(((ViewProblem) computation.times(3).problem()).view().grid().region())
                .isEqualTo(centred.grid().region());
        assertThat(((ViewProblem) computation.times(3).problem()).view().size()).isEqualTo(new Size(60, 120));
    }

    @Test
    void aStoppedStudyGoesOnWhereItWas() throws IOException {
        ScalingRequest few = request(Mode.STRONG, List.of(2), 2);
        new Scaling(few, List.of())
                .execute(Optional.of(StudyFixtures.log(folder, few.record(), List.of())), StudyFixtures.SILENT);
        List<Run> earlier = RunLog.read(folder.toString());
        ScalingRequest more = request(Mode.STRONG, List.of(2), 5);
        ScalingResult result = new Scaling(more, earlier)
                .execute(Optional.of(StudyFixtures.log(folder, more.record(), earlier)), StudyFixtures.SILENT);
        assertThat(result.rows())
                .allSatisfy(row -> assertThat(row.seconds().n()).isEqualTo(5));
        List<Run> all = RunLog.read(folder.toString());
        assertThat(all.subList(0, earlier.size())).isEqualTo(earlier);
        assertThat(all.stream().filter(run -> run.phase() == Phase.MEASURED).count())
                .isEqualTo(3 * 5);

        ScalingResult again = new Scaling(more, all).execute(Optional.empty(), StudyFixtures.SILENT);
        assertThat(again.runs()).hasSameSizeAs(all);
        assertThat(again.rows().get(1).seconds()).isEqualTo(result.rows().get(1).seconds());
    }

    @Test
    void configurationsTakeTurnsAndAStoppedStudyGoesOnInTheMiddleOfARound() throws IOException {
        ScalingRequest request = new ScalingRequest(
                SUBJECT,
                Mode.STRONG,
                EngineKind.THREADS,
                List.of(2),
                Schedule.parse("auto"),
                new StudySettings(4, new Warmup.UntilSteady(), 1));
        new Scaling(request, List.of())
                .execute(Optional.of(StudyFixtures.log(folder, request.record(), List.of())), StudyFixtures.SILENT);
        List<Run> all = RunLog.read(folder.toString());
        List<Run> whole = measured(all);
        assertThat(whole).extracting(Run::repeat).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);
        List<Run> stopped = new ArrayList<>(all);
        while (measured(stopped).size() > 7) {
            stopped.remove(stopped.size() - 1);
        }
        new Scaling(request, stopped)
                .execute(Optional.of(StudyFixtures.log(folder, request.record(), stopped)), StudyFixtures.SILENT);
        assertThat(measured(RunLog.read(folder.toString())))
                .extracting(run -> run.engine() + run.workers() + " " + run.repeat())
                .isEqualTo(whole.stream()
                        .map(run -> run.engine() + run.workers() + " " + run.repeat())
                        .toList());
        assertThat(RecordedStudy.read(folder.toString()).gaps()).isEmpty();
    }

    private static List<Run> measured(List<Run> runs) {
        return runs.stream().filter(run -> run.phase() == Phase.MEASURED).toList();
    }

    @Test
    void anotherStudyIsNotGoneOnWith() throws IOException {
        ScalingRequest one = request(Mode.STRONG, List.of(), 1);
        new Scaling(one, List.of())
                .execute(Optional.of(StudyFixtures.log(folder, one.record(), List.of())), StudyFixtures.SILENT);
        List<Run> earlier = RunLog.read(folder.toString());
        ScalingRequest other = new ScalingRequest(
                StudyFixtures.computation(60, 48, 201),
                Mode.STRONG,
                EngineKind.THREADS,
                List.of(1),
                Schedule.parse("auto"),
                new StudySettings(1, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scaling(other, earlier))
                .withMessageContaining("at most 200 iterations")
                .withMessageContaining("not of")
                .withMessageContaining("at most 201 iterations");
    }

    private static ScalingRequest request(Mode mode, List<Integer> workers, int repeats) {
        return new ScalingRequest(
                SUBJECT, mode, EngineKind.THREADS, workers, Schedule.parse("auto"), new StudySettings(repeats, 1, 1));
    }
}
