package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Unit;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.Spread;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.study.Balance;
import org.mandelspark.study.BalanceRequest;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.StudyListener;
import org.mandelspark.study.StudySettings;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.ViewProblem;

class BalanceReportTest {
    private static final BalanceResult RESULT = SampleBalance.of(
            List.of("static", "cyclic", "over", "self", "guided", "guided2", "trapezoid", "factoring"),
            List.of(2, 4),
            8,
            7);

    private static final StudyListener SILENT = new StudyListener() {
        @Override
        public void started(Engine engine) {}

        @Override
        public void ran(Run run) {}
    };

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeAStudy() throws IOException {
        StudyReports.BALANCE.write(
                RESULT,
                new StudyFolder(folder.toString(), StudyReports.BALANCE.fileNames(), OutputFile.Existing.REPLACE));
    }

    @Test
    void theTableHasTheColumnsThatOtherToolsRead() throws IOException {
        List<String> csv = Files.readAllLines(folder.resolve("balance.csv"));
        assertThat(csv.get(0))
                .isEqualTo("schedule,factor,workers,chunks,n,median_s,ci_low_s,ci_high_s,efficiency,imbalance,"
                        + "longest_chunk_s,lower_bound_s,simulated,min_s,max_s,outliers,load_balance,kernel_s,"
                        + "tail_idle,unit");
        assertThat(csv).hasSize(1 + RESULT.rows().size());
        assertThat(csv.get(1)).startsWith("static,1,8,8,7,0.150").contains(",false,");
        assertThat(csv.get(2)).startsWith("cyclic,,8,8,7,0.059");
    }

