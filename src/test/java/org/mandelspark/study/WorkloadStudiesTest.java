package org.mandelspark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.RowRange;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.OrbitDensity;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.NpyMatrix;
import org.mandelspark.output.OutputFile;
import org.mandelspark.output.Problem;
import org.mandelspark.output.RunLog;
import org.mandelspark.output.StudyFolder;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.workload.BetaRange;
import org.mandelspark.workload.GaussMap;
import org.mandelspark.workload.MatrixProduct;
import org.mandelspark.workload.SeededMatrix;
import org.mandelspark.workload.Workload;

/** Every study with every workload: measured, with one answer, and read back as it was found. */
class WorkloadStudiesTest {
    private static final StudySettings SETTINGS = new StudySettings(2, 1, 7);

    private static final GaussSubject GAUSS = new GaussSubject(
            new GaussMap(new OrbitDensity(5.8, 20, 150, 24), new BetaRange(-1, 1, 37), KernelKind.ARRAY));

    private static final MatrixSubject MATMUL = new MatrixSubject(
            MatrixProduct.of(new SeededMatrix(1, 41, 30), new SeededMatrix(-2, 30, 19), KernelKind.ARRAY));

    @TempDir
    private Path folder;

    static Stream<Subject<?>> workloads() {
        return Stream.of(StudyFixtures.subject(30, 41, 100), GAUSS, MATMUL);
    }

