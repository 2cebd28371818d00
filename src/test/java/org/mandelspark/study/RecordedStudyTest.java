package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.ViewProblem;

class RecordedStudyTest {
    private static final Computation<int[]> SUBJECT = StudyFixtures.computation(60, 48, 200);
    private static final StudySettings SETTINGS = new StudySettings(2, 1, 7);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"STRONG", "WEAK"})
    void scalingIsReadBackAsItWasFound(Mode mode) throws IOException {
        ScalingRequest request = new ScalingRequest(
                SUBJECT, mode, EngineKind.THREADS, List.of(1, 2, 3), Schedule.parse("over:4"), SETTINGS);
        ScalingResult found = new Scaling(request, List.of()).execute(log(request.record()), StudyFixtures.SILENT);
        RecordedStudy study = read();
        ScalingResult result = (ScalingResult) study.result();
        assertThat(result.request()).usingRecursiveComparison().isEqualTo(request);
        assertThat(result.rows()).isEqualTo(found.rows());
        assertThat(result.rowCosts()).isEqualTo(found.rowCosts());
        assertThat(result.runs()).isEqualTo(found.runs());
        assertThat(result.amdahl()).isEqualTo(found.amdahl());
        assertThat(result.environments().get(0)).isEqualTo(found.environments().get(0));
        assertThat(study.gaps()).isEmpty();
        assertThat(study.simulation().isPresent()).isEqualTo(mode == Mode.STRONG);
    }

    @ParameterizedTest
    @CsvSource({"0", "16"})
    void balanceIsReadBackAsItWasFound(int virtualWorkers) throws IOException {
        OptionalInt virtual = virtualWorkers == 0 ? OptionalInt.empty() : OptionalInt.of(virtualWorkers);
        BalanceRequest request = new BalanceRequest(
                SUBJECT,
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(
                        List.of("static", "cyclic", "over", "balanced", "self"),
                        List.of(2, 4),
                        List.of(Unit.ROW, Unit.parse("7x5"))),
                virtual,
                SETTINGS);
        BalanceResult found = new Balance(request, List.of()).execute(log(request.record()), StudyFixtures.SILENT);
        BalanceResult result = (BalanceResult) read().result();
        assertThat(result.request()).usingRecursiveComparison().isEqualTo(request);
        assertThat(result.rows()).isEqualTo(found.rows());
        assertThat(result.rowCosts()).isEqualTo(found.rowCosts());
        assertThat(result.workersSource()).isEqualTo(found.workersSource());
        CountsSample picture = result.picture().orElseThrow();
        assertThat(picture.isWhole()).isTrue();
        assertThat(picture.checksum()).isEqualTo(found.runs().get(0).checksum());
        assertThat(picture.histogram()).isEqualTo(found.picture().orElseThrow().histogram());
    }

    @Test
    void headToHeadsAndTaskSizesAreReadBackAsTheyWereFound() throws IOException {
        HeadToHeadRequest kernels = new HeadToHeadRequest(
                SUBJECT,
                List.of(KernelKind.NAIVE, KernelKind.ARRAY),
                List.of(Interior.NONE),
                List.of(EngineKind.SERIAL, EngineKind.THREADS),
                List.of(2),
                new Partitioning(Schedule.parse("over:4")),
                SETTINGS);
        HeadToHeadResult found = new HeadToHead(kernels).execute(log(kernels.record()), StudyFixtures.SILENT);
        assertThat(((HeadToHeadResult) read().result()).rows()).isEqualTo(found.rows());

        GranularityRequest grains = new GranularityRequest(
                SUBJECT,
                EngineKind.THREADS,
                OptionalInt.of(2),
                List.of(
                        Grain.parse("1x1"),
                        Grain.parse("5x3"),
                        Grain.parse("row"),
                        Grain.parse("band:4"),
                        Grain.parse("band")),
                SETTINGS);
        GranularityResult sizes = new Granularity(grains).execute(log(grains.record()), StudyFixtures.SILENT);
        GranularityResult result = (GranularityResult) read().result();
        assertThat(result.rows()).isEqualTo(sizes.rows());
        assertThat(result.fit()).isEqualTo(sizes.fit());
    }

    @Test
    void aStudyThatWasStoppedIsShownAsFarAsItCame() throws IOException {
        BalanceRequest request = new BalanceRequest(
                SUBJECT,
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(List.of("static", "cyclic"), List.of(), List.of(Unit.ROW)),
                OptionalInt.empty(),
                SETTINGS);
        new Balance(request, List.of()).execute(log(request.record()), StudyFixtures.SILENT);
        List<Run> all = RunLog.read(folder.toString());
        List<Run> measured = new ArrayList<>(
                all.stream().filter(run -> run.phase() == Phase.MEASURED).toList());
        measured.remove(measured.size() - 1);
        RecordedStudy study = RecordedStudy.of(request.record(), measured);
        BalanceResult result = (BalanceResult) study.result();
        assertThat(result.rows()).hasSize(2);
        assertThat(result.rowCosts()).isEmpty();
        assertThat(study.gaps())
                .anySatisfy(gap ->
                        assertThat(gap).startsWith("Repeats are missing: ").endsWith("has 1 of 2 that can be used."))
                .anySatisfy(gap -> assertThat(gap).startsWith("Nothing is simulated: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\" : \"balance\" | \"name\" : \"dreams\" | it holds runs of more than one study: 'balance' and 'dreams'",
                "\"size\" : \"60x48\" | \"size\" : \"60x47\" | its chunks have 48 rows and the problem 47",
                "\"size\" : \"60x48\" | \"size\" : \"60x2000000\" | at most 1048576",
                "\"workers\" : 2 | \"workers\" : 200000 | at most 1048576 and 65536",
                "\"end_ns\" : | \"end_ns\" : -9 | must not end before it begins",
                "\"kernel\" : \"naive\" | \"kernel\" : \"array\" | it holds runs of different problems or kernels",
                "\"phase\" : \"measured\" | \"phase\" : \"warmup\" | stopped too early",
            })
    void whatCannotBeIsRefusedWithTheReason(String text, String changed, String reason) throws IOException {
        BalanceRequest request = new BalanceRequest(
                SUBJECT,
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(List.of("static", "cyclic"), List.of(), List.of(Unit.ROW)),
                OptionalInt.empty(),
                new StudySettings(1, 0, 7));
        new Balance(request, List.of()).execute(log(request.record()), StudyFixtures.SILENT);
        Path file = folder.resolve(RunLog.NAME);
        String runs = Files.readString(file);
        assertThat(runs).contains(text);
        Files.writeString(
                file,
                text.endsWith(":")
                        ? runs.replaceAll(Pattern.quote(text) + " \\d+", changed)
                        : runs.replace(text, changed));
        List<Run> read = RunLog.read(folder.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedStudy.of(request.record(), read))
                .withMessageContaining(reason);
    }

    @Test
    void runsThatDisagreeAreNoStudy() throws IOException {
        GranularityRequest request = new GranularityRequest(
                SUBJECT,
                EngineKind.THREADS,
                OptionalInt.of(2),
                List.of(Grain.parse("row"), Grain.parse("band")),
                SETTINGS);
        new Granularity(request).execute(log(request.record()), StudyFixtures.SILENT);
        Path file = folder.resolve(RunLog.NAME);
        String runs = Files.readString(file);
        String checksum = RunLog.read(folder.toString()).get(0).checksum();
        Files.writeString(file, runs.replaceFirst(checksum, "00000000"));
        List<Run> read = RunLog.read(folder.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedStudy.of(request.record(), read))
                .withMessageContaining("disagree");
    }

    @Test
    void aViewOfTooMuchWorkIsSampledOrNotDrawn() {
        CountsSample sample = CountsSample.of(view(1_000_000)).orElseThrow();
        assertThat(sample.isWhole()).isFalse();
        assertThat(sample.points().pixels() * 1e6).isLessThanOrEqualTo(4e10);
        assertThat(CountsSample.of(view(Integer.MAX_VALUE))).isEmpty();
    }

    private static View view(int maxIter) {
        return ((ViewProblem) StudyFixtures.computation(400, 300, maxIter).problem()).view();
    }

    private RecordedStudy read() {
        return RecordedStudy.read(folder.toString());
    }

    private Optional<RunLog> log(StudyRecord study) {
        return Optional.of(StudyFixtures.log(folder, study, List.of()));
    }
}
