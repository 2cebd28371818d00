package org.mandelspark.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.output.Problem.ViewPart;
import org.mandelspark.output.RunRecord.StudyPart;
import org.mandelspark.workload.Work;

class RunLogTest {
    private static final Work WORK = new Work(100, 120, "naive");

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        RunLog log = new RunLog(studyFolder());
        RunRecord first = record(1);
        log.add(first);
        log.add(record(2));
        List<RecordedRun> runs = RunLog.read(folder.toString());
        assertThat(runs).hasSize(2);
        assertThat(runs.get(0).run()).isEqualTo(run(1));
        assertThat(runs.get(1).run()).isEqualTo(run(2));
        assertThat(runs.get(0).study()).isEqualTo(first.study());
        assertThat(runs.get(0).asked()).isEqualTo(asked());
    }

    @Test
    void aLogThatGoesOnKeepsEarlierRunsAsTheyWere() throws IOException {
        new RunLog(studyFolder()).add(record(1));
        List<RecordedRun> earlier = RunLog.read(folder.toString());
        new RunLog(studyFolder(), earlier).add(record(2));
        List<RecordedRun> all = RunLog.read(folder.toString());
        assertThat(all.get(0)).isEqualTo(earlier.get(0));
        assertThat(all.get(1).run()).isEqualTo(run(2));
    }

    @Test
    void aClosedLogSaysHowManyRunsItsFileHasAndTakesNoMore() throws IOException {
        new RunLog(studyFolder()).add(record(1));
        RunLog log = new RunLog(studyFolder(), RunLog.read(folder.toString()));
        log.add(record(2));
        assertThat(log.close()).isEqualTo(2);
        assertThatIOException().isThrownBy(() -> log.add(record(3))).withMessage("the study was stopped");
        assertThat(RunLog.read(folder.toString())).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; is no list of runs",
                "[; is no JSON, or not all of it is there",
                "{}; is no list of runs",
                "[]; has no runs",
                "[{}]; run 1 cannot be used: it has no 'study'",
                "[17]; run 1 cannot be used: it has no 'study'",
                "<html></html>; is no JSON",
                "[] []; is no JSON",
            })
    void whatIsNoStudyIsRefused(String text, String reason) throws IOException {
        Files.writeString(folder.resolve(RunLog.NAME), text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLog.read(folder.toString()))
                .withMessageContaining(RunLog.NAME)
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"format\" : 1; \"format\" : 2; it is of format 2, and this version reads 1",
                "\"phase\" : \"measured\"; \"phase\" : \"dreamt\"; not 'dreamt'",
                "\"workers\" : 2; \"workers\" : \"two\"; its 'workers' is no whole number: \"two\"",
                "\"workers\" : 2; \"workers\" : 0; at least 1",
                "\"workers\" : 2; \"workers\" : 2.5; no whole number",
                "\"wall_ns\" : 900; \"wall_ns\" : -1; at least 1 ns",
                "\"count\" : 3; \"count\" : 0; no such rows",
                "\"xMin\" : -2.0; \"xMin\" : 7.0; xmin must be less",
                "\"kernel_ns\"; \"colonel_ns\"; it has no 'kernel_ns'",
                // From here on a stranger's.
                "\"workers\" : 2; \"workers\" : 4294967298; its 'workers' is too large: 4294967298",
                "\"workers\" : 2; \"workers\" : 2147483647; at most 1048576",
                "\"index\" : 1; \"index\" : -4294967295; its 'index' is too large: -4294967295",
                "\"kernel_ns\" : 700; \"kernel_ns\" : 9223372036854775807; the 'kernel_ns' of its chunks",
                "\"kernel_ns\" : 700; \"kernel_ns\" : 9223372036854775808; no whole number",
                "\"iterations\" : 100; \"iterations\" : -1; the 'iterations' of its chunks",
                "\"xMin\" : -2.0; \"xMin\" : -1e999; must be finite",
                "\"host\" : \"here\"; \"host\" : \"\\u001b]0\\u0007\"; its 'host' has characters",
                "\"host\" : \"here\"; \"host\" : \"=HYPERLINK()\"; must not begin with one of =+-@",
                "\"executor\" : \"driver\"; \"executor\" : \"a\\nb\"; its 'executor' has characters",
                "\"name\" : \"v\"; \"name\" : \"\\u202egnp\"; its 'name' has characters",
                "\"name\" : \"v\"; \"name\" : {\"@class\" : \"java.net.URL\"}; its 'name' is no text",
                "\"naive\" ]; \"\\u009b2J\" ]; one of its 'methods' has characters",
            })
    void aRunThatCannotBeIsRefusedWithItsNumber(String text, String changed, String reason) throws IOException {
        RunLog log = new RunLog(studyFolder());
        log.add(record(1));
        Path file = folder.resolve(RunLog.NAME);
        String written = Files.readString(file);
        assertThat(written).contains(text);
        Files.writeString(file, written.replace(text, changed));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLog.read(folder.toString()))
                .withMessageContaining("run 1 cannot be used: ")
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[1"})
    void whatIsMadeToExhaustAReaderIsRefused(String again) throws IOException {
        Files.writeString(folder.resolve(RunLog.NAME), again.repeat(200_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLog.read(folder.toString()))
                .withMessageContaining("is no JSON");
    }

    @Test
    void aTypeThatAFileNamesIsAFieldLikeAnyOther() throws IOException {
        new RunLog(studyFolder()).add(record(1));
        Path file = folder.resolve(RunLog.NAME);
        String typed = Files.readString(file).replaceFirst("\\{", "{ \"@class\" : \"java.lang.ProcessBuilder\",");
        Files.writeString(file, typed);
        assertThat(RunLog.read(folder.toString()).get(0).run()).isEqualTo(run(1));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLog.read(folder.resolve("nowhere").toString()))
                .withMessageContaining("cannot read")
                .withMessageContaining("nowhere");
    }

    private StudyFolder studyFolder() {
        return new StudyFolder(folder.toString(), List.of(RunLog.NAME), OutputFile.Existing.REPLACE);
    }

    private static RunRecord record(int repeat) {
        MeasuredRun run = run(repeat);
        Environment environment =
                new Environment("cpu", 2, 2, Optional.empty(), 1, 1, "os", "jvm", List.of(), Optional.empty(), "0", "");
        return RunRecord.of(StudyPart.of("scaling", run, 7), asked(), "test", environment, new TreeMap<>(), run);
    }

    private static RunRecord.Asked asked() {
        return new RunRecord.Asked(
                new ViewPart("v", "mandelbrot", new Region(-2, 1, -1, 1), 4, 6, 50), "mandelbrot", "naive", "none");
    }

    private static MeasuredRun run(int repeat) {
        return new MeasuredRun(
                Phase.MEASURED,
                repeat,
                "threads",
                "static",
                2,
                10,
                900,
                "0000abcd",
                List.of(
                        new ChunkTiming(0, RowRange.band(0, 3), "driver", "here", 0, 1, 500, 400, WORK, 0, 0),
                        new ChunkTiming(1, RowRange.band(3, 6), "driver", "here", 1, 2, 800, 700, WORK, 12, 1)),
                new TaskOverheads(3, 4),
                2,
                new ExtraAttempts(1, 2));
    }
}