    static Stream<Subject<?>> arrays() {
        return Stream.of(GAUSS, MATMUL);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void strongAndWeakScalingAreReadBackAsTheyWereFound(Subject<?> subject) throws IOException {
        for (Mode mode : Mode.values()) {
            ScalingRequest request = new ScalingRequest(
                    subject, mode, EngineKind.THREADS, List.of(1, 3), Schedule.parse("over:4"), SETTINGS);
            ScalingResult found = new Scaling(request, List.of()).execute(log(), StudyFixtures.SILENT);
            RecordedStudy study = read();
            ScalingResult result = (ScalingResult) study.result();
            assertThat(study.gaps()).isEmpty();
            assertThat(result.request().mode()).isEqualTo(mode);
            assertThat(result.request().subject().asked()).isEqualTo(subject.asked());
            assertThat(result.rows()).isEqualTo(found.rows());
            assertThat(result.rowCosts()).hasSize(subject.problem().rows()).isEqualTo(found.rowCosts());
            assertThat(study.simulation().isPresent()).isEqualTo(mode == Mode.STRONG);
            long single = result.rows().get(0).median().iterations();
            long many = result.rows().get(1).median().iterations();
            if (subject instanceof ViewSubject) {
                assertThat(many).isBetween(single, 4 * single);
            } else {
                assertThat(many).isEqualTo(mode == Mode.WEAK ? 3 * single : single);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void balanceHasOneAnswerAndNoPictureOfWhatIsNone(Subject<?> subject) throws IOException {
        BalanceRequest request = new BalanceRequest(
                subject,
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(List.of("static", "cyclic", "over", "auto", "guided"), List.of(4)),
                OptionalInt.empty(),
                SETTINGS);
        BalanceResult found = new Balance(request, List.of()).execute(log(), StudyFixtures.SILENT);
        RecordedStudy study = read();
        BalanceResult result = (BalanceResult) study.result();
        assertThat(study.gaps()).isEmpty();
        assertThat(result.rows()).isEqualTo(found.rows());
        assertThat(result.picture()).isEmpty();
        assertThat(result.runs().stream()
                        .filter(run -> run.phase() != Phase.CALIBRATION)
                        .map(MeasuredRun::checksum)
                        .distinct())
                .hasSize(1)
                .containsExactly(checksum(subject));
    }

    private static <A> String checksum(Subject<A> subject) {
        Workload<A> workload = subject.workload();
        A cells = workload.cells().allocate(workload.rows() * workload.rowCells());
        RowRange all = RowRange.band(0, workload.rows());
        workload.fill(all, cells, all.starts(workload.rowCells()));
        return workload.checksum(cells);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void kernelsMeetAndTasksOfRowsAndBandsAreCompared(Subject<?> subject) throws IOException {
        HeadToHeadRequest kernels = new HeadToHeadRequest(
                subject,
                List.of(KernelKind.NAIVE, KernelKind.ARRAY, KernelKind.SIMD),
                List.of(Interior.NONE),
                List.of(EngineKind.SERIAL, EngineKind.THREADS),
                List.of(2),
                new Cut(Schedule.parse("over:4")),
                SETTINGS);
        HeadToHeadResult found = new HeadToHead(kernels).execute(log(), StudyFixtures.SILENT);
        assertThat(found.rows()).hasSize(6);
        assertThat(((HeadToHeadResult) read().result()).rows()).isEqualTo(found.rows());

        GranularityRequest grains = new GranularityRequest(
                subject,
                EngineKind.THREADS,
                OptionalInt.of(2),
                List.of(Grain.parse("row"), Grain.parse("band:4"), Grain.parse("band")),
                SETTINGS);
        GranularityResult sizes = new Granularity(grains).execute(log(), StudyFixtures.SILENT);
        assertThat(((GranularityResult) read().result()).rows()).isEqualTo(sizes.rows());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void whatIsRecordedIsComputedAgain(Subject<?> subject) {
        Subject<?> again = Subject.of(subject.asked());
        assertThat(again.asked()).isEqualTo(subject.asked());
        assertThat(checksum(again)).isEqualTo(checksum(subject));
        assertThat(checksum(subject.computedBy(KernelKind.SIMD, Interior.NONE))).isEqualTo(checksum(subject));
        assertThat(subject.timesRows(3).problem().rows())
                .isEqualTo(3 * subject.problem().rows());
    }

    @Test
    void aMatrixInAFileIsReadBackWithoutIt() {
        Problem.ArrayPart problem = new MatrixSubject(MatrixProduct.of(
                        new NpyMatrix("seed of all", "seed of all", 4, 3), new SeededMatrix(5, 3, 2), KernelKind.SIMD))
                .problem();
        MatrixSubject again = MatrixSubject.of(problem, KernelKind.SIMD);
        assertThat(again.problem()).isEqualTo(problem);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> again.timesRows(2))
                .withMessageContaining("leave --a away");
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void whereNothingCanBeLeftOutNothingIs(Subject<?> subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject.computedBy(KernelKind.SIMD, Interior.PROVED))
                .withMessageContaining("interior proved is for views");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grain.parse("pixel").workload(subject))
                .withMessageContaining("the finest task of workload");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject.timesRows(Integer.MAX_VALUE))
                .withMessageContaining("more than an array holds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gauss | \"array\" : | \"vista\" : | either a 'view' or an 'array'",
                "gauss | \"parameters\" : | \"meters\" : | it has no 'parameters'",
                "gauss | \"rows\" : 37 | \"rows\" : 0 | 0 rows of 24 cells",
                "gauss | \"rows\" : 37 | \"rows\" : 38 | its chunks have 37 rows",
                "gauss | \"row_cells\" : 24 | \"row_cells\" : -24 | 37 rows of -24 cells",
                "gauss | \"alpha\" : \"5.8\" | \"alpha\" : \"NaN\" | alpha must be finite",
                "gauss | \"alpha\" : \"5.8\" | \"alpha\" : \"five\" | no number",
                "gauss | \"alpha\" : \"5.8\" | \"alpha\" : \"5.80\" | none whose studies can be read back",
                "gauss | \"beta\" : \"-1.0,1.0\" | \"beta\" : \"1\" | its 'beta' is no range",
                "gauss | \"beta\" : \"-1.0,1.0\" | \"beta\" : \"1.0,-1.0\" | beta must run",
                "gauss | \"points\" : \"150\" | \"points\" : \"99999999999\" | no number",
                "gauss | \"skip\" : \"20\" | \"leap\" : \"20\" | no number",
                "gauss | \"workload\" : \"gauss\" | \"workload\" : \"galois\" | unknown workload 'galois'",
                "gauss | \"workload\" : \"gauss\" | \"workload\" : \"matmul\" | its 'a' is no matrix",
                "gauss | \"interior\" : \"none\" | \"interior\" : \"proved\" | none whose studies can be read back",
                "matmul | 41x30, seed 1 | 41x31, seed 1 | the columns of A",
                "matmul | 41x30, seed 1 | 99999999x30, seed 1 | that one array holds",
                "matmul | 41x30, seed 1 | <script>alert(1)</script> | its 'a' is no matrix: '<script>",
                "matmul | 41x30, seed 1 | \\u001b]0;x\\u0007 | its 'a' is no matrix: '\ufffd]0;x\ufffd'",
            })
    void whatAStrangerWroteIsRefusedWithTheReason(String workload, String text, String changed, String reason)
            throws IOException {
        BalanceRequest request = new BalanceRequest(
                workload.equals("gauss") ? GAUSS : MATMUL,
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(List.of("static", "cyclic"), List.of()),
                OptionalInt.empty(),
                new StudySettings(1, 0, 7));
        new Balance(request, List.of()).execute(log(), StudyFixtures.SILENT);
        Path file = folder.resolve(RunLog.NAME);
        String runs = Files.readString(file);
        assertThat(runs).contains(text);
        Files.writeString(file, runs.replace(text, changed));
        assertThatIllegalArgumentException().isThrownBy(this::read).withMessageContaining(reason);
    }

    private Optional<RunLog> log() {
        return Optional.of(
                new RunLog(new StudyFolder(folder.toString(), List.of(RunLog.NAME), OutputFile.Existing.REPLACE)));
    }

    private RecordedStudy read() {
        return RecordedStudy.of(RunLog.read(folder.toString()));
    }
}
