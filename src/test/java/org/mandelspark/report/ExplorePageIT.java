package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.Chromium;

/** The page that answers to a pointer, as a browser shows it from a file: what is lit, what the box says, what keys do. */
class ExplorePageIT {
    /** Shows the page in a frame of some width, acts, and writes down what it reports. */
    private static final String DRIVE = """
            <!DOCTYPE html><meta charset="utf-8"><body>
            <iframe id="page" src="PAGE" style="border:0;width:WIDTHpx;height:900px"></iframe>
            <pre id="result"></pre>
            <script>
            const result = [];
            document.getElementById('page').onload = async event => {
              const page = event.target.contentWindow, root = page.document.documentElement;
              const at = id => page.document.getElementById(id);
              const settled = async () => {
                await new Promise(done => setTimeout(done, 100));
                page.draw();
              };
              const say = async name => {
                await settled();
                result.push(name + '=' + [root.dataset.litA, root.dataset.litB, root.dataset.litCells].join(';'));
              };
              const text = () => at('box').textContent;
              const point = (id, x, y, type = 'pointermove') => {
                const box = at(id).getBoundingClientRect();
                at(id).dispatchEvent(new page.PointerEvent(type, {bubbles: true, pointerType: 'mouse', pointerId: 1,
                    isPrimary: true, clientX: box.left + x * box.width, clientY: box.top + y * box.height}));
              };
              const press = (id, key) =>
                at(id).dispatchEvent(new page.KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
              const choose = (id, name) => {
                at(id).value = [...at(id).options].find(option => option.textContent.startsWith(name)).value;
                at(id).dispatchEvent(new page.Event('change'));
              };
              const span = () => root.dataset.from + '-' + root.dataset.to;
              try {
                ACT
              } catch (error) {
                result.push(String(error));
              }
              document.getElementById('result').textContent = result.join('\\n');
            };
            </script>
            """;

    @TempDir
    private static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void writeThePage() throws IOException {
        chromium = new Chromium(folder);
        write("explore.html", GoldenStudies.folder("balance"), GoldenStudies.folder("scaling"));
    }

