package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.output.OutputFile;
import org.mandelspark.output.StudyFolder;
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
                .contains("Nothing here was measured but the column measured: view ")
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
                        "Another's machine, 16 workers, 800x800, equal bands: 17.2% efficiency (\"from-scratch build ·"
                                + " HPC\"). Simulated here: static 30.4%, the best, cyclic, 79.7%.")
                .contains("Another's machine, 88 cores: cutting finer gave 2.3 times");
        assertThat(unbroken(new SimulationTable(SampleSimulation.of(List.of("cyclic"), List.of(16, 88))).lines()))
                .doesNotContain("Another's");
        assertThat(unbroken(new SimulationTable(SampleSimulation.of(List.of("static"), List.of(4))).lines()))
                .doesNotContain("Another's")
                .contains("Model error unknown: the study measured none of these.");
    }

    @Test
    void theFilesLeaveEmptyWhatWasNotMeasured() throws IOException {
        new SimulationFiles(RESULT)
                .writeTo(new StudyFolder(folder.toString(), SimulationFiles.NAMES, OutputFile.Existing.REPLACE));
        assertThat(Files.readAllLines(folder.resolve("simulate.csv")))
                .hasSize(1 + 3 * 4)
                .startsWith(
                        "schedule,workers,chunks,makespan_s,efficiency,lower_bound_s,model_error,measured_s",
                        "static,1,1,0.415680784,0.986611034,0.410115248,,",
                        "static,2,2,0.210623160,0.973575859,0.205057624,-0.019607843,0.214835623");
        assertThat(Plots.words(folder, "simulate"))
                .contains("Large rings were measured; all else is simulated")
                .contains("cyclic, 17.3% with 88");
        assertThat(ImageIO.read(folder.resolve("simulate.png").toFile()).getWidth())
                .isGreaterThan(1000);
    }

    private static String unbroken(List<String> lines) {
        return String.join(" ", lines).replaceAll(" +", " ");
    }
}
