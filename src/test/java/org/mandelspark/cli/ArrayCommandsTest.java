package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.files.JsonKeys;
import org.mandelspark.files.NpyReader;

/** The commands {@code gauss} and {@code matmul}, inside this process. */
class ArrayCommandsTest {
    private static final List<String> SMALL_GAUSS = List.of("gauss", "--size", "67x45", "--points", "300");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeMatrices() throws IOException {
        for (String name : List.of("a.npy", "b.npy")) {
            try (InputStream in = getClass().getResourceAsStream("/matmul/" + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        Files.writeString(folder.resolve("text.npy"), "no matrix at all");
        try (InputStream in = getClass().getResourceAsStream("/fixtures/odd-size.npy")) {
            Files.copy(in, folder.resolve("counts.npy"));
        }
    }

    @Test
    void everyEngineScheduleAndKernelGivesTheSameBitsOfTheGaussMap() {
        assertSameChecksums(SMALL_GAUSS);
    }

    @Test
    void everyEngineScheduleAndKernelGivesTheSameBitsOfAProduct() {
        assertSameChecksums(List.of("matmul", "--size", "61"));
    }

    private void assertSameChecksums(List<String> command) {
        for (String schedule : List.of("static", "over:3", "cyclic")) {
            for (String kernel : List.of("naive", "array", "simd")) {
                run(command, "--engine", "serial", "--schedule", schedule, "--kernel", kernel);
                run(command, "--engine", "threads", "--workers", "3", "--schedule", schedule, "--kernel", kernel);
            }
            run(command, "--engine", "spark", "--workers", "2", "--schedule", schedule, "--kernel", "simd");
        }
        List<String> checksums = out.toString()
                .lines()
                .filter(line -> line.startsWith("checksum"))
                .toList();
        assertThat(checksums).hasSize(3 * (2 * 3 + 1));
        assertThat(checksums.stream().distinct()).hasSize(1);
    }

    @Test
    void gaussWritesThePictureTheArrayAndTheRecord() throws IOException {
        Path png = folder.resolve("g.png");
        Path npy = folder.resolve("g.npy");
        Path json = folder.resolve("g.json");
        Path tiff = folder.resolve("g.tiff");
        int status = run(
                SMALL_GAUSS,
                "--engine",
                "threads",
                "--out",
                png.toString(),
                "--out",
                npy.toString(),
                "--out",
                json.toString(),
                "--out",
                tiff.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString())
                .contains("gauss: alpha 5.8; beta -1.0,1.0; points 300; size 67x45; skip 200")
                .contains("33,500 iterations")
                .contains("wrote ");
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(67);
        assertThat(ImageIO.read(png.toFile()).getHeight()).isEqualTo(45);
        assertThat(tiff).isNotEmptyFile();
        try (InputStream in = Files.newInputStream(npy)) {
            NpyReader reader = new NpyReader(in, "g.npy");
            assertThat(reader.rows()).isEqualTo(45);
            assertThat(reader.columns()).isEqualTo(67);
            // With beta = -1 the orbit stays at 0, in bin 18 from below; with beta = 1 it ends near the top.
            double[] cells = reader.cells();
            assertThat(cells[(44 - 18) * 67]).isEqualTo(1);
            assertThat(cells[66] + cells[67 + 66] + cells[8 * 67 + 66]).isPositive();
        }
        JsonNode record = JsonMapper.builder().build().readTree(json.toFile());
        assertThat(JsonKeys.notSnakeCase(record)).isEmpty();
        JsonNode problem = record.path("problem");
        assertThat(problem.path("workload").asText()).isEqualTo("gauss");
        assertThat(problem.path("alpha").asDouble()).isEqualTo(5.8);
        assertThat(problem.path("size").asText()).isEqualTo("67x45");
        assertThat(out.toString()).contains(record.path("checksum").asText());
        assertThat(record.path("totals").path("iterations").asLong()).isEqualTo(33_500);
        assertThat(record.path("chunks")).hasSize(record.path("partitions").asInt());
    }

    @Test
    void matmulMultipliesFiles() throws IOException {
        Path c = folder.resolve("c.npy");
        for (String engine : List.of("serial", "spark")) {
            int status = run(
                    List.of("matmul", "--a", path("a.npy"), "--b", path("b.npy"), "--force"),
                    "--engine",
                    engine,
                    "--out",
                    c.toString());
            assertThat(err.toString()).isEmpty();
            assertThat(status).isZero();
            try (InputStream ours = Files.newInputStream(c);
                    InputStream numpy = getClass().getResourceAsStream("/matmul/c.npy")) {
                double[] expected = new NpyReader(numpy, "numpy").cells();
                double[] cells = new NpyReader(ours, "ours").cells();
                assertThat(cells).hasSameSizeAs(expected);
                for (int i = 0; i < cells.length; i++) {
                    assertThat(Math.abs(cells[i] / expected[i] - 1)).isLessThan(1e-13);
                }
            }
        }
        assertThat(out.toString())
                .contains("37x53")
                .contains("80,401 multiply-adds")
                .contains("Gflop/s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gauss --alpha 0 | --alpha | greater than 0, not 0.0",
                "gauss --alpha -1 | --alpha | greater than 0, not -1.0",
                "gauss --alpha NaN | --alpha | finite",
                "gauss --alpha narrow | --alpha | narrow",
                "gauss --beta 1,-1 | --beta | not from 1.0 to -1.0",
                "gauss --beta 0,Infinity | --beta | finite",
                "gauss --beta 1 | --beta | MIN,MAX",
                "gauss --beta a,b | --beta | MIN,MAX",
                "gauss --beta 1,2,3 | --beta | MIN,MAX",
                "gauss --size 0x4 | --size | at least 1x1",
                "gauss --size 1x300000000 | --size | give --points",
                "gauss --skip -1 | --skip | from 0",
                "gauss --points 0 | --points | from 1",
                "gauss --kernel cuda | --kernel | naive, array, simd",
                "gauss --schedule dynamic | --schedule | static",
                "gauss --size 30000x30000 --points 1 --engine serial | --size 30000x30000 | --driver-memory",
                "gauss --out g.gif | g.gif | .png, .tiff, .npy, .json",
                "matmul | --size | --a and --b",
                "matmul --size 0 | --size | from 1 to",
                "matmul --size 50000 | --size 50000 | one array holds",
                "matmul --size 20000 --engine serial | 20000x20000, seed 1 | --driver-memory",
                "matmul --size 20000 --engine spark | 20000x20000, seed 1 | --driver-memory",
                "matmul --size 9 --out c.png | --out | .npy",
                "matmul --a a.npy | --b | missing",
                "matmul --b b.npy | --a | missing",
                "matmul --a a.npy --b a.npy | a.npy) is 37x53 | the columns of A must be as many",
                "matmul --a a.npy --b nowhere.npy | nowhere.npy | no such file",
                "matmul --a text.npy --b b.npy | text.npy | signature",
                "matmul --a counts.npy --b b.npy | counts.npy | '<f8'",
                "matmul --a a.npy --b b.npy --size 37 | --a | leave --size out",
                "matmul --size 9 --seed x | --seed | x",
                "matmul --a a.npy --b b.npy --seed 7 | --seed 7 | --a and --b",
                "matmul --size 9 --engine threads --ui | --ui | --engine spark",
                "gauss --size 9 --engine serial --workers 3 | --workers 3 | --engine threads or spark",
                "gauss --size 9 --schedule self --partitions 3 | --partitions 3 | self",
            })
    void badInputIsOneLineThatNamesTheOptionAndWhatIsAllowed(String command, String option, String allowed) {
        List<String> args = new ArrayList<>();
        for (String word : command.strip().split(" ", -1)) {
            args.add(word.matches(".*\\.(npy|png|gif)") ? path(word) : word);
        }
        assertThat(run(args)).as(out.toString()).isEqualTo(Main.WRONG_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).as(err.toString()).hasSize(1);
        assertThat(err.toString()).contains(option).contains(allowed);
    }

    @Test
    void helpHasExamples() {
        assertThat(run(List.of("gauss", "--help"))).isZero();
        assertThat(run(List.of("matmul", "--help"))).isZero();
        assertThat(out.toString()).contains("submit/mandelspark gauss").contains("submit/mandelspark matmul");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int run(List<String> command, String... more) {
        List<String> args = new ArrayList<>(command);
        args.addAll(List.of(more));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
    }
}
