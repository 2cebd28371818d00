package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.study.SimulationResult;

/** {@link SimulationTable} and {@link SimulationFiles}. */
class SimulationReportTest {
    private static final SimulationResult RESULT =
            SampleSimulation.of(List.of("static", "cyclic", "over:4"), List.of(1, 2, 16, 88));

    @TempDir
    private Path folder;

    @Test
    void whatWasMeasuredStandsBesideWhatWasSimulated() {
        List<String> lines = new SimulationTable(RESULT).lines();
        assertThat(lines.subList(0, 6))
                .containsExactly(
                        "schedule  workers  chunks  simulated s  eff. %  bound s  measured s  model error %",
                        "--------  -------  ------  -----------  ------  -------  ----------  -------------",
                        "static          1       1       0.4157    98.7   0.4101           -              -",
                        "static          2       2       0.2106    97.4   0.2051      0.2148           -2.0",
                        "static         16      16       0.0842    30.4   0.0785           -              -",
                        "static         88      64       0.0269    17.3   0.0205           -              -");
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(unbroken(lines))
                .contains("Nothing here was measured except the column measured: view ")
                .contains("Largest model error: -2.0%, of static with 2 workers.");
    }

    @Test
    void theModelIsGivenInUnits() {
        assertThat(unbroken(new SimulationTable(RESULT).lines()))
                .contains("Model: start 2.000 ms, dispatch 30.00 µs a chunk, task overhead 500.0 µs a chunk on its"
                        + " worker, gather 250.0 MB/s, end 3.000 ms.");
    }

    @Test
    void publishedFiguresStandBesideOursOnlyForTheSameNumberOfWorkersAndEqualBands() {
        assertThat(unbroken(new SimulationTable(RESULT).lines()))
                .contains(
                        "Published for another machine, 16 workers, 800x800, equal bands: 17.2% efficiency (\"from-scratch build ·"
                                + " HPC\"). Simulated here: static 30.4%, the best, cyclic, 79.7%.")
                .contains("Published for another machine, 88 cores: cutting finer gave 2.3 times");
        assertThat(unbroken(new SimulationTable(SampleSimulation.of(List.of("cyclic"), List.of(16, 88))).lines()))
                .doesNotContain("Another's");
        assertThat(unbroken(new SimulationTable(SampleSimulation.of(List.of("static"), List.of(4))).lines()))
                .doesNotContain("Another's")
                .contains("Model error unknown: the study measured none of these.");
    }

    @Test
    void nothingIsHeldAgainstItself() {
        String alone = unbroken(
                new SimulationTable(SampleSimulation.of(List.of("static", "over:1"), List.of(16, 88))).lines());
        assertThat(alone)
                .contains("Simulated here: static 30.4%, no schedule here is faster than static.")
                .contains("Simulated here: no schedule here is faster than static.");
        assertThat(new SimulationAdvice(SampleSimulation.of(List.of("cyclic", "static"), List.of(64, 88))).findings())
                .first()
                .asString()
                .contains("with 64 workers")
                .endsWith("; static takes as long.");
    }

    @Test
    void whatIsSaidOfManyWorkersHoldsForFewer() throws IOException {
        SimulationResult dips = withRows(row(1, 0.9, 1), row(2, 0.4, 1), row(3, 0.6, 1));
        SimulationFiles.write(
                dips, new StudyFolder(folder.toString(), SimulationFiles.NAMES, OutputFile.Existing.REPLACE));
        assertThat(Plots.words(folder, "simulate")).contains("At least half of them are busy up to 1 with static.");
        assertThat(new SimulationAdvice(dips).findings())
                .contains(
                        "Simulated: the most workers of which 80% are busy are 1, with static; beyond, grow the work or"
                                + " take fewer workers.");
    }

    @Test
    void unknownPlanningAndErrorsThatRoundToNothingAreSaidToBe() {
        SimulationResult close =
                withRows(new SimulationResult.Row("auto", 2, 9, 0.10001, 0.5, 0.05, OptionalDouble.of(0.10002)));
        assertThat(unbroken(new SimulationTable(close).lines()))
                .contains("The study measured no planning like that of auto: simulated times lack it, or its pilot.")
                .contains("Largest model error: 0.0%, of auto with 2 workers.");
        assertThat(unbroken(new SimulationTable(RESULT).lines())).doesNotContain("planning like");
    }

    private static SimulationResult.Row row(int workers, double efficiency, double seconds) {
        return new SimulationResult.Row("static", workers, 9, seconds, efficiency, 0.1, OptionalDouble.empty());
    }

    private static SimulationResult withRows(SimulationResult.Row... rows) {
        return new SimulationResult(
                RESULT.computation(), RESULT.unit(), RESULT.engine(), RESULT.model(), List.of(rows), List.of("auto"));
    }

    @Test
    void theFilesLeaveEmptyWhatWasNotMeasured() throws IOException {
        SimulationFiles.write(
                RESULT, new StudyFolder(folder.toString(), SimulationFiles.NAMES, OutputFile.Existing.REPLACE));
        assertThat(Files.readAllLines(folder.resolve("simulate.csv")))
                .hasSize(1 + 3 * 4)
                .startsWith(
                        "schedule,workers,chunks,makespan_s,efficiency,lower_bound_s,measured_s,model_error",
                        "static,1,1,0.415680784,0.986611034,0.410115248,,",
                        "static,2,2,0.210623160,0.973575859,0.205057624,0.214835623,-0.019607843");
        assertThat(Plots.words(folder, "simulate"))
                .contains("Large rings were measured; everything else is simulated")
                .contains("cyclic, 17.3% with 88");
        assertThat(ImageIO.read(folder.resolve("simulate.png").toFile()).getWidth())
                .isGreaterThan(1000);
    }

    private static String unbroken(List<String> lines) {
        return String.join(" ", lines).replaceAll(" +", " ");
    }
}