    private static void write(String name, Path... studies) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new Exploration(GoldenStudies.report(studies)).writePage(out);
            Files.write(folder.resolve(name), out.toByteArray());
        }
    }

    @Test
    void itOpensFromAFileWithoutANetworkAndWithoutAComplaint() throws Exception {
        Chromium.Result result = chromium.open(folder.resolve("explore.html"), "--dump-dom");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.console()).isEmpty();
        assertThat(result.out()).contains("<optgroup").contains("97.6 %").contains("data-frame-millis");
    }

    /** With schedule static of 4 workers, chunk k is rows 16k to 16k+15 on lane k; cyclic gives each chunk some of them. */
    @Test
    void aBarLightsItsRowsInBothRunsAndThePictureLightsTheBars() throws Exception {
        assertThat(driven("explore.html", 1200, """
                choose('run-a', 'static, threads with 4 workers, repeat');
                choose('run-b', 'cyclic, threads with 4 workers, repeat');
                await say('nothing');
                point('bars-a', 0.01, 0.3);
                await say('bar');
                result.push(text().includes('Chunk 1 of 4, rows 16–31'));
                result.push(/took [0-9.]+ ms here, about [0-9.]+ ms there/.test(text()));
                point('bars-a', 0.01, 0.3, 'pointerleave');
                await say('left');
                point('picture-a', 0.5, 0.99);
                await say('bottom');
                point('picture-b', 0.5, 0.01);
                await say('top');
                """))
                .containsExactly(
                        "nothing=;;",
                        "bar=1;0,1,2,3;0,16,96,16",
                        "true",
                        "true",
                        "left=;;",
                        "bottom=0;0,1,2,3;0,0,96,16",
                        "top=0,1,2,3;3;" + everyFourthRow(3));
    }

    private static String everyFourthRow(int first) {
        StringBuilder rows = new StringBuilder();
        for (int row = first; row < 64; row += 4) {
            rows.append(row == first ? "" : " ").append("0,").append(row).append(",96,1");
        }
        return rows.toString();
    }

    @Test
    void theSameChunksTakeTheSameTimeAndOtherProblemsAreNotCompared() throws Exception {
        assertThat(driven("explore.html", 1200, """
                choose('run-a', 'static, threads with 4 workers, repeat');
                choose('run-b', 'static, threads with 4 workers, repeat');
                point('bars-b', 0.01, 0.1);
                await say('same');
                const [, here, there] = /took (.*) here, (.*) there\\.$/.exec(text());
                result.push(here === there);
                choose('run-b', 'none');
                point('bars-a', 0.01, 0.1);
                await say('alone');
                result.push(text().includes('there'));
                """))
                .containsExactly("same=0;0;0,0,96,16", "true", "alone=0;;0,0,96,16", "false");
    }

    @Test
    void keysMoveZoomAndReplay() throws Exception {
        assertThat(driven("explore.html", 1200, """
                choose('run-a', 'over:4, threads with 4 workers, repeat');
                choose('run-b', 'none');
                await settled();
                const whole = span(), lane = id => JSON.parse(at('data').textContent).runs[at('run-a').value].lane[id];
                press('bars-a', 'ArrowRight');
                await say('first');
                press('bars-a', 'ArrowDown');
                await settled();
                result.push('lane ' + lane(root.dataset.litA));
                const second = Number(root.dataset.litA);
                press('bars-a', 'ArrowRight');
                await settled();
                result.push('next ' + (Number(root.dataset.litA) > second) + ' lane ' + lane(root.dataset.litA));
                result.push('pinned ' + (text().length > 80));
                press('bars-a', '+');
                await settled();
                result.push('zoomed ' + (span() !== whole));
                press('bars-a', 'Home');
                await settled();
                result.push('whole ' + (span() === whole));
                press('bars-a', 'Escape');
                await say('escaped');
                press('picture-a', 'ArrowRight');
                await settled();
                result.push('picture ' + (root.dataset.litA !== ''));
                press('bars-a', ' ');
                await settled();
                result.push('plays ' + at('play').getAttribute('aria-label'));
                press('bars-a', ' ');
                result.push('stands ' + at('play').getAttribute('aria-label'));
                """))
                .containsExactly(
                        "first=0;;0,0,96,4",
                        "lane 1",
                        "next true lane 1",
                        "pinned true",
                        "zoomed true",
                        "whole true",
                        "escaped=;;",
                        "picture true",
                        "plays Pause",
                        "stands Play");
    }

    @Test
    void theSliderShowsWhatWasComputedAtATime() throws Exception {
        assertThat(driven("explore.html", 1200, """
                const colours = () => {
                  const copy = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                  copy.drawImage(at('picture-a'), 0, 0);
                  const all = copy.getImageData(0, 0, copy.canvas.width, copy.canvas.height);
                  return new Set(new Uint32Array(all.data.buffer)).size;
                };
                const slide = value => {
                  at('slider').value = value;
                  at('slider').dispatchEvent(new page.Event('input'));
                };
                await settled();
                slide(0);
                await settled();
                const nothing = colours();
                slide(500);
                await settled();
                const half = colours();
                slide(1000);
                await settled();
                result.push(nothing < half && half < colours());
                result.push(at('slider').getAttribute('aria-valuetext') === at('time').textContent);
                """)).containsExactly("true", "true");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 400})
    void itFitsAScreenAndItsTotalsAreThoseOfTheVisibleSpan(int width) throws Exception {
        assertThat(driven("explore.html", width, """
                await settled();
                result.push(root.scrollWidth <= page.innerWidth);
                const efficiency = () => page.document.querySelector('#totals-b .efficiency').textContent;
                const before = efficiency();
                for (let i = 0; i < 6; i++) at('in').click();
                await settled();
                result.push(before !== efficiency());
                at('whole').click();
                await settled();
                result.push(before === efficiency());
                """)).containsExactly("true", "true", "true");
    }

    @Test
    void whatAStrangerWroteRunsNowhere() throws Exception {
        Path strange = Files.createDirectory(folder.resolve("strange"));
        String evil = "</script></title><script>console.log(1)</script><img src=x onerror=console.log(2)>";
        GoldenStudies.changed(
                "balance", strange, List.of("custom", evil, "\"host\":\"golden\"", "\"host\":\"" + evil + "\""));
        write("evil.html", strange);
        assertThat(driven("evil.html", 1200, """
                point('bars-a', 0.3, 0.2);
                await settled();
                result.push(text().includes('<img src=x'));
                result.push(page.document.images.length + ' ' + page.document.scripts.length);
                """)).containsExactly("true", "0 2");
    }

    private static List<String> driven(String page, int width, String act) throws Exception {
        Path frame = Files.createTempFile(folder, "drive", ".html");
        Files.writeString(
                frame,
                DRIVE.replace("PAGE", page)
                        .replace("WIDTH", String.valueOf(width))
                        .replace("ACT", act));
        Chromium.Result result =
                chromium.open(frame, "--allow-file-access-from-files", "--window-size=1400,1000", "--dump-dom");
        assertThat(result.console()).isEmpty();
        String begin = "<pre id=\"result\">";
        String out = result.out().substring(result.out().indexOf(begin) + begin.length());
        return out.substring(0, out.indexOf("</pre>")).lines().toList();
    }
}
