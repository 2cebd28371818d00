package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.study.ScalingRequest.Mode;

class ScalingReportTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeAStudy() throws IOException {
        StudyReports.SCALING.write(
                SampleScaling.of(Mode.STRONG, List.of(1, 2, 4, 8), 7, "over:4"),
                new StudyFolder(folder.toString(), StudyReports.SCALING.fileNames(), OutputFile.Existing.REPLACE));
    }

    @Test
    void theTableHasTheColumnsThatOtherToolsRead() throws IOException {
        List<String> csv = Files.readAllLines(folder.resolve("scaling.csv"));
        assertThat(csv.get(0))
                .isEqualTo("mode,workers,n,median_s,ci_low_s,ci_high_s,min_s,max_s,speedup,efficiency,baseline_s,"
                        + "serial_s,speedup_vs_serial,efficiency_vs_serial,karp_flatt,load_balance,"
                        + "communication_efficiency,serialisation_efficiency,transfer_efficiency,"
                        + "iterations_per_core_s,iterations,chunks,lower_bound_s,outliers,warmups,drift,ledger_plan,ledger_launch,"
                        + "ledger_kernel,ledger_in_task_rest,ledger_deserialise,ledger_serialise,ledger_dispatch_gap,"
                        + "ledger_tail_idle,ledger_fetch_and_stitch,ledger_residual");
        assertThat(csv).hasSize(1 + 4);
        assertThat(csv.get(1)).startsWith("strong,1,7,0.4345").contains(",,");
        assertThat(csv.get(2)).startsWith("strong,2,7,0.2212").doesNotContain(",,");
    }

    @Test
    void whatIsNotKnownIsLeftEmpty() throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        StudyReports.of(SampleScaling.of(Mode.WEAK, List.of(1, 2), 3, "static"))
                .files()
                .tables()
                .get(0)
                .content()
                .writeTo(csv);
        // No interval of three values, no serial fraction of weak scaling.
        assertThat(csv.toString(StandardCharsets.UTF_8).lines().toList().get(2))
                .matches("weak,2,3,0\\.4248\\d*,,,0.*,0\\.984699314,,1\\.0*,0\\.984699314.*");
    }

    @Test
    void everyRowOfTheViewHasItsCost() throws IOException {
        List<String> csv = Files.readAllLines(folder.resolve("rows.csv"));
        assertThat(csv).hasSize(1 + SampleRuns.ROWS);
        assertThat(csv.get(0)).isEqualTo("row,iterations,steps,kernel_s");
        assertThat(csv.get(1)).isEqualTo("0,1006,1006,0.000503263");
    }

    @Test
    void everyPlotSaysWhatToSee() throws IOException {
        assertThat(Plots.words(folder, "time")).contains("ideal would be 0.0543 s.");
        assertThat(Plots.words(folder, "speedup"))
                .contains("8 workers are 6.961 times as fast as 1 worker")
                .contains("Amdahl, serial fraction")
                .contains("USL, sigma");
        assertThat(Plots.words(folder, "efficiency")).contains("with 8 workers, 87.0% of what");
        assertThat(Plots.words(folder, "ledger"))
                .contains("85.4% of core time in the kernel; largest loss: fetch and stitch 4.8%")
                .contains("residual");
        assertThat(Plots.words(folder, "rows")).contains("3.193 times the mean");
    }

    @Test
    void everyFileButTheRunsIsWritten() throws IOException {
        for (String name : StudyReports.SCALING.fileNames()) {
            if (!name.equals(RunLog.NAME) && !name.equals(StudyRecord.NAME)) {
                assertThat(folder.resolve(name)).isNotEmptyFile();
            }
            if (name.endsWith(".png")) {
                assertThat(ImageIO.read(folder.resolve(name).toFile()).getWidth())
                        .isGreaterThan(1000);
            }
        }
        assertThat(folder.resolve(RunLog.NAME)).doesNotExist();
    }
}
