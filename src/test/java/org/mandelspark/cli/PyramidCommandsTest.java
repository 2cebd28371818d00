package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.files.FaultyFileSystem;
import org.mandelspark.picture.MeanLight;

/** The commands {@code pyramid} and {@code verify}, inside this process. */
class PyramidCommandsTest {
    private static final int WIDTH = 301;
    private static final int HEIGHT = 205;

    /** Odd edges on all levels; 5 times 4 tiles. */
    private static final List<String> SMALL =
            List.of("pyramid", "--view", "headtohead", "--size", WIDTH + "x" + HEIGHT, "--tile", "64", "--engine");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({"bands, 1", "smooth, 1", "histogram, 1", "bands, 2", "smooth, 16"})
    void theTopLevelIsThePictureThatRenderDrawsAndEachLevelBelowTheMeanOfTheOneAbove(String colouring, String samples)
            throws IOException {
        Path pyramid = made(
                "p", "threads", "--colouring", colouring, "--palette", "tide", "--cycle", "2", "--samples", samples);
        Path picture = folder.resolve("picture.png");
        assertThat(run(List.of(
                        "render",
                        "--view",
                        "headtohead",
                        "--size",
                        WIDTH + "x" + HEIGHT,
                        "--engine",
                        "serial",
                        "--colouring",
                        colouring,
                        "--palette",
                        "tide",
                        "--cycle",
                        "2",
                        "--samples",
                        samples,
                        "--out",
                        picture.toString())))
                .as(err.toString())
                .isZero();
        int[] expected = ImageIO.read(picture.toFile()).getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        int[] top = level(pyramid, 9, WIDTH, HEIGHT);
        for (int i = 0; i < top.length; i++) {
            assertThat(top[i]).as("pixel %d", i).isEqualTo(expected[i] & 0xffffff);
        }
        int width = WIDTH;
        int height = HEIGHT;
        for (int level = 8; level >= 0; level--) {
            int[] above = level(pyramid, level + 1, width, height);
            int halfWidth = (width + 1) / 2;
            int[] half = level(pyramid, level, halfWidth, (height + 1) / 2);
            for (int i = 0; i < half.length; i++) {
                assertThat(half[i])
                        .as("pixel %d of level %d", i, level)
                        .isEqualTo(MeanLight.of(above, width, height, 2, 2 * (i % halfWidth), 2 * (i / halfWidth)));
            }
            width = halfWidth;
            height = (height + 1) / 2;
        }
    }

    @Test
    void aPyramidOfSeveralPointsAPixelIsMadeFromAPictureAndVerified() throws IOException {
        Path picture = folder.resolve("picture.tiff");
        assertThat(run(List.of(
                        "render",
                        "--view",
                        "headtohead",
                        "--size",
                        WIDTH + "x" + HEIGHT,
                        "--engine",
                        "serial",
                        "--colouring",
                        "smooth",
                        "--samples",
                        "3",
                        "--out",
                        picture.toString())))
                .isZero();
        List<String> command = List.of(
                "pyramid",
                "--from",
                picture.toString(),
                "--tile",
                "64",
                "--engine",
                "threads",
                "--out",
                folder.resolve("q/p").toString());
        assertThat(run(command)).as(err.toString()).isZero();
        assertThat(bytes(folder.resolve("q/p"))).isEqualTo(bytes(made("p", "serial", "--samples", "3")));
        assertThat(Files.readString(folder.resolve("p/manifest.json"))).contains("\"samples\" : 3");
        assertThat(run(List.of("verify", folder.resolve("p").toString(), "--engine", "threads")))
                .isZero();
        assertThat(run(command("p", "serial", "--resume", "--samples", "2"))).isEqualTo(2);
        assertThat(err.toString()).contains("has other parameters").contains("3x3 samples");
    }

    @Test
    void everyEngineAndScheduleWritesTheSameBytes() throws IOException {
        SortedMap<String, List<Byte>> first = bytes(made("a/p", "serial"));
        assertThat(first).containsKeys("manifest.json", "p.dzi", "p_files/9/4_3.png", "p_files/0/0_0.png");
        assertThat(bytes(made("b/p", "threads", "--schedule", "self", "--kernel", "naive")))
                .isEqualTo(first);
        assertThat(bytes(made("c/p", "spark", "--schedule", "lpt", "--workers", "2")))
                .isEqualTo(first);
    }