    @Test
    void theHistogramsMarkThePixelsThatNeverEscape() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("histogram.csv")))
                .startsWith("what,low_iterations,high_iterations,count,spike", "pixel,2,3,1000,false")
                .contains("pixel,1000,1000,1024,true", "row,512,1023,6,false", "cyclic,65536,131071,8,false");
    }

    @Test
    void everyRowOfTheViewHasItsCost() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("rows.csv"))).hasSize(1 + SampleRuns.ROWS);
    }

    @Test
    void everyPlotSaysWhatToSeeAndWhatWasMeasured() throws IOException {
        assertThat(Plots.words(folder, "balance"))
                .contains("cyclic keeps 8 workers busy for 89.1% of the time")
                .contains("over, best 85.4% at K = 4")
                .contains("static 35.4%");
        assertThat(Plots.words(folder, "times"))
                .contains("every repeat (n = 7); only bars that do not overlap")
                .contains("cyclic has the lowest median")
                .contains("seconds, from the beginning of planning to the stitched array")
                .contains("guided2");
        assertThat(Plots.words(folder, "gantt"))
                .contains("static 35.4%")
                .contains("Of 8 of 9 schedules")
                .contains("here cyclic ends first.")
                .contains("nearest to the median, or the faster of two (in order repeats 4, 4, 4, 4, 4, 4, 4, 4)");
        assertThat(Plots.words(folder, "rows"))
                .contains("3.193 times the mean: rows are not equal work")
                .contains("1,000 iterations");
        assertThat(Plots.words(folder, "chunk-sizes"))
                .contains("cyclic, with the lowest median time, has 8 chunks of at most 8 rows");
        assertThat(Plots.words(folder, "histogram"))
                .contains("never escape: 25.0% of the pixels")
                .contains("3.193 of rows, 2.702 of chunks of static, 1.000 of chunks of cyclic");
        for (String plot : List.of("balance", "times", "gantt", "rows", "histogram")) {
            assertThat(Plots.words(folder, plot)).contains("Measured on threads with 8 workers");
        }
    }

    @Test
    void everyFileButTheRunsIsWritten() throws IOException {
        for (String name : StudyReports.BALANCE.fileNames()) {
            if (name.equals("tiles.csv") || name.startsWith("units.")) {
                assertThat(folder.resolve(name)).doesNotExist(); // rows are the only unit here
                continue;
            }
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

    /** Of four repeats the second is drawn, and the median lies between it and the third. */
    @Test
    void theSentenceAboutTheGanttChartIsAboutWhatIsDrawn() {
        Map<String, List<Integer>> repeats = new LinkedHashMap<>();
        repeats.put("cyclic", List.of(1, 60, 2, 50));
        repeats.put("over:4", List.of(1, 2, 3, 4));
        BalanceResult result = SampleBalance.of(repeats, 8);
        assertThat(result.best().schedule()).isEqualTo("over:4");
        assertThat(Lanes.of(result.rows().get(0)).endSeconds())
                .isLessThan(Lanes.of(result.rows().get(1)).endSeconds());
        List<String> sentences = GanttPlot.of(result).sentences();
        assertThat(sentences.get(0)).endsWith("here cyclic ends first, but over:4 has the lowest median.");
        assertThat(sentences.get(1))
                .startsWith(
                        "Of each schedule, with its efficiency: the repeat nearest to the median, or the faster of two"
                                + " (in order repeats 2, 2).");
    }

    @Test
    void withoutFactorsThereIsNoFigureOfThem() {
        assertThat(figures(SampleBalance.of(List.of("static", "cyclic", "over:4"), List.of(), 8, 3)))
                .doesNotContain("balance")
                .contains("times", "gantt");
        assertThat(figures(RESULT)).contains("balance");
    }

    private static List<String> figures(BalanceResult result) {
        return StudyReports.of(result).files().figures().stream()
                .map(Figure::name)
                .toList();
    }

    @Test
    void theKnownSchedulesAndTheBestAreDrawnBeforeThoseWithAFactor() {
        assertThat(GanttPlot.chosen(RESULT))
                .extracting(BalanceResult.Row::schedule)
                .containsExactly("static", "cyclic", "over:2", "self", "guided", "guided2", "trapezoid", "factoring");
    }

    @Test
    void whereNothingIteratesEverythingIsEven() throws IOException {
        View outside = new View("outside", new Formula.Mandelbrot(), Frame.bounds("10,11,10,11"), new Size(3, 3), 7);
        BalanceRequest request = new BalanceRequest(
                new Computation<>(new ViewProblem(outside), KernelKind.NAIVE, Interior.NONE),
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(List.of("cyclic"), List.of(), List.of(Unit.ROW)),
                OptionalInt.empty(),
                new StudySettings(1, 0, 1));
        BalanceResult result = new Balance(request, List.of()).execute(Optional.empty(), SILENT);
        new HistogramFiles(result)
                .plot()
                .writeTo(
                        new StudyFolder(
                                folder.resolve("outside").toString(),
                                StudyReports.BALANCE.fileNames(),
                                OutputFile.Existing.REPLACE),
                        HistogramFiles.PLOT);
        assertThat(Plots.words(folder.resolve("outside"), HistogramFiles.PLOT))
                .contains("1.000 of rows, 1.000 of chunks of cyclic");
        assertThat(new BalanceAdvice(result).rowMaxOverMean()).isEqualTo(1);
    }

    @Test
    void unitsAreComparedInATableASentenceAndAHeatMap() throws IOException {
        BalanceRequest request = new BalanceRequest(
                SampleRuns.computation(),
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(
                        List.of("static", "over"), List.of(4), List.of(Unit.ROW, Unit.parse("4x3"), Unit.parse("2x3"))),
                OptionalInt.empty(),
                new StudySettings(1, 0, 1));
        BalanceResult result = new Balance(request, List.of()).execute(Optional.empty(), SILENT);
        assertThat(StudyReports.BALANCE.lines(result))
                .anyMatch(line -> line.startsWith("schedule  unit"))
                .anyMatch(line -> line.startsWith("over:4    4x3"))
                .anyMatch(line -> line.startsWith("Of the units, %s has the lowest median"
                        .formatted(result.unit().label())));
        Path units = folder.resolve("units");
        StudyReports.BALANCE.write(
                result,
                new StudyFolder(units.toString(), StudyReports.BALANCE.fileNames(), OutputFile.Existing.REPLACE));
        for (BalanceResult.Row row : result.bestOfUnits()) {
            assertThat(Plots.words(units, "units")).contains(Format.percent(row.efficiency()) + "%");
        }
        // Whatever has a place for each row is of rows alone.
        boolean isOfRows = result.unit().equals(Unit.ROW);
        assertThat(Files.exists(units.resolve("rows.csv"))).isEqualTo(isOfRows);
        assertThat(Files.exists(units.resolve("rows.svg"))).isEqualTo(isOfRows);
        assertThat(Files.exists(units.resolve("tiles.csv"))).isNotEqualTo(isOfRows);
        assertThat(Plots.words(units, "chunk-sizes"))
                .contains("Unit: %s, that of the lowest median"
                        .formatted(result.unit().label()));
        assertThat(CaptionText.origin(result.ofBestUnit()))
                .endsWith(" Unit: %s, that of the lowest median."
                        .formatted(result.unit().label()));
    }

    @Test
    void aStudyOfTilesAloneSpeaksOfTiles() throws IOException {
        BalanceRequest request = new BalanceRequest(
                SampleRuns.computation(),
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(List.of("static", "self"), List.of(), List.of(Unit.parse("5x2"))),
                OptionalInt.empty(),
                new StudySettings(1, 0, 1));
        BalanceResult result = new Balance(request, List.of()).execute(Optional.empty(), SILENT);
        Path tiles = folder.resolve("tiles");
        StudyReports.BALANCE.write(
                result,
                new StudyFolder(tiles.toString(), StudyReports.BALANCE.fileNames(), OutputFile.Existing.REPLACE));
        assertThat(tiles.resolve("units.svg")).doesNotExist();
        assertThat(tiles.resolve("rows.svg")).doesNotExist();
        assertThat(Files.readAllLines(tiles.resolve("tiles.csv")))
                .hasSize(1 + result.units().count())
                .startsWith("tile,first_column,first_row,columns,rows,iterations,steps,kernel_s")
                .element(2, STRING)
                .startsWith("1,5,0,");
        assertThat(Plots.words(tiles, HistogramFiles.PLOT)).contains("all pixels, tiles or chunks");
        assertThat(String.join(" ", StudyReports.BALANCE.lines(result)))
                .contains("Tiles of 5x2 have ")
                .doesNotContain("Rows have");
    }

    @Test
    void virtualWorkersAreReplayedAsTheStudyDoesAndCalledSimulated() throws IOException {
        BalanceRequest request = new BalanceRequest(
                SampleRuns.computation(),
                EngineKind.THREADS,
                OptionalInt.of(2),
                BalanceRequest.contestants(List.of("static", "over"), List.of(4), List.of(Unit.ROW)),
                OptionalInt.of(5),
                new StudySettings(3, 0, 1));
        BalanceResult result = new Balance(request, List.of()).execute(Optional.empty(), SILENT);
        for (BalanceResult.Row row : result.rows()) {
            assertThat(Spread.of(Lanes.repeatSeconds(result, row))).isEqualTo(row.seconds());
            Lanes lanes = Lanes.of(row);
            assertThat(lanes.workers()).isEqualTo(5);
            assertThat(lanes.spans()).hasSize(row.chunks()).allMatch(span -> span.worker() < 5);
            // What a task takes besides is not busy, in the picture as in the table.
            assertThat(lanes.spans().stream()
                            .mapToDouble(span -> span.endSeconds() - span.startSeconds())
                            .sum())
                    .isCloseTo(row.median().workSeconds(), within(1e-9));
        }
        assertThat(StudyReports.BALANCE.lines(result))
                .anyMatch(line -> line.contains("simulated s"))
                .anyMatch(line -> line.startsWith("simulated: the chunks were measured on 2 workers"))
                .noneMatch(line -> line.contains("stitched array"));
        assertThat(CaptionText.origin(result))
                .startsWith("Simulated for 5 workers from chunks measured on threads with 2");
    }
}
