package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.Chromium;

/** The page as a browser shows and prints it: from a file, with nothing but itself. */
class ReportPageIT {
    /** Shows the page in a frame of some width and tells what it measures there. */
    private static final String MEASURE = """
            <!DOCTYPE html><meta charset="utf-8"><body>
            <iframe id="page" src="report.html" style="border:0;width:%dpx;height:2000px"></iframe>
            <pre id="result"></pre>
            <script>
            document.getElementById('page').onload = event => {
              const page = event.target.contentDocument;
              const drawings = [...page.querySelectorAll('figure svg')];
              const seen = drawings.filter(svg => {
                const box = svg.getBoundingClientRect();
                return box.width > 250 && box.height > 80 && svg.querySelectorAll('path,rect,line,polyline').length > 3;
              });
              const words = [...page.querySelectorAll('figure svg text')].map(text => text.getBoundingClientRect())
                  .map(box => Math.min(box.width, box.height)).filter(height => height > 0);
              const texts = [...page.querySelectorAll('p,li,td,figcaption,dd')]
                  .map(element => parseFloat(page.defaultView.getComputedStyle(element).fontSize));
              const images = [...page.querySelectorAll('image')];
              document.getElementById('result').textContent = [
                'width=' + page.documentElement.scrollWidth,
                'drawn=' + seen.length,
                'images=' + images.length,
                'captions=' + [...page.querySelectorAll('figcaption')].filter(c => c.textContent.length > 40).length,
                'smallestText=' + Math.min(...texts).toFixed(1),
                'medianWord=' + words.sort((a, b) => a - b)[Math.floor(words.length / 2)].toFixed(1),
                ''].join(' ');
            };
            </script>
            """;

    @TempDir
    private static Path folder;

    private static Path page;
    private static int figures;
    private static Chromium chromium;

    @BeforeAll
    static void writeThePage() throws IOException {
        chromium = new Chromium(folder);
        Report report = GoldenStudies.report(GoldenStudies.folder("balance"), GoldenStudies.folder("scaling"));
        figures = report.figures();
        page = Files.writeString(folder.resolve("report.html"), GoldenStudies.page(report));
    }

    @Test
    void itOpensFromAFileWithoutANetworkAndWithoutAComplaint() throws Exception {
        Chromium.Result result = chromium.open(page, "--dump-dom");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.console()).isEmpty();
        assertThat(result.out()).contains("Findings").contains("</footer>");
        assertThat(result.out().split("<figure ", -1)).hasSize(figures + 1);
    }

    @ParameterizedTest
    @CsvSource({"1280", "400"})
    void everyPlotIsThereAndNothingLeavesThePage(int width) throws Exception {
        assertThat(measured(width, "width")).isLessThanOrEqualTo(width);
        assertThat(measured(width, "drawn")).isEqualTo(figures);
        assertThat(measured(width, "images")).isGreaterThan(3);
        assertThat(measured(width, "captions")).isEqualTo(figures);
        assertThat(measured(width, "smallestText")).isGreaterThanOrEqualTo(12);
        assertThat(measured(width, "medianWord")).isGreaterThanOrEqualTo(10);
    }

    private static double measured(int width, String what) throws Exception {
        Path frame = folder.resolve("measure-" + width + ".html");
        if (!Files.exists(frame)) {
            Files.writeString(frame, MEASURE.formatted(width));
            Chromium.Result result =
                    chromium.open(frame, "--allow-file-access-from-files", "--window-size=1400,2200", "--dump-dom");
            assertThat(result.console()).isEmpty();
            Files.writeString(folder.resolve("measured-" + width), result.out());
        }
        String out = Files.readString(folder.resolve("measured-" + width));
        Matcher figure = Pattern.compile("\\b" + what + "=([0-9.]+)").matcher(out.substring(out.indexOf("<pre")));
        assertThat(figure.find())
                .as(what + " in " + out.substring(out.indexOf("<pre")))
                .isTrue();
        return Double.parseDouble(figure.group(1));
    }

    @Test
    void whatAStrangerWroteRunsNowhere() throws Exception {
        Path strange = Files.createDirectory(folder.resolve("strange"));
        GoldenStudies.changed(
                "balance",
                strange,
                "custom",
                "</title></style></svg><script>parent.ran=1</script><img src=x onerror=console.log(1)>");
        Report report = GoldenStudies.report(strange);
        Path evil = Files.writeString(folder.resolve("evil.html"), GoldenStudies.page(report));
        Chromium.Result result = chromium.open(evil, "--dump-dom");
        assertThat(result.console()).isEmpty();
        assertThat(result.out()).doesNotContain("<script").doesNotContain("<img");
        assertThat(result.out().split("<figure ", -1)).hasSize(report.figures() + 1);
    }

    @Test
    void noPlotIsCutWhereItIsPrintedOnA4() throws Exception {
        String html = Files.readString(page);
        Matcher begin = Pattern.compile("<figure [^>]*>").matcher(html);
        StringBuilder marked = new StringBuilder();
        int last = 0;
        List<String> marks = new ArrayList<>();
        for (MatchResult match : begin.results().toList()) {
            int end = html.indexOf("</figure>", match.end());
            String mark = "figure" + marks.size() + "x";
            marks.add(mark);
            marked.append(html, last, match.end())
                    .append("<small>begin" + mark + "</small>")
                    .append(html, match.end(), end)
                    .append("<small>end" + mark + "</small>");
            last = end;
        }
        Path toPrint = Files.writeString(folder.resolve("print.html"), marked + html.substring(last));
        Path pdf = folder.resolve("report.pdf");
        Chromium.Result printed = chromium.open(toPrint, "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
        assertThat(pdf).as(printed.err()).isNotEmptyFile();
        assertThat(chromium.run(List.of("pdfinfo", pdf.toString())).out()).containsPattern("Page size: .*\\(A4\\)");
        List<String> pages = List.of(
                chromium.run(List.of("pdftotext", pdf.toString(), "-")).out().split("\f", -1));
        assertThat(marks).hasSize(figures);
        for (String mark : marks) {
            assertThat(pages)
                    .as("%s begins and ends on one page", mark)
                    .filteredOn(text -> text.contains("begin" + mark) || text.contains("end" + mark))
                    .hasSize(1);
        }
    }
}
