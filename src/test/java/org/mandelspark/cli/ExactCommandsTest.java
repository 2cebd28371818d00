package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.kernel.deep.Oracle;

/** Commands on views that doubles do not reach, inside this process. */
class ExactCommandsTest {
    private static final String DEEP = "--center -0.77568377,0.13646737 --zoom 1e20 --max-iter 2000 --size 24x20";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    private Path made(String line, String file) {
        Path path = folder.resolve(file);
        assertThat(run(line + " --engine threads --out " + path))
                .as(err.toString())
                .isZero();
        return path;
    }

    @Test
    void theRecordOfADeepViewIsEnoughToCheckAnyPixel() throws IOException {
        Path array = made("render " + DEEP, "a.npy");
        JsonNode record =
                new ObjectMapper().readTree(made("render " + DEEP, "a.json").toFile());
        JsonNode deep = record.at("/view/deep");
        byte[] bytes = Files.readAllBytes(array);
        for (int pixel : new int[] {0, 23, 24 * 10 + 12, 24 * 19, 24 * 20 - 1}) {
            int at = bytes.length - 4 * (24 * 20 - pixel);
            int count = (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24;
            assertThat(count)
                    .isEqualTo(Oracle.count(
                            deep.get("re").asText(),
                            deep.get("im").asText(),
                            deep.get("spacing_mantissa").asLong(),
                            deep.get("spacing_exponent").asInt(),
                            2 * (pixel % 24) - 23,
                            2 * (pixel / 24) - 19,
                            2000,
                            200));
        }
        JsonNode tiers = deep.get("tiers");
        assertThat(tiers.get("undecided").asInt()).isZero();
        assertThat(tiers.get("doubles").asInt()
                        + tiers.get("careful_doubles").asInt()
                        + tiers.get("pairs").asInt()
                        + tiers.get("balls").asInt())
                .isEqualTo(480);
        assertThat(deep.get("reference_bits").asInt()).isPositive();
        assertThat(deep.get("reference_length").asInt()).isPositive();
        assertThat(record.at("/kernel").asText()).isEqualTo("deep");
        assertThat(out.toString())
                .contains("exact and proved, as doubles end before this view does")
                .contains("proved    480 pixels");
    }

    @Test
    void theRecordIsReadBackByReportAndSimulate() {
        Path record = made("render " + DEEP, "a.json");
        assertThat(run("report " + record + " --out " + folder.resolve("r.html")))
                .as(err.toString())
                .isZero();
        assertThat(run("simulate --from " + record + " --workers 2,88"))
                .as(err.toString())
                .isZero();
    }

    /** Of a picture that is one unit, integers decide the first pixel that nothing else can in the unit, and the others after it. */
    @Test
    void theSecondJobIsPartOfTheAccount() throws IOException {
        Path record = made(
                "render --center -0.743643887037151,0.131825904205330 --width 1e-4 --size 96x54 --max-iter 4000"
                        + " --arithmetic exact --unit 96x54",
                "a.json");
        JsonNode run = new ObjectMapper().readTree(record.toFile());
        assertThat(run.at("/chunks").size()).isOne();
        long iterations = run.at("/chunks/0/iterations").asLong();
        JsonNode second = run.at("/view/deep/rest/chunks");
        for (JsonNode chunk : second) {
            iterations += chunk.get("iterations").asLong();
        }
        assertThat(second.size())
                .isPositive()
                .isEqualTo(run.at("/view/deep/tiers/balls").asInt() - 1);
        assertThat(iterations).isEqualTo(run.at("/totals/iterations").asLong());
        assertThat(run("report " + record + " --out " + folder.resolve("r.html") + " --explore"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(folder.resolve("explore.html")))
                .contains("\"second\":[0" + ",1".repeat(second.size()) + "]");
        assertThat(run("simulate --from " + record + " --workers 2,88"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void whatProvedEachCountIsAPictureAndAnArray() throws IOException {
        BufferedImage picture =
                ImageIO.read(made("render " + DEEP, "x.tiers.png").toFile());
        byte[] array = Files.readAllBytes(made("render " + DEEP, "x.tiers.npy"));
        int[] colours = {0x1d3557, 0x2a9d8f, 0xe9c46a, 0xe63946};
        for (int i = 0; i < 480; i++) {
            int tier = array[array.length - 480 + i];
            assertThat(picture.getRGB(i % 24, 19 - i / 24) & 0xffffff).isEqualTo(colours[tier]);
        }
        assertThat(run("render --view magpi --out " + folder.resolve("y.tiers.png")))
                .isEqualTo(2);
        assertThat(err.toString().lines().reduce((first, second) -> second))
                .hasValueSatisfying(
                        line -> assertThat(line).contains(".tiers.png").contains("--arithmetic exact"));
        assertThat(folder.resolve("y.tiers.png")).doesNotExist();
        assertThat(run("render " + DEEP + " --samples 2 --out " + folder.resolve("z.png") + " --out "
                        + folder.resolve("z.tiers.png")))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DEEP + " --colouring smooth",
                DEEP + " --colouring bands --palette tide --samples 2",
                "--view magpi --size 30x20 --arithmetic exact --colouring smooth"
            })
    void anExactPictureIsMadeAgainFromItself(String options) {
        Path first = made("render " + options, "a.png");
        assertThat(made("render --from " + first, "b.png")).hasSameBinaryContentAs(first);
    }

    @Test
    void exactPicturesAreThoseOfDoublesWhereDoublesAreRight() throws IOException {
        String options = "render --view headtohead --size 40x30 --arithmetic ";
        assertThat(made(options + "exact", "a.npy")).hasSameBinaryContentAs(made(options + "doubles", "b.npy"));
        BufferedImage exact =
                ImageIO.read(made(options + "exact --colouring smooth", "a.png").toFile());
        BufferedImage doubles = ImageIO.read(
                made(options + "doubles --colouring smooth", "b.png").toFile());
        // The palette follows from a preview of fewer points.
        for (int i = 0; i < 1200; i++) {
            assertThat(light(exact.getRGB(i % 40, i / 40)))
                    .isCloseTo(light(doubles.getRGB(i % 40, i / 40)), within(40));
        }
    }

    private static int light(int rgb) {
        return ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 3;
    }

    @ParameterizedTest
    @ValueSource(strings = {"smooth", "bands", "histogram"})
    void aPyramidHasThePixelsOfThePicture(String colouring) throws IOException {
        String options = DEEP.replace("24x20", "100x70") + " --colouring " + colouring;
        BufferedImage picture = ImageIO.read(made("render " + options, "a.png").toFile());
        made("pyramid --tile 64 " + options, "p");
        for (int i = 0; i < 7000; i += 3) {
            int x = i % 100;
            int y = i / 100;
            BufferedImage tile = ImageIO.read(folder.resolve("p/p_files/7/" + x / 64 + "_" + y / 64 + ".png")
                    .toFile());
            assertThat(tile.getRGB(x % 64, y % 64)).isEqualTo(picture.getRGB(x, y));
        }
        assertThat(run("verify " + folder.resolve("p") + " --engine threads"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void aPyramidOfADeepViewIsSharedInBlocksThatAreTheSameForAnyWorkers() throws IOException {
        List<String> manifests = new ArrayList<>();
        for (String engine : List.of("serial", "threads --workers 1", "threads --workers 2", "spark --workers 2")) {
            Path made = folder.resolve("p" + manifests.size()).resolve("p");
            assertThat(run("pyramid " + DEEP.replace("24x20", "200x150") + " --out " + made + " --engine " + engine))
                    .as(err.toString())
                    .isZero();
            manifests.add(Files.readString(made.resolve("manifest.json")));
            JsonNode chunks = new ObjectMapper()
                    .readTree(made.resolve("run.json").toFile())
                    .get("chunks");
            assertThat(chunks.size()).isGreaterThanOrEqualTo(engine.endsWith("2") ? 2 : 1);
        }
        assertThat(manifests).allMatch(manifests.get(0)::equals);
        JsonNode first =
                new ObjectMapper().readTree(manifests.get(0)).get("passes").get(0);
        assertThat(first.get("blocks").asInt()).isEqualTo(12);
    }

    @Test
    void studiesTakeDeepViews() {
        String study = " " + DEEP + " --engine threads --repeats 2 --warmup 1 --out ";
        assertThat(run("balance --schedules static,lpt:self" + study + folder.resolve("b")))
                .as(err.toString())
                .isZero();
        assertThat(run("scaling --workers 1,2" + study + folder.resolve("s")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("reference").contains("table");
        assertThat(run("report " + folder.resolve("b") + " " + folder.resolve("s") + " --out "
                        + folder.resolve("r.html")))
                .as(err.toString())
                .isZero();
    }

    @Test
    void kernelsOfExactCountsMeetOnDeepViewsAndOnOthersInExactArithmetic() throws IOException {
        for (String view : List.of(DEEP, "--view headtohead --size 20x16 --arithmetic exact")) {
            Path made = folder.resolve("kernels" + view.length());
            assertThat(run("kernels --engines serial,threads --workers 2 --repeats 2 --warmup 1 " + view + " --out "
                            + made))
                    .as(err.toString())
                    .isZero();
            assertThat(Files.readString(made.resolve("kernels.csv")))
                    .contains("speedup_vs_deep_steps")
                    .contains("deep-steps,serial,1,none")
                    .contains("deep,threads,2,none")
                    .doesNotContain("naive");
            assertThat(run("report " + made + " --out " + folder.resolve("r" + view.length() + ".html")))
                    .as(err.toString())
                    .isZero();
        }
        assertThat(out.toString())
                .contains("Kernel deep was computed by perturbation with blocks, proved.")
                .contains("Kernel deep-steps was computed by perturbation step by step, proved.");
    }

    @Test
    void ballsOfIntegersTakePartIfTheyAreAskedFor() throws IOException {
        String view = " --center -0.77568377,0.13646737 --zoom 1e20 --size 6x5 --max-iter 500";
        Path made = folder.resolve("k");
        assertThat(run("kernels --kernels deep-balls --engines serial --repeats 1 --warmup 0 --out " + made + view))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(made.resolve("kernels.csv"))).contains("deep-balls,serial,1,none");
        assertThat(made("render --kernel deep-balls" + view, "a.npy"))
                .hasSameBinaryContentAs(made("render" + view, "b.npy"));
    }

    @Test
    void weakScalingOfADeepViewCountsMorePixelsOfTheSamePicture() {
        assertThat(run("scaling --mode weak --workers 1,2 --engine threads --repeats 2 --warmup 1 " + DEEP + " --out "
                        + folder.resolve("w")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("weak scaling: the work grows with the workers");
        assertThat(run("report " + folder.resolve("w") + " --out " + folder.resolve("w.html")))
                .as(err.toString())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kernels --kernels deep,simd --zoom 1e20| --kernels simd: exact counts are computed by",
                "scaling --kernel naive --zoom 1e20| --kernel naive: exact counts are computed by",
                "pyramid --kernel naive --zoom 1e20| --kernel naive: exact counts are computed by",
                "kernels --zoom 1e20 --interior proved| --interior",
                "kernels --zoom 1e20 --published| --published",
                "kernels --zoom 2 --kernels deep-steps| kernel deep-steps is for exact counts",
                "scaling --mode weak --zoom 1e20 --workers 1,2000000000| --size"
            })
    void whatDoesNotGoWithExactCountsIsRefusedInOneLine(String words, String reason) {
        assertThat(run(words + " --center -0.77568377,0.13646737 --size 24x20 --max-iter 2000 --out "
                        + folder.resolve("x")))
                .isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(reason);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aLocationOfAnotherProgramIsRendered() throws IOException {
        Path location = folder.resolve("somewhere.kfr");
        Files.writeString(location, "Re: -0.77568377\nIm: 0.13646737\nZoom: 1E20\nIterations: 2000\n");
        assertThat(made("render --size 24x20 --location " + location, "a.npy"))
                .hasSameBinaryContentAs(made("render " + DEEP, "b.npy"));
        assertThat(run("render --location " + location + " --zoom 3")).isEqualTo(2);
        assertThat(err.toString()).contains("--location and --zoom both say which part is shown");
    }
}
