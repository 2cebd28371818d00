package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.RunLog;
import org.mandelspark.study.RecordedStudy;

class ReportTest {
    private static final String EVIL = "<script>alert(1)</script>\\\"'&<img src=x onerror=alert(2)>";

    @TempDir
    private Path folder;

    private static Report report;
    private static String page;

    @BeforeAll
    static void makeTheGoldenReport() {
        report = GoldenStudies.report(GoldenStudies.folder("balance"), GoldenStudies.folder("scaling"));
        page = GoldenStudies.page(report);
    }

    @Test
    void theGoldenStudiesGiveTheSameTextEachTime() throws IOException {
        String text = PageText.of(page);
        Files.writeString(Path.of("target", "golden-report.txt"), text);
        assertThat(text)
                .as("if this is meant, copy target/golden-report.txt to src/test/resources/studies/report.txt")
                .isEqualTo(Files.readString(GoldenStudies.folder("report.txt")));
    }

    @Test
    void thereIsOneTimedRegionAndOneMeaningOfEachSymbol() {
        String text = PageText.of(page);
        assertThat(text).contains(TimedRun.TIMED_REGION);
        assertThat(text.replace(TimedRun.TIMED_REGION, "")).doesNotContain("stitched array");
        assertThat(text).contains("\nSymbols and words\n");
        for (Glossary term : Glossary.values()) {
            assertThat(text).contains("\n" + term.symbol() + "\n" + term.meaning() + "\n");
        }
        assertThat(Arrays.stream(Glossary.values()).map(Glossary::symbol))
                .contains("K", "p", "λ", "m", "COST", "POP")
                .doesNotHaveDuplicates();
    }

