package org.mandelspark.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TaskOverheads;
import org.mandelspark.workload.Work;

class RunLogTest {
    private static final Work WORK = new Work(100, 120, "naive");

    private static final StudyRecord STUDY = new StudyRecord(
            "scaling",
            TestRuns.COMPUTATION.problem(),
            List.of(new Configuration().with("workers", 2).with("schedule", "static")),
            3,
            OptionalInt.of(1),
            7);

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        RunLog log = new RunLog(studyFolder(), STUDY, List.of());
        Run first = record(1);
        log.add(first);
        log.add(record(2));
        List<Run> runs = RunLog.read(folder.toString());
        assertThat(runs).hasSize(2);
        assertThat(runs.get(0)).isEqualTo(record(1));
        assertThat(runs.get(1)).isEqualTo(record(2));
        assertThat(runs.get(0)).isEqualTo(first);
    }

    @Test
    void aLogThatGoesOnKeepsEarlierRunsAsTheyWere() throws IOException {
        new RunLog(studyFolder(), STUDY, List.of()).add(record(1));
        List<Run> earlier = RunLog.read(folder.toString());
        new RunLog(studyFolder(), STUDY, earlier).add(record(2));
        List<Run> all = RunLog.read(folder.toString());
        assertThat(all.get(0)).isEqualTo(earlier.get(0));
        assertThat(all.get(1)).isEqualTo(record(2));
    }

    @Test
    void aClosedLogSaysHowManyRunsItsFileHasAndTakesNoMore() throws IOException {
        new RunLog(studyFolder(), STUDY, List.of()).add(record(1));
        RunLog log = new RunLog(studyFolder(), STUDY, RunLog.read(folder.toString()));
        log.add(record(2));
        assertThat(log.close()).isEqualTo(2);
        assertThatIOException().isThrownBy(() -> log.add(record(3))).withMessage("the study was stopped");
        assertThat(RunLog.read(folder.toString())).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; is not a list of runs",
                "[; is not JSON, or incomplete",
                "{}; is not a list of runs",
                "[]; has no runs",
                "[{}]; run 1 is invalid: it has format 0, and this version reads format 2",
                "[17]; run 1 is invalid: it has format 0, and this version reads format 2",
                "<html></html>; is not JSON",
                "[] []; is not JSON",
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
                "\"format\" : 2; \"format\" : 3; it has format 3, and this version reads format 2",
                "\"phase\" : \"measured\"; \"phase\" : \"dreamt\"; not 'dreamt'",
                "\"workers\" : 2; \"workers\" : \"two\"; 'workers' must be a whole number of at most 32 bits, not \"two\"",
                "\"workers\" : 2; \"workers\" : 0; must be from 1 to 1048576, not 0",
                "\"workers\" : 2; \"workers\" : 2.5; must be a whole number of at most 32 bits, not 2.5",
                "\"wall_ns\" : 900; \"wall_ns\" : -1; at least 1 ns",
                "\"count\" : 3; \"count\" : 0; no such rows",
                "\"region\" : \"-2,1,-1,1\"; \"region\" : \"7,1,-1,1\"; xmin must be less",
                "\"kernel_ns\"; \"colonel_ns\"; 'kernel_ns' is missing",
                // From here on a stranger's.
                "\"workers\" : 2; \"workers\" : 4294967298; 'workers' must be a whole number of at most 32 bits, not 4294967298",
                "\"workers\" : 2; \"workers\" : 2147483647; must be from 1 to 1048576",
                "\"index\" : 1; \"index\" : -4294967295; 'index' must be a whole number of at most 32 bits, not -4294967295",
                "\"kernel_ns\" : 700; \"kernel_ns\" : 9223372036854775807; the 'kernel_ns' of the chunks",
                "\"kernel_ns\" : 700; \"kernel_ns\" : 9223372036854775808; must be a whole number",
                "\"iterations\" : 100; \"iterations\" : -1; the 'iterations' of the chunks",
                "\"region\" : \"-2,1,-1,1\"; \"region\" : \"-1e999,1,-1,1\"; must be finite",
                "\"host\" : \"here\"; \"host\" : \"\\u001b]0\\u0007\"; 'host' has characters",
                "\"host\" : \"here\"; \"host\" : \"=HYPERLINK()\"; must not begin with one of =+-@",
                "\"executor\" : \"driver\"; \"executor\" : \"a\\nb\"; 'executor' has characters",
                "\"name\" : \"v\"; \"name\" : \"\\u202egnp\"; a view's name has characters",
                "\"name\" : \"v\"; \"name\" : {\"@class\" : \"java.net.URL\"}; 'name' must be a string, not {",
                "\"naive\" ]; \"\\u009b2J\" ]; one of the 'methods' has characters",
            })
    void aRunThatCannotBeIsRefusedWithItsNumber(String text, String changed, String reason) throws IOException {
        RunLog log = new RunLog(studyFolder(), STUDY, List.of());
        log.add(record(1));
        Path file = folder.resolve(RunLog.NAME);
        String written = Files.readString(file);
        assertThat(written).contains(text);
        Files.writeString(file, written.replace(text, changed));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLog.read(folder.toString()))
                .withMessageContaining("run 1 is invalid: ")
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[1"})
    void whatIsMadeToExhaustAReaderIsRefused(String again) throws IOException {
        Files.writeString(folder.resolve(RunLog.NAME), again.repeat(200_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLog.read(folder.toString()))
                .withMessageContaining("is not JSON");
    }

    @Test
    void aTypeThatAFileNamesIsAFieldLikeAnyOther() throws IOException {
        new RunLog(studyFolder(), STUDY, List.of()).add(record(1));
        Path file = folder.resolve(RunLog.NAME);
        String typed = Files.readString(file).replaceFirst("\\{", "{ \"@class\" : \"java.lang.ProcessBuilder\",");
        Files.writeString(file, typed);
        assertThat(RunLog.read(folder.toString()).get(0)).isEqualTo(record(1));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLog.read(folder.resolve("nowhere").toString()))
                .withMessageContaining("cannot read")
                .withMessageContaining("nowhere");
    }

    private StudyFolder studyFolder() {
        return new StudyFolder(folder.toString(), List.of(StudyRecord.NAME, RunLog.NAME), OutputFile.Existing.REPLACE);
    }

    private static Run record(int repeat) {
        return TestRuns.in("scaling", TestRuns.COMPUTATION, run(repeat));
    }

    private static Run run(int repeat) {
        return TestRuns.of(
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
