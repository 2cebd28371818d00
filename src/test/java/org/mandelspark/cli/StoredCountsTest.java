package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandelspark.cli.PyramidCommandsTest.bytes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.DebianPython;
import org.mandelspark.files.Json;

/** Counts that {@code pyramid} stores, and what becomes of them: arrays for Python, other colours, histograms. */
class StoredCountsTest {
    private static final List<String> VIEW = List.of("--view", "headtohead", "--size", "301x205");

    private static final String COMPARE = """
            import sys, numpy, zarr
            counts = zarr.open(sys.argv[1] + "/counts.zarr", mode="r")
            fraction = zarr.open(sys.argv[1] + "/fraction.zarr", mode="r")
            expected = numpy.load(sys.argv[2])
            assert (counts[:][::-1] == expected).all()
            assert (counts[60:70, 120:140] == expected[::-1][60:70, 120:140]).all()
            assert ((fraction[:] == 0) | (expected[::-1] < 400)).all()
            print(counts.dtype, counts.shape, counts.chunks, counts.attrs["row_0"], fraction.dtype, fraction[:].max() > 0)
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void pythonReadsTheCountsThatRenderGives() throws Exception {
        Path pyramid = made("p", "--counts", "--engine", "spark", "--workers", "2");
        Path npy = folder.resolve("counts.npy");
        List<String> render = new ArrayList<>(List.of("render", "--engine", "serial", "--out", npy.toString()));
        render.addAll(VIEW);
        assertThat(run(render)).as(err.toString()).isZero();
        assertThat(DebianPython.run(COMPARE, pyramid, npy)).isEqualTo("int32 (205, 301) (64, 64) ymax uint16 True\n");
    }

    @ParameterizedTest
    @CsvSource({
        "smooth, smooth",
        "smooth, bands",
        "smooth, histogram",
        "bands, histogram",
        "histogram, bands",
        "histogram, histogram"
    })
    void otherColoursAreThoseThatPyramidGivesToTheView(String stored, String asked) throws IOException {
        String[] colours = {"--colouring", asked, "--palette", "tide", "--cycle", "3", "--invert", "--offset", "0.25"};
        made("stored/p", "--counts", "--colouring", stored);
        Path pyramid = made("made/p", colours);
        Path recoloured = recoloured("stored/p", "again/p", colours);
        assertThat(bytes(recoloured)).isEqualTo(bytes(pyramid));
        JsonNode run = Json.readFile(recoloured.resolve("run.json").toString());
        assertThat(run.path("totals").path("steps").asLong(-1)).isZero();
        assertThat(run(List.of("verify", recoloured.toString(), "--engine", "serial")))
                .isZero();
    }

    @Test
    void theColouringOfThePyramidIsTheDefault() throws IOException {
        Path stored = made("stored/p", "--counts", "--colouring", "bands");
        SortedMap<String, List<Byte>> tiles = bytes(recoloured("stored/p", "again/p", "--engine", "spark"));
        tiles.keySet().removeIf(file -> !file.endsWith(".png"));
        assertThat(bytes(stored)).containsAllEntriesOf(tiles);
    }

    @Test
    void tornChunksAreFoundAndMadeAgain() throws IOException {
        for (String colouring : List.of("smooth", "histogram")) {
            Path pyramid = made(colouring + "/p", "--counts", "--colouring", colouring);
            SortedMap<String, List<Byte>> whole = bytes(pyramid);
            assertThat(run(List.of("verify", pyramid.toString(), "--engine", "serial")))
                    .isZero();
            Path torn = pyramid.resolve("counts.zarr/1.1");
            Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), 20));
            Files.copy(
                    pyramid.resolve("counts.zarr/0.1"),
                    pyramid.resolve("counts.zarr/2.2"),
                    StandardCopyOption.REPLACE_EXISTING);
            assertThat(run(List.of("verify", pyramid.toString(), "--engine", "serial")))
                    .isEqualTo(1);
            assertThat(out.toString())
                    .contains("column 1, row 1: its stored counts or fractions are torn")
                    .contains("column 2, row 2: its stored counts or fractions are torn")
                    .contains("2 tiles differ");
            Files.delete(pyramid.resolve("manifest.json"));
            made(colouring + "/p", "--counts", "--colouring", colouring, "--resume");
            assertThat(bytes(pyramid)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // stopped while counting
        "counts.zarr/3.1, manifest/histogram.json, manifest/9_1_3.json",
        // before the first tile
        "manifest/histogram.json, manifest/9_1_3.json, p_files",
        // while tiles were made
        "manifest/9_1_3.json, p_files/9/2_2.png, p_files/0/0_0.png",
        // while counts were removed
        "counts.zarr/.zarray, counts.zarr/0.0, p_files/9/2_2.png"
    })
    void aHistogramGoesOnFromEachState(String first, String second, String third) throws IOException {
        String[] histogram = {"--colouring", "histogram"};
        Path pyramid = made("p/p", histogram);
        SortedMap<String, List<Byte>> whole = bytes(pyramid);
        assertThat(whole.keySet()).noneMatch(file -> file.contains("counts")).contains("manifest/histogram.json");
        Path kept = made("kept/p", "--colouring", "histogram", "--counts");
        for (String counts : List.of("counts.zarr", "manifest/counts")) {
            Files.move(kept.resolve(counts), pyramid.resolve(counts));
        }
        Files.delete(pyramid.resolve("manifest.json"));
        for (String missing : List.of(first, second, third)) {
            remove(pyramid.resolve(missing));
        }
        made("p/p", "--colouring", "histogram", "--resume", "--engine", "spark", "--workers", "2");
        assertThat(bytes(pyramid)).isEqualTo(whole);
    }

    @Test
    void whatIsNotStoredIsRefusedWithTheOptionThatWouldHaveStoredIt() throws IOException {
        made("none/p");
        made("bands/p", "--counts", "--colouring", "bands");
        Path unfinished = made("unfinished/p", "--counts");
        Files.delete(unfinished.resolve("manifest.json"));
        Path foreign = made("foreign/p", "--counts");
        Files.writeString(
                foreign.resolve("counts.zarr/.zarray"),
                Files.readString(foreign.resolve("counts.zarr/.zarray")).replace("301", "302"));
        Files.createDirectories(folder.resolve("empty"));
        long files = files();
        refused("none/p", "counts.zarr is not stored in it: 'pyramid --counts' would have stored it");
        refused(
                "bands/p",
                "--colouring smooth of " + folder.resolve("bands/p")
                        + ": fraction.zarr is not stored in it: 'pyramid --counts --colouring smooth' would",
                "--colouring",
                "smooth");
        refused("unfinished/p", "the pyramid in it is unfinished");
        refused("foreign/p", "'shape' is [205,302] and not [205,301]");
        refused("empty", "there is no pyramid in it");
        refused("nowhere", "there is no pyramid in it");
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void theSameFolderIsRefused() throws IOException {
        Path pyramid = made("a/p", "--counts");
        SortedMap<String, List<Byte>> whole = bytes(pyramid);
        for (String target : List.of("a/p", "a/../a/p/", "a/p/again", "a")) {
            List<String> command = List.of(
                    "recolour",
                    pyramid.toString(),
                    "--force",
                    "--out",
                    folder.resolve(target).toString());
            assertThat(run(command)).as(target).isEqualTo(2);
            assertThat(err.toString())
                    .contains("is the same folder, or one is in the other")
                    .hasLineCount(1);
        }
        assertThat(bytes(pyramid)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"serial", "threads", "spark"})
    void aCorruptArrayIsNamedInOneLine(String engine) throws IOException {
        Path pyramid = made("p", "--counts");
        Files.write(pyramid.resolve("counts.zarr/1.2"), new byte[] {1, 2, 3});
        assertThat(run(List.of(
                        "recolour",
                        pyramid.toString(),
                        "--engine",
                        engine,
                        "--out",
                        folder.resolve("c").toString())))
                .isEqualTo(1);
        assertThat(err.toString().lines().filter(line -> !line.startsWith("WARN")))
                .singleElement()
                .asString()
                .contains("counts.zarr/1.2 is not a whole chunk of 64x64 numbers");
        assertThat(folder.resolve("c/manifest.json")).doesNotExist();
    }

    private void refused(String stored, String message, String... options) {
        List<String> command =
                new ArrayList<>(List.of("recolour", folder.resolve(stored).toString()));
        command.addAll(List.of("--out", folder.resolve("c").toString()));
        command.addAll(List.of(options));
        assertThat(run(command)).as(stored).isEqualTo(2);
        assertThat(err.toString()).contains(message).hasLineCount(1);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.count();
        }
    }

    private static void remove(Path file) throws IOException {
        try (Stream<Path> all = Files.walk(file)) {
            for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(one);
            }
        }
    }

    private Path made(String name, String... options) {
        List<String> command = new ArrayList<>(List.of("pyramid", "--tile", "64"));
        command.addAll(VIEW);
        return written(command, name, options);
    }

    private Path recoloured(String stored, String name, String... options) {
        return written(List.of("recolour", folder.resolve(stored).toString()), name, options);
    }

    private Path written(List<String> begin, String name, String... options) {
        List<String> command = new ArrayList<>(begin);
        command.addAll(List.of("--out", folder.resolve(name).toString()));
        command.addAll(List.of(options));
        if (!command.contains("--engine")) {
            command.addAll(List.of("--engine", "threads"));
        }
        assertThat(run(command)).as(err.toString()).isZero();
        return folder.resolve(name);
    }

    private int run(List<String> command) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), command.toArray(String[]::new));
    }
}