    @Test
    void thePageNeedsNothingButItself() {
        assertThat(page).contains("default-src 'none'".replace("'", "&#39;"));
        assertThat(page).doesNotContain("<script").doesNotContain("<link").doesNotContain("@import");
        assertThat(attributes("src")).isEmpty();
        assertThat(attributes("xlink:href"))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value).startsWith("data:image/png;base64,"));
        assertThat(attributes("href"))
                .allSatisfy(value -> assertThat(value).matches("#[a-z0-9-]+|(balance|scaling)/(runs|study)\\.json"))
                .contains("#s1", "balance/runs.json", "scaling/runs.json");
        assertThat(page).doesNotContainPattern("url\\((?!#)");
    }

    @Test
    void everyFigureHasACaptionAndEveryIdIsUnique() {
        assertThat(count("<figure ")).isEqualTo(report.figures()).isEqualTo(count("<figcaption>"));
        assertThat(count("<svg ")).isEqualTo(report.figures());
        List<String> ids = attributes("id");
        assertThat(ids).doesNotHaveDuplicates();
        attributes("href").stream()
                .filter(href -> href.startsWith("#"))
                .forEach(href -> assertThat(ids).contains(href.substring(1)));
        Pattern.compile("url\\(#([^)]*)\\)")
                .matcher(page)
                .results()
                .forEach(match -> assertThat(ids).contains(match.group(1)));
    }

    @Test
    void studiesOfOneViewAreComparedAndOthersAreSaidToBeMixed() {
        assertThat(report.problems()).isEmpty();
        assertThat(page).contains("Studies of the same problem, compared");
        Path other = GoldenStudies.changed("balance", folder, "\"max_iter\":20000", "\"max_iter\":20001");
        Report mixed = GoldenStudies.report(GoldenStudies.folder("scaling"), other);
        assertThat(mixed.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .contains("2 different problems")
                        .contains("at most 20,000 iterations (1)")
                        .contains("at most 20,001 iterations (2)"));
        // The counts of points that never escape are others now.
        assertThat(mixed.problems()).anySatisfy(problem -> assertThat(problem).contains("made by other code"));
        assertThat(GoldenStudies.page(mixed)).doesNotContain("Studies of the same problem, compared");
    }

    @Test
    void sameViewsWithDifferentAnswersAreNotCompared() {
        String checksum =
                RunLog.read(GoldenStudies.folder("balance").toString()).get(0).checksum();
        Path other = GoldenStudies.changed("balance", folder, checksum, "00000000");
        Report report = GoldenStudies.report(GoldenStudies.folder("scaling"), other);
        assertThat(report.problems())
                .anySatisfy(problem -> assertThat(problem).contains("different answers"))
                .anySatisfy(problem -> assertThat(problem).contains("has checksum " + checksum));
        assertThat(report.comparison()).isEmpty();
    }

    @Test
    void whatIsWrongStandsBeforeEverythingElse() {
        Path broken = GoldenStudies.changed("balance", folder, "\"tasks_seen\":16", "\"tasks_seen\":15");
        Report report = new Report(
                List.of(new Report.Source(broken.toString(), RecordedStudy.read(broken.toString()))),
                List.of("elsewhere is not in this report: it is no study"));
        String text = PageText.of(GoldenStudies.page(report));
        List<String> first = text.lines().limit(6).toList();
        assertThat(first.get(1)).isEqualTo("Mandelspark: Load balance of view custom");
        assertThat(first.get(2)).isEqualTo("Problems and gaps");
        assertThat(first.get(3)).isEqualTo("elsewhere is not in this report: it is no study");
        assertThat(first.get(4)).contains("6 of the runs of naive on threads, schedule over:4, 4 workers are void");
        assertThat(first.get(5)).contains("Repeats are missing").contains("0 of 6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":\"custom\"",
                "\"executor\":\"driver\"",
                "\"host\":\"golden\"",
                "\"cpu\":\"Golden CPU\"",
                "\"os\":\"Linux amd64\"",
                "\"jvm_flags\":[\"-Xmx2g\"]",
                "\"workers_source\":\"--workers\"",
                "\"git_commit\":\"0123456789ab\"",
                "\"methods\":[\"naive\"]",
            })
    void aStrangersTextIsNothingButText(String field) {
        String value = field.substring(field.lastIndexOf(':') + 1).replaceAll("[\\[\\]\"]", "");
        Path evil = GoldenStudies.changed("balance", folder, field, field.replace(value, EVIL));
        Report report = GoldenStudies.report(evil);
        String html = GoldenStudies.page(report);
        assertThat(html).doesNotContain("<script").doesNotContain("<img");
        assertThat(html.replaceAll("\"[^\"]*\"|'[^']*'", "")).doesNotContainPattern("<[^>]* on[a-z]+=");
    }

    @Test
    void aStrangersViewIsNothingButTextInDrawings() throws IOException {
        Path evil = GoldenStudies.changed("balance", folder, "custom", EVIL);
        Path files = folder.resolve("files");
        Report report = GoldenStudies.report(evil);
        report.writeFiles(new StudyFolder(files.toString(), report.fileNames(), OutputFile.Existing.KEEP));
        for (String name : report.fileNames()) {
            if (name.endsWith(".svg")) {
                assertThat(Files.readString(files.resolve(name)))
                        .as(name)
                        .contains("script")
                        .doesNotContain("<script")
                        .doesNotContain("<img");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kernel\":\"naive\"",
                "\"interior\":\"none\"",
                "\"workload\":\"mandelbrot\"",
                "\"formula\":\"mandelbrot\"",
                "\"engine\":\"threads\"",
                "\"schedule\":\"cyclic\"",
            })
    void whatMustBeOneOfOursIsRefusedIfItIsNot(String field) {
        String value = field.substring(field.lastIndexOf(':') + 1).replace("\"", "");
        Path evil = GoldenStudies.changed("balance", folder, field, field.replace(value, EVIL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedStudy.read(evil.toString()))
                .withMessageContaining("<script>");
    }

    @Test
    void everyPlotAndTableIsWrittenOnRequestAndLinkedTo() throws IOException {
        Report report = GoldenStudies.report(GoldenStudies.folder("scaling"));
        Path files = folder.resolve("a b#c");
        report.writeFiles(new StudyFolder(files.toString(), report.fileNames(), OutputFile.Existing.KEEP));
        try (var names = Files.list(files)) {
            assertThat(names.map(name -> name.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(report.fileNames());
        }
        assertThat(report.fileNames())
                .contains("1-scaling.csv", "1-gantt.svg", "1-rows.png", "1-simulate.csv", "1-model-error.svg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.writePage(
                out,
                new ReportLinks(
                        folder.resolve("page.html").toString(), Optional.of(files.toString()), Optional.empty()),
                Instant.EPOCH);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("href=\"a%20b%23c/1-gantt.svg\"")
                .contains("href=\"a%20b%23c/1-gantt.png\"");
    }

    private static List<String> attributes(String name) {
        return Pattern.compile("[ '\"]" + name + "=(['\"])(.*?)\\1")
                .matcher(page)
                .results()
                .map(match -> match.group(2))
                .toList();
    }

    private static int count(String text) {
        return page.split(Pattern.quote(text), -1).length - 1;
    }
}
