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
import org.mandelspark.files.NpyMatrix;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.OrbitDensity;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.workload.BetaRange;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.GaussProblem;
import org.mandelspark.workload.ProductProblem;
import org.mandelspark.workload.SeededMatrix;
import org.mandelspark.workload.ViewProblem;
import org.mandelspark.workload.Workload;

/** Every study with every workload: measured, with one answer, and read back as it was found. */
class WorkloadStudiesTest {
    private static final StudySettings SETTINGS = new StudySettings(2, 1, 7);

    private static final Computation<double[]> GAUSS = new Computation<>(
            new GaussProblem(new OrbitDensity(5.8, 20, 150, 24), new BetaRange(-1, 1, 37)),
            KernelKind.ARRAY,
            Interior.NONE);

    private static final Computation<double[]> MATMUL = new Computation<>(
            ProductProblem.of(new SeededMatrix(1, 41, 30), new SeededMatrix(-2, 30, 19)),
            KernelKind.ARRAY,
            Interior.NONE);

    @TempDir
    private Path folder;

    static Stream<Computation<?>> workloads() {
        return Stream.of(StudyFixtures.computation(30, 41, 100), GAUSS, MATMUL);
    }

    static Stream<Computation<?>> arrays() {
        return Stream.of(GAUSS, MATMUL);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void strongAndWeakScalingAreReadBackAsTheyWereFound(Computation<?> computation) throws IOException {
        for (Mode mode : Mode.values()) {
            ScalingRequest request = new ScalingRequest(
                    computation, mode, EngineKind.THREADS, List.of(1, 3), Schedule.parse("over:4"), SETTINGS);
            ScalingResult found = new Scaling(request, List.of()).execute(log(request.record()), StudyFixtures.SILENT);
            RecordedStudy study = read();
            ScalingResult result = (ScalingResult) study.result();
            assertThat(study.gaps()).isEmpty();
            assertThat(result.request().mode()).isEqualTo(mode);
            assertThat(result.request().computation()).isEqualTo(computation);
            assertThat(result.rows()).isEqualTo(found.rows());
            assertThat(result.rowCosts()).hasSize(computation.problem().rows()).isEqualTo(found.rowCosts());
            assertThat(study.simulation().isPresent()).isEqualTo(mode == Mode.STRONG);
            long single = result.rows().get(0).median().iterations();
            long many = result.rows().get(1).median().iterations();
            if (computation.problem() instanceof ViewProblem) {
                assertThat(many).isBetween(single, 4 * single);
            } else {
                assertThat(many).isEqualTo(mode == Mode.WEAK ? 3 * single : single);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void balanceHasOneAnswerAndNoPictureOfWhatIsNone(Computation<?> computation) throws IOException {
        BalanceRequest request = new BalanceRequest(
                computation,
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(
                        List.of("static", "cyclic", "over", "auto", "guided"), List.of(4), List.of(Unit.ROW)),
                OptionalInt.empty(),
                SETTINGS);
        BalanceResult found = new Balance(request, List.of()).execute(log(request.record()), StudyFixtures.SILENT);
        RecordedStudy study = read();
        BalanceResult result = (BalanceResult) study.result();
        assertThat(study.gaps()).isEmpty();
        assertThat(result.rows()).isEqualTo(found.rows());
        assertThat(result.picture()).isEmpty();
        assertThat(result.runs().stream()
                        .filter(run -> run.phase() != Phase.CALIBRATION)
                        .map(Run::checksum)
                        .distinct())
                .hasSize(1)
                .containsExactly(checksum(computation));
    }

    private static <A> String checksum(Computation<A> computation) {
        Workload<A> workload = computation.workload();
        A cells = workload.cells().allocate(workload.rows() * workload.rowCells());
        RowRange all = RowRange.band(0, workload.rows());
        workload.fill(all, cells, all.starts(workload.rowCells()));
        return workload.checksum(cells);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void kernelsMeetAndTasksOfRowsAndBandsAreCompared(Computation<?> computation) throws IOException {
        HeadToHeadRequest kernels = new HeadToHeadRequest(
                computation,
                List.of(KernelKind.NAIVE, KernelKind.ARRAY, KernelKind.SIMD),
                List.of(Interior.NONE),
                List.of(EngineKind.SERIAL, EngineKind.THREADS),
                List.of(2),
                new Partitioning(Schedule.parse("over:4")),
                SETTINGS);
        HeadToHeadResult found = new HeadToHead(kernels).execute(log(kernels.record()), StudyFixtures.SILENT);
        assertThat(found.rows()).hasSize(6);
        assertThat(((HeadToHeadResult) read().result()).rows()).isEqualTo(found.rows());

        GranularityRequest grains = new GranularityRequest(
                computation,
                EngineKind.THREADS,
                OptionalInt.of(2),
                List.of(Grain.parse("row"), Grain.parse("band:4"), Grain.parse("band")),
                SETTINGS);
        GranularityResult sizes = new Granularity(grains).execute(log(grains.record()), StudyFixtures.SILENT);
        assertThat(((GranularityResult) read().result()).rows()).isEqualTo(sizes.rows());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyKernelGivesTheSameAndWeakScalingAddsRows(Computation<?> computation) {
        assertThat(checksum(computation.computedBy(KernelKind.SIMD, Interior.NONE)))
                .isEqualTo(checksum(computation));
        assertThat(computation.times(3).problem().rows())
                .isEqualTo(3 * computation.problem().rows());
    }

    @Test
    void aMatrixInAFileDoesNotGrow() {
        ProductProblem problem =
                ProductProblem.of(new NpyMatrix("seed of all", "seed of all", 4, 3), new SeededMatrix(5, 3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> problem.times(2)).withMessageContaining("leave --a out");
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void whereNothingCanBeLeftOutNothingIs(Computation<?> computation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computation.computedBy(KernelKind.SIMD, Interior.PROVED))
                .withMessageContaining("interior proved is for views");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computation.workload().inUnits(Unit.CELL))
                .withMessageContaining("tiles are for views");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> computation.times(Integer.MAX_VALUE))
                .withMessageContaining("more than an array holds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gauss | \"problem\" : | \"riddle\" : | 'problem' is missing",
                "gauss | \"size\" : \"37x24\" | \"size\" : \"0x24\" | the size must be at least 1x1",
                "gauss | \"size\" : \"37x24\" | \"size\" : \"38x24\" | chunks have 37 rows and the problem 38",
                "gauss | \"alpha\" : 5.8 | \"alpha\" : \"five\" | 'alpha' must be a number, not \"five\"",
                "gauss | \"alpha\" : 5.8 | \"alpha\" : -5.8 | alpha must be finite and greater than 0",
                "gauss | \"alpha\" : 5.8 | \"alpha\" : 5.9 | it holds runs of different problems or kernels",
                "gauss | \"beta\" : [ -1.0, 1.0 ] | \"beta\" : 1 | 'beta' must be a list, not 1",
                "gauss | \"beta\" : [ -1.0, 1.0 ] | \"beta\" : [ 1.0, -1.0 ] | beta must run",
                "gauss | \"points\" : 150 | \"points\" : 99999999999 | 'points' must be a whole number of at most 32",
                "gauss | \"skip\" : 20 | \"leap\" : 20 | 'skip' is missing",
                "gauss | \"workload\" : \"gauss\" | \"workload\" : \"galois\" | of the unknown kind 'galois'",
                "gauss | \"workload\" : \"gauss\" | \"workload\" : \"matmul\" | 'a' is missing",
                "gauss | \"interior\" : \"none\" | \"interior\" : \"proved\" | interior proved is for views",
                "matmul | \"columns\" : 30 | \"columns\" : 31 | the columns of A",
                "matmul | \"rows\" : 41 | \"rows\" : 99999999 | that one array holds",
                "matmul | \"source\" : \"seed\" | \"source\" : \"<script>\" | of the unknown kind '<script>'",
            })
    void whatAStrangerWroteIsRefusedWithTheReason(String workload, String text, String changed, String reason)
            throws IOException {
        BalanceRequest request = new BalanceRequest(
                workload.equals("gauss") ? GAUSS : MATMUL,
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(List.of("static", "cyclic"), List.of(), List.of(Unit.ROW)),
                OptionalInt.empty(),
                new StudySettings(1, 0, 7));
        new Balance(request, List.of()).execute(log(request.record()), StudyFixtures.SILENT);
        Path file = folder.resolve(RunLog.NAME);
        String runs = Files.readString(file);
        assertThat(runs).contains(text);
        Files.writeString(file, runs.replace(text, changed));
        assertThatIllegalArgumentException().isThrownBy(this::read).withMessageContaining(reason);
    }

    private Optional<RunLog> log(StudyRecord study) {
        return Optional.of(StudyFixtures.log(folder, study, List.of()));
    }

    private RecordedStudy read() {
        return RecordedStudy.read(folder.toString());
    }
}
