package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;

/** The command {@code report}, inside this process. */
class ReportCommandTest {
    private static final String STUDIES = "src/test/resources/studies/";

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void thePageOfOneFolderLiesInIt() throws IOException {
        for (String file : List.of(StudyRecord.NAME, RunLog.NAME)) {
            Files.copy(Path.of(STUDIES, "scaling", file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("scaling.csv"), "");
        assertThat(run("report", folder.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("wrote     " + folder + "/report.html, 8 figures\n");
        assertThat(err.toString()).isEmpty();
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("href=\"runs.json\"")
                .contains("href=\"scaling.csv\"")
                .doesNotContain("href=\"rows.csv\"");

        assertThat(run("report", folder.toString())).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString()).contains("report.html is already there; --force replaces it");
        assertThat(run("report", folder.toString(), "--force")).isZero();
    }

    @Test
    void thePageThatAnswersToAPointerLiesBesideTheStaticOne() throws IOException {
        String page = folder.resolve("page.html").toString();
        assertThat(run("report", STUDIES + "balance", STUDIES + "scaling", "--explore", "--out", page))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        "wrote     %s, 16 figures%nwrote     %s/explore.html, 125 runs%n".formatted(page, folder));
        assertThat(Files.readString(Path.of(page))).doesNotContain("<script");
        assertThat(Files.readString(folder.resolve("explore.html"))).contains("<script>");

        Files.delete(Path.of(page));
        assertThat(run("report", STUDIES + "balance", "--explore", "--out", page))
                .isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString()).startsWith("mandelspark report: --explore " + folder + "/explore.html: ");
        assertThat(Path.of(page)).doesNotExist();
    }

    @Test
    void tasksOfAnEventLogHaveNoPlaceInAPicture() {
        String analysis = folder.resolve("analysis").toString();
        assertThat(run("analyse", "src/test/resources/eventlogs/gpu_oom_eventlog.zstd", "--out", analysis))
                .as(err.toString())
                .isZero();
        assertThat(run("report", analysis, "--explore")).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .contains("--explore: " + analysis + ": tasks of an event log have no place in a picture");
        assertThat(Path.of(analysis, "report.html")).doesNotExist();
    }

    @Test
    void aFolderThatIsNoStudyIsNamedAndTheOthersAreShown() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path half = Files.createDirectory(folder.resolve("half"));
        Files.writeString(half.resolve(RunLog.NAME), "[{\"study\": {");
        Path page = folder.resolve("page.html");
        assertThat(run("report", empty.toString(), half.toString(), STUDIES + "balance", "--out", page.toString()))
                .as(err.toString())
                .isZero();
        assertThat(err.toString().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains(empty + " is not in this report"))
                .anySatisfy(line -> assertThat(line).contains(half + " is not").contains("incomplete"));
        assertThat(Files.readString(page)).contains(empty + " is not in this report");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report | DIR | ",
                "report target/nowhere | target/nowhere | no such file or folder",
                "report src | src | no such file or folder",
                "report " + STUDIES + "balance " + STUDIES + "scaling | --out | several folders",
                "report " + STUDIES + "balance --out src | --out src | it is a folder",
                "report " + STUDIES + "balance --out target/r.html --files pom.xml | --files pom.xml | is a file",
            })
    void badInputIsOneLineThatNamesTheOptionAndWhatIsAllowed(String command, String option, String reason) {
        assertThat(run(command.strip().split(" ", -1))).isEqualTo(Main.WRONG_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(option).contains(reason == null ? "" : reason);
        assertThat(Path.of("target", "nowhere")).doesNotExist();
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
