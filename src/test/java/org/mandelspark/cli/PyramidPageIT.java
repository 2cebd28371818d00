package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.Chromium;

/** The page of a pyramid as a browser shows it: from a file, and from a server. */
class PyramidPageIT {
    /** Shows the page in a frame of some width, moves the cursor, zooms and pans, and reports what it sees. */
    private static final String DRIVE = """
            <!DOCTYPE html><meta charset="utf-8"><body>
            <iframe id="page" src="p/index.html" style="border:0;width:WIDTHpx;height:800px"></iframe>
            <pre id="result"></pre>
            <img src="SERVER/hold" alt="">
            <script>
            const result = [];
            const until = async (condition, seconds = 30) => {
              const end = Date.now() + 1000 * seconds;
              while (!condition() && Date.now() < end) await new Promise(done => setTimeout(done, 20));
            };
            const drive = async page => {
              const text = id => page.document.getElementById(id).textContent;
              const click = id => page.document.getElementById(id).click();
              const viewer = page.eval('viewer');
              const item = () => viewer.world.getItemAt(0);
              const zoom = () => viewer.viewport.getZoom(true) / viewer.viewport.getHomeZoom();
              const centre = () => viewer.viewport.getCenter(true).x;
              let top = 0;
              viewer.addHandler('tile-drawn', event => top = Math.max(top, event.tile.level));
              await until(() => item() && item().getFullyLoaded() && top > 0);
              result.push('fits=' + (page.document.documentElement.scrollWidth <= page.innerWidth));
              const canvas = viewer.drawer.canvas;
              const seen = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              result.push('colourful=' + (new Set(new Uint32Array(seen.buffer)).size > 500));
              for (const [x, y] of [[1500.5, 700.5], [10.5, 20.5], [1200.5, 1000.5]]) {
                const at = item().imageToViewerElementCoordinates(new page.OpenSeadragon.Point(x, y));
                for (const type of ['pointerover', 'pointerenter', 'pointermove']) {
                  viewer.canvas.dispatchEvent(new page.PointerEvent(type, {bubbles: true, pointerType: 'mouse',
                      pointerId: 1, isPrimary: true, clientX: at.x, clientY: at.y}));
                }
                await until(() => text('count'), COUNT_SECONDS);
                result.push('point=' + text('point') + '; ' + text('count'));
              }
              for (let i = 0; i < 3; i++) click('in');
              await until(() => Math.abs(zoom() - 8) < 1e-3 && item().getFullyLoaded() && top === 11);
              result.push('zoom=' + zoom().toFixed(2) + ' to level ' + top);
              const before = centre();
              viewer.viewport.panBy(new page.OpenSeadragon.Point(0.05, 0)).applyConstraints();
              await until(() => Math.abs(centre() - before - 0.05) < 1e-3);
              result.push('panned=' + (centre() - before).toFixed(2));
              click('whole');
              await until(() => Math.abs(zoom() - 1) < 1e-3);
              result.push('zoom=' + zoom().toFixed(2));
            };
            document.getElementById('page').onload = event => drive(event.target.contentWindow)
                .catch(error => result.push(String(error)))
                .then(() => {
                  document.getElementById('result').textContent = result.join('\\n');
                  return fetch('SERVER/release', {mode: 'no-cors'});
                });
            </script>
            """;

    @TempDir
    private static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void makeAPyramid() {
        chromium = new Chromium(folder);
        StringWriter err = new StringWriter();
        String[] command = ("pyramid --view magpi --size 2000x1500 --max-iter 300 --counts --tile 256 --engine threads"
                        + " --palette tide --cycle 2 --out " + folder.resolve("p"))
                .split(" ", -1);
        assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), command))
                .as(err.toString())
                .isZero();
    }

    @Test
    void itOpensFromAFileWithoutAComplaint() throws Exception {
        Chromium.Result result = chromium.open(folder.resolve("p/index.html"), "--dump-dom");
        assertThat(result.console()).isEmpty();
        assertThat(result.out()).contains("pixels a screen pixel");
    }

    /** A pixel (column, row) shows −2 + 2.5 · column/1999 and 1.25 − 2.5 · row/1499. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 400})
    void fromAFileItPansAndZoomsAndShowsThePointUnderTheCursor(int width) throws Exception {
        try (Server server = new Server()) {
            Path frame = Files.writeString(folder.resolve("drive.html"), drive(width, 0, server));
            assertThat(driven(frame.toUri(), "--allow-file-access-from-files"))
                    .containsExactly(
                            "fits=true",
                            "colourful=true",
                            "point=-0.1241 + 0.0826 i; ",
                            "point=-1.9875 + 1.2166 i; ",
                            "point=-0.4992 − 0.4178 i; ",
                            "zoom=8.00 to level 11",
                            "panned=0.05",
                            "zoom=1.00");
            assertThat(server.asked).containsExactlyInAnyOrder("/hold", "/release");
        }
    }

    @Test
    void servedWithItsDataItShowsTheCountToo() throws Exception {
        try (Server server = new Server()) {
            Files.writeString(folder.resolve("served.html"), drive(1280, 30, server));
            assertThat(driven(URI.create(server.address() + "/served.html")))
                    .containsExactly(
                            "fits=true",
                            "colourful=true",
                            "point=-0.1241 + 0.0826 i; does not escape",
                            "point=-1.9875 + 1.2166 i; count 0",
                            "point=-0.4992 − 0.4178 i; does not escape",
                            "zoom=8.00 to level 11",
                            "panned=0.05",
                            "zoom=1.00");
            assertThat(server.asked.stream().filter(path -> path.contains("counts")))
                    .contains("/p/counts.zarr/2.5", "/p/counts.zarr/0.0", "/p/counts.zarr/3.4");
        }
    }

    private static String drive(int width, int countSeconds, Server server) {
        return DRIVE.replace("WIDTH", String.valueOf(width))
                .replace("COUNT_SECONDS", String.valueOf(countSeconds))
                .replace("SERVER", server.address());
    }

    private static List<String> driven(URI page, String... flags) throws Exception {
        List<String> all = new ArrayList<>(List.of(flags));
        all.addAll(List.of("--window-size=1400,1000", "--dump-dom"));
        Chromium.Result result = chromium.openUntilLoaded(page, all.toArray(String[]::new));
        assertThat(result.console()).isEmpty();
        String begin = "<pre id=\"result\">";
        String out = result.out().substring(result.out().indexOf(begin) + begin.length());
        return out.substring(0, out.indexOf("</pre>")).lines().toList();
    }

    /** A server of the folder on this machine, which also keeps a page from being loaded until it asks for that. */
    private static final class Server implements AutoCloseable {
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final CountDownLatch released = new CountDownLatch(1);
        private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

        Server() throws IOException {
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                asked.add(path);
                if (path.equals("/hold") && !released.await(3, TimeUnit.MINUTES)) {
                    throw new IOException("nobody released the page");
                }
                if (path.equals("/release")) {
                    released.countDown();
                }
                Path file = folder.resolve(path.substring(1));
                byte[] content = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
                if (path.endsWith(".html")) {
                    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                }
                exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
                exchange.getResponseBody().write(content);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