    @Test
    void whatIsMissingOrTornIsFoundAndMadeAgain() throws IOException {
        Path pyramid = made("p", "threads");
        SortedMap<String, List<Byte>> whole = bytes(pyramid);
        assertThat(run(List.of("verify", pyramid.toString(), "--engine", "serial")))
                .isZero();
        assertThat(out.toString()).contains("all equal");

        Files.delete(pyramid.resolve("p_files/9/1_1.png"));
        Path torn = pyramid.resolve("p_files/8/0_1.png");
        Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), 40));
        Files.copy(
                pyramid.resolve("p_files/9/0_0.png"),
                pyramid.resolve("p_files/9/2_2.png"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(run(List.of("verify", pyramid.toString(), "--engine", "serial")))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("level 9, column 1, row 1: missing or torn")
                .contains("level 8, column 0, row 1: missing or torn")
                .contains("level 9, column 2, row 2: not as its block lists it")
                .contains("made from a tile that is missing or torn");

        Files.delete(pyramid.resolve("manifest.json"));
        assertThat(run(List.of("verify", pyramid.toString()))).isEqualTo(2);
        assertThat(err.toString()).contains("unfinished: finish it with 'pyramid --resume'");
        made("p", "threads", "--resume");
        assertThat(bytes(pyramid)).isEqualTo(whole);
    }

    /** The disk takes {@code 10,000} bytes of a file: some tiles are larger, others not. */
    @ParameterizedTest
    @ValueSource(strings = {"serial", "threads", "spark"})
    void aFullDiskIsSaidInOneLineAndFinishedTilesAreKept(String engine) throws IOException {
        System.setProperty(FaultyFileSystem.SETTING, FaultyFileSystem.class.getName());
        try {
            List<String> command = List.of("pyramid", "--view", "seahorse", "--size", "640x300", "--tile", "128");
            Path pyramid = folder.resolve("p");
            String full = FaultyFileSystem.SCHEME + "://full" + pyramid;
            assertThat(run(with(command, "--engine", engine, "--out", full))).isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("mandelspark pyramid: ")
                    .contains("cannot write " + full + "/p_files/")
                    .endsWith(": No space left on device\n");
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(pyramid.resolve("manifest/parameters.json")).isNotEmptyFile();
            assertThat(pyramid.resolve("manifest.json")).doesNotExist();
            assertThat(run(with(command, "--engine", engine, "--resume", "--out", pyramid.toString())))
                    .as(err.toString())
                    .isZero();
            assertThat(run(List.of("verify", pyramid.toString(), "--engine", "serial")))
                    .isZero();
        } finally {
            System.clearProperty(FaultyFileSystem.SETTING);
        }
    }

    @Test
    void aFinishedPyramidIsKeptUnlessForceReplacesIt() throws IOException {
        Path pyramid = made("p", "serial");
        SortedMap<String, List<Byte>> whole = bytes(pyramid);
        assertThat(run(command("p", "serial"))).isEqualTo(2);
        assertThat(err.toString()).contains("there is a pyramid in it, finished; --force replaces it");
        assertThat(run(command("p", "serial", "--resume", "--palette", "magma")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("has other parameters");
        assertThat(bytes(pyramid)).isEqualTo(whole);
        made("p", "serial", "--force", "--palette", "magma");
        assertThat(bytes(pyramid)).isNotEqualTo(whole).hasSameSizeAs(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "p | --tile 63 | --tile 63: a tile must have an even side",
                "p | --tile 4096 | --tile 4096: a tile must have an even side",
                "p | --force --resume | --force and --resume exclude each other",
                "p | --resume | there is no pyramid in it to go on with",
                "foreign | --force | there is something else in it: name a new folder",
                "foreign/text | --force | cannot write there: it is a file, not a folder",
                ". | | a pyramid needs a folder with a name",
                "p | --size 2147483648 | at most 2147483647 pixels",
                "p | --size 2147483647 --tile 64 | more than the 1,000,000 that are allowed",
                "p | --palette none | unknown palette 'none'",
            })
    void badInputGetsALineAndNothingIsTouched(String name, String options, String message) throws IOException {
        Path foreign = Files.createDirectories(folder.resolve("foreign")).resolve("text");
        Files.writeString(foreign, "mine");
        List<String> command = new ArrayList<>(List.of("pyramid", "--engine", "serial", "--view", "headtohead"));
        command.addAll(
                List.of("--out", name.equals(".") ? "." : folder.resolve(name).toString()));
        if (options != null) {
            command.addAll(List.of(options.split(" ")));
        }
        assertThat(run(command)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(Files.readString(foreign)).isEqualTo("mine");
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(foreign);
        }
    }

    @Test
    void reportAndSimulateReadTheAccountOfAPyramid() throws IOException {
        Path pyramid = made("p", "threads", "--schedule", "over:4", "--workers", "2");
        assertThat(out.toString()).contains("over:4 in 8 chunks of 20 blocks");
        assertThat(run(List.of("report", pyramid.toString())))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(pyramid.resolve("report.html")))
                .contains("pyramid of view headtohead", "encode", "the simulation takes them to cost the same")
                .doesNotContain("the same in every run");
        assertThat(run(List.of("simulate", "--from", pyramid.toString(), "--workers", "1,88,1000")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("over:4       1000      20");
        assertThat(run(List.of("report", pyramid.resolve("run.json").toString())))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a file needs --out PATH for the page");
    }

    @Test
    void thePageHoldsAllItNeedsButTheTiles() throws IOException {
        Path pyramid = made("p", "serial");
        String page = Files.readString(pyramid.resolve("index.html"));
        assertThat(page)
                .contains("\"p_files/\"", "OpenSeadragon", "submit/mandelspark pyramid --view headtohead")
                .doesNotContain("{{", "<script src", "<link");
        assertThat(Files.readString(pyramid.resolve("p.dzi")))
                .contains("TileSize=\"64\"", "Width=\"301\"", "Height=\"205\"");
    }

    private Path made(String name, String engine, String... options) {
        assertThat(run(command(name, engine, options))).as(err.toString()).isZero();
        return folder.resolve(name);
    }

    private List<String> command(String name, String engine, String... options) {
        List<String> command = new ArrayList<>(SMALL);
        command.add(engine);
        command.addAll(List.of("--out", folder.resolve(name).toString()));
        command.addAll(List.of(options));
        return command;
    }

    private static List<String> with(List<String> command, String... options) {
        return Stream.concat(command.stream(), Stream.of(options)).toList();
    }

    private int run(List<String> command) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), command.toArray(String[]::new));
    }

    /** Pixels of a level, put together from its tiles. */
    private static int[] level(Path pyramid, int level, int width, int height) throws IOException {
        int[] pixels = new int[width * height];
        for (int row = 0; row * 64 < height; row++) {
            for (int column = 0; column * 64 < width; column++) {
                Path tile = pyramid.resolve("p_files/" + level + "/" + column + "_" + row + ".png");
                var image = ImageIO.read(tile.toFile());
                assertThat(image.getWidth()).isEqualTo(Math.min(64, width - column * 64));
                assertThat(image.getHeight()).isEqualTo(Math.min(64, height - row * 64));
                int first = row * 64 * width + column * 64;
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), pixels, first, width);
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        return pixels;
    }

    /** All files but those that say when, where or how they were made. */
    static SortedMap<String, List<Byte>> bytes(Path pyramid) throws IOException {
        SortedMap<String, List<Byte>> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(pyramid)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !List.of("run.json", "index.html", ".lock")
                            .contains(file.getFileName().toString()))
                    .forEach(file -> bytes.put(pyramid.relativize(file).toString(), content(file)));
        }
        return bytes;
    }

    private static List<Byte> content(Path file) {
        try {
            List<Byte> content = new ArrayList<>();
            for (byte b : Files.readAllBytes(file)) {
                content.add(b);
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
