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
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.OutputFile;
import org.mandelspark.output.RecordedRun;
import org.mandelspark.output.RunLog;
import org.mandelspark.output.StudyFolder;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.ScalingRequest.Mode;

class ScalingTest {
    private static final ViewSubject SUBJECT = StudyFixtures.subject(60, 48, 200);

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
                        .map(MeasuredRun::checksum)
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
            MeasuredRun run = row.median();
            Ledger ledger = run.ledger();
            assertThat(ledger.totalNanos()).isEqualTo(run.workers() * (run.planNanos() + run.wallNanos()));
            assertThat(ledger.planNanos()).isPositive();
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
        ViewSubject subject = new ViewSubject(centred, KernelKind.NAIVE, Interior.NONE);
        assertThat(subject.timesRows(3).view().grid().region())
                .isEqualTo(centred.grid().region());
        assertThat(subject.timesRows(3).view().size()).isEqualTo(new Size(60, 120));
    }

    @Test
    void aStoppedStudyGoesOnWhereItWas() throws IOException {
        ScalingRequest few = request(Mode.STRONG, List.of(2), 2);
        new Scaling(few, List.of()).execute(Optional.of(new RunLog(folder())), StudyFixtures.SILENT);
        List<RecordedRun> earlier = RunLog.read(folder.toString());
        ScalingRequest more = request(Mode.STRONG, List.of(2), 5);
        ScalingResult result =
                new Scaling(more, earlier).execute(Optional.of(new RunLog(folder(), earlier)), StudyFixtures.SILENT);
        assertThat(result.rows())
                .allSatisfy(row -> assertThat(row.seconds().n()).isEqualTo(5));
        List<RecordedRun> all = RunLog.read(folder.toString());
        assertThat(all.subList(0, earlier.size()))
                .extracting(RecordedRun::text)
                .isEqualTo(earlier.stream().map(RecordedRun::text).toList());
        assertThat(all.stream()
                        .filter(run -> run.run().phase() == Phase.MEASURED)
                        .count())
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
        new Scaling(request, List.of()).execute(Optional.of(new RunLog(folder())), StudyFixtures.SILENT);
        List<RecordedRun> all = RunLog.read(folder.toString());
        List<MeasuredRun> whole = measured(all);
        assertThat(whole).extracting(MeasuredRun::repeat).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);
        List<RecordedRun> stopped = new ArrayList<>(all);
        while (measured(stopped).size() > 7) {
            stopped.remove(stopped.size() - 1);
        }
        new Scaling(request, stopped).execute(Optional.of(new RunLog(folder(), stopped)), StudyFixtures.SILENT);
        assertThat(measured(RunLog.read(folder.toString())))
                .extracting(run -> run.engine() + run.workers() + " " + run.repeat())
                .isEqualTo(whole.stream()
                        .map(run -> run.engine() + run.workers() + " " + run.repeat())
                        .toList());
        assertThat(RecordedStudy.of(RunLog.read(folder.toString())).gaps()).isEmpty();
    }

    private static List<MeasuredRun> measured(List<RecordedRun> runs) {
        return runs.stream()
                .map(RecordedRun::run)
                .filter(run -> run.phase() == Phase.MEASURED)
                .toList();
    }

    @Test
    void anotherStudyIsNotGoneOnWith() throws IOException {
        new Scaling(request(Mode.STRONG, List.of(), 1), List.of())
                .execute(Optional.of(new RunLog(folder())), StudyFixtures.SILENT);
        List<RecordedRun> earlier = RunLog.read(folder.toString());
        ScalingRequest other = new ScalingRequest(
                StudyFixtures.subject(60, 48, 201),
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

    private StudyFolder folder() {
        return new StudyFolder(folder.toString(), List.of(RunLog.NAME), OutputFile.Existing.REPLACE);
    }

    private static ScalingRequest request(Mode mode, List<Integer> workers, int repeats) {
        return new ScalingRequest(
                SUBJECT, mode, EngineKind.THREADS, workers, Schedule.parse("auto"), new StudySettings(repeats, 1, 1));
    }
}
