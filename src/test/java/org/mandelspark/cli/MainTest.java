package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.ReferenceCounts;
import org.mandelspark.files.FaultyFileSystem;
import org.mandelspark.files.JsonKeys;
import org.mandelspark.grid.Formula;

/** The command line, inside this process. */
class MainTest {
    private static final String MAGPI_CHECKSUM = "bb54bf33";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeATakenFile() throws IOException {
        Files.writeString(folder.resolve("taken.npy"), "mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", "threads", "spark"})
    void everyEngineRendersTheMagpiListing(String engine) throws IOException {
        Path npy = folder.resolve("magpi.npy");
        Path json = folder.resolve("magpi.json");
        Path png = folder.resolve("magpi.png");
        int status = run(
                "render",
                "--view",
                "magpi",
                "--engine",
                engine,
                "--out",
                npy.toString(),
                "--out",
                json.toString(),
                "--out",
                png.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString())
                .contains("magpi, 1000x1000, at most 50 iterations")
                .contains("15,945,898 iterations")
                .contains(MAGPI_CHECKSUM);
        long sum = Arrays.stream(ReferenceCounts.int32(Files.readAllBytes(npy), 1000, 1000))
                .asLongStream()
                .sum();
        assertThat(sum).isEqualTo(15_945_898);
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1000);
        JsonNode record = JsonMapper.builder().build().readTree(json.toFile());
        assertThat(JsonKeys.notSnakeCase(record)).isEmpty();
        assertThat(record.path("checksum").asText()).isEqualTo(MAGPI_CHECKSUM);
        assertThat(record.path("engine").asText()).isEqualTo(engine);
        assertThat(record.path("format").asInt()).isEqualTo(2);
        assertThat(record.path("problem").path("name").asText()).isEqualTo("magpi");
        assertThat(record.path("problem").path("region").asText()).isEqualTo("-2, 0.5, -1.25, 1.25");
        assertThat(record.path("totals").path("iterations").asLong()).isEqualTo(15_945_898);
        assertThat(record.path("totals").path("steps").asLong()).isBetween(1_000_000L, 20_000_000L);
        assertThat(record.path("interior").asText()).isEqualTo("proved");
        assertThat(record.path("totals").path("wall_seconds").path("compute").asDouble())
                .isPositive();
        assertThat(record.path("environment").path("jvm").asText()).contains(System.getProperty("java.version"));
        assertThat(record.path("environment").has("spark")).isEqualTo(engine.equals("spark"));
        assertThat(record.path("chunks")).hasSize(record.path("partitions").asInt());
        JsonNode chunk = record.path("chunks").path(0);
        for (String key : List.of(
                "index",
                "units",
                "executor",
                "host",
                "slot",
                "start_ns",
                "end_ns",
                "kernel_ns",
                "iterations",
                "steps",
                "result_bytes",
                "attempt")) {
            assertThat(chunk.has(key)).as(key).isTrue();
        }
        long chunkIterations = 0;
        for (JsonNode each : record.path("chunks")) {
            chunkIterations += each.path("iterations").asLong();
        }
        assertThat(chunkIterations).isEqualTo(15_945_898);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--region=1,-1,0,1 | --region | xmin must be less",
                "--region -2,0.5,1.25,-1.25 | --region | ymin must be less",
                "--region=0,NaN,0,1 | --region | finite",
                "--region=0,Infinity,0,1 | --region | finite",
                "--region=0,1,0 | --region | XMIN,XMAX,YMIN,YMAX",
                "--region=a,b,c,d | --region | XMIN,XMAX,YMIN,YMAX",
                "--region= | --region | XMIN,XMAX,YMIN,YMAX",
                "--size 0x100 | --size | at least 1x1",
                "--size -5x100 | --size | at least 1x1",
                "--size 100by80 | --size | WIDTHxHEIGHT",
                "--size 50000x50000 | --size 50000x50000 | write it in tiles",
                "--region=-1e308,1e308,0,1 | --region | the extent xmax − xmin must be finite",
                "--region=-1.75,-1.7500000000000000001,0,1 | --region | as doubles both are -1.75",
                "--center 1.7e308,0 --width 1e308 | --center 1.7e308,0 --width 1e308 | finite",
                "--center -1.75,0 --width 1e-17 --size 1001x501 --arithmetic doubles | --center -1.75,0 | least width",
                "--center 0,1 --width 0 | --center 0,1 --width 0 | positive",
                "--center 0,1 --zoom -3 | --center 0,1 --zoom -3 | positive",
                "--center 0,1 --zoom 1e2000000 | --center 0,1 --zoom 1e2000000 | finite numbers",
                "--center 0,1 --zoom 3 --width 2 | --zoom | give one",
                "--center 0,one --zoom 3 | --center 0,one --zoom 3 | RE,IM",
                "--center 0,1 | --center 0,1 | --width or --zoom",
                "--zoom 3 | --zoom 3 | --center",
                "--arithmetic floats | --arithmetic | auto, doubles, exact",
                "--arithmetic exact --formula tricorn | mandelbrot | tricorn",
                "--arithmetic exact --kernel simd | kernels deep | --arithmetic doubles",
                "--arithmetic exact --interior proved | interior proved | counts of doubles",
                "--kernel deep | kernel deep | --arithmetic exact",
                "--center 2e6,0 --zoom 1e40 | --center 2e6,0 --zoom 1e40 | between -1048576",
                "--location nowhere.kfr | nowhere.kfr | file",
                "--kernel naive --interior none | --interior none | --kernel simd",
                "--kernel array --interior proved | --interior proved | --kernel simd",
                "--engine serial --workers 2 | --workers 2 | --engine threads or spark",
                "--engine serial --ui | --ui | --engine spark",
                "--engine threads --ui | --ui | --engine spark",
                "--palette magma | --palette magma | .png or .tiff",
                "--colouring smooth | --colouring smooth | .png or .tiff",
                "--invert | --invert | .png or .tiff",
                "--cycle 2 | --cycle 2 | .png or .tiff",
                "--offset 0.5 | --offset 0.5 | .png or .tiff",
                "--schedule self --partitions 3 | --partitions 3 | self",
                "--schedule permuted:self --partitions 3 | --partitions 3 | permuted:self",
                "--schedule lpt:self --partitions 3 | --partitions 3 | lpt:self",
                "--max-iter 0 | --max-iter | from 1 to",
                "--max-iter -1 | --max-iter | from 1 to",
                "--max-iter 3000000000 | --max-iter | from 1 to",
                "--workers 0 | --workers | from 1 to",
                "--partitions none | --partitions | from 1 to",
                "--view nowhere | --view | burning-ship, dragon, e1000, e113, e14, e401, e50, flake, headtohead, heaven, magpi, mitosis, mojo",
                "--formula newton | --formula | mandelbrot, julia:RE,IM, multibrot:D, burning-ship, tricorn",
                "--formula julia | --formula | julia:RE,IM",
                "--formula julia:1 | --formula | julia:RE,IM",
                "--formula julia:x,y | --formula | julia:RE,IM",
                "--formula julia:NaN,0 | --formula | finite",
                "--formula multibrot:9 | --formula | from 3 to 8",
                "--formula multibrot:2 | --formula | from 3 to 8",
                "--formula multibrot:many | --formula | from 3 to 8",
                "--formula tricorn --interior closed-form | interior closed-form | none, cycles or proved",
                "--view ./nowhere.properties | --view | cannot read",
                "--palette mud | --palette | viridis",
                "--palette nowhere.ggr | --palette | cannot read",
                "--palette nowhere.map | --palette | cannot read",
                "--palette ./conf/log4j2.properties | --palette | .ggr",
                "--colouring rainbow | --colouring | histogram, bands, smooth",
                "--cycle 0 | --cycle | from 1 to",
                "--cycle 1001 | --cycle | from 1 to 1000",
                "--offset 1 --out never.png | --offset 1.0 | from 0 to less than 1",
                "--offset -0.5 --out never.png | --offset -0.5 | from 0 to less than 1",
                "--offset NaN --out never.png | --offset NaN | from 0 to less than 1",
                "--offset half | --offset | a number is needed, not 'half'",
                "--kernel cuda | --kernel | naive, array, simd",
                "--interior guessed | --interior | none, cycles, closed-form, proved",
                "--engine flink | --engine | serial, threads, spark",
                "--schedule dynamic | --schedule | static, over:K, cyclic",
                "--schedule over:0 | --schedule | from 1 to",
                "--schedule over:2 --partitions 3 | --partitions | give one",
                "--center 0,0 | --center | needs --width",
                "--width 1 | --width | needs --center",
                "--center 0,0 --width 0 | --width | positive",
                "--center 0,0 --width 1 --region 0,1,0,1 | --region | give one",
                "--size 30000x30000 | --size 30000x30000 | --driver-memory",
                "--frobnicate | --frobnicate | Unknown option",
                "--view | --view | Expected parameter",
                "--unit 5 | --unit | such as 64x64, not '5'",
                "--unit ax3 | --unit | such as 64x64, not 'ax3'",
                "--unit 0x5 | --unit | at least 1x1, not 0x5",
                "--unit 101x5 --size 100x50 | --unit 101x5 | larger than the picture, 100x50",
                "--unit 5x51 --size 100x50 | --unit 5x51 | larger than the picture, 100x50",
                "--unit 1x1 --size 9000x9000 | --unit 1x1 | 81,000,000 units, more than 1,048,576",
                "--unit 8x8 --engine serial | --unit 8x8 | take --engine threads or spark",
                "stray | stray | Unmatched argument",
            })
    void badInputIsOneLineThatNamesTheOptionAndWhatIsAllowed(String options, String option, String allowed) {
        List<String> args = new ArrayList<>(List.of("render"));
        args.addAll(List.of(options.strip().split(" ", -1)));
        args.addAll(List.of("--out", folder.resolve("never.npy").toString()));
        int status = run(args.toArray(String[]::new));
        assertThat(status).isEqualTo(Main.WRONG_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .startsWith("mandelspark render: ")
                .contains(option)
                .contains(allowed);
        assertThat(folder.resolve("never.npy")).doesNotExist();
    }

    /** Neither a side of the picture is a multiple of that of a tile. */
    @ParameterizedTest
    @CsvSource({"64x48,threads,auto", "1000x3,threads,lpt:self", "7x500,threads,cyclic", "300x300,spark,auto"})
    void tilesGiveTheSameFile(String unit, String engine, String schedule) throws IOException {
        Path npy = folder.resolve("tiles.npy");
        Path json = folder.resolve("tiles.json");
        int status = run(
                "render",
                "--view",
                "magpi",
                "--unit",
                unit,
                "--engine",
                engine,
                "--workers",
                "2",
                "--schedule",
                schedule,
                "--out",
                npy.toString(),
                "--out",
                json.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString()).contains(MAGPI_CHECKSUM).contains(" tiles of " + unit);
        assertThat(Arrays.stream(ReferenceCounts.int32(Files.readAllBytes(npy), 1000, 1000))
                        .asLongStream()
                        .sum())
                .isEqualTo(15_945_898);
        JsonNode record = JsonMapper.builder().build().readTree(json.toFile());
        assertThat(record.path("unit").asText()).isEqualTo(unit);
        assertThat(record.path("checksum").asText()).isEqualTo(MAGPI_CHECKSUM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taken.npy | --force",
                "picture.gif | .png, .tiff, .npy, .json",
                "picture | .png, .tiff, .npy, .json",
                "taken.npy/x.png | is a file",
            })
    void anOutputThatCannotBeWrittenIsRefusedBeforeTheWork(String name, String reason) throws IOException {
        int status =
                run("render", "--view", "magpi", "--out", folder.resolve(name).toString());
        assertThat(status).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(name).contains(reason);
        assertThat(folder.resolve("taken.npy")).hasContent("mine");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("taken.npy"));
        }
    }

    @Test
    void aDiskThatIsFullIsAFailureInOneLine() {
        System.setProperty(FaultyFileSystem.SETTING, FaultyFileSystem.class.getName());
        try {
            String name = FaultyFileSystem.SCHEME + "://full" + folder.resolve("magpi.npy");
            assertThat(run("render", "--view", "magpi", "--engine", "serial", "--out", name))
                    .isEqualTo(1);
            assertThat(out.toString()).isEmpty();
            assertThat(err.toString().lines())
                    .containsExactly("mandelspark render: cannot write " + name + ": No space left on device");
        } finally {
            System.clearProperty(FaultyFileSystem.SETTING);
        }
    }

    @Test
    void theSameOutputTwiceIsRefused() {
        String npy = folder.resolve("a.npy").toString();
        assertThat(run("render", "--out", npy, "--out", npy)).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString()).contains("more than once");
    }

    @Test
    void smoothPicturesAreTheSameOnAllEnginesAndKernelsAndNameTheirColouring() throws IOException {
        Files.writeString(folder.resolve("ink.map"), "250 240 230\n10 20 90\n");
        Set<String> pictures = new HashSet<>();
        for (String how : List.of(
                "--engine serial --kernel naive",
                "--engine serial --kernel array",
                "--engine threads --kernel simd",
                "--engine spark --kernel simd")) {
            String png = folder.resolve("smooth.png").toString();
            List<String> args = new ArrayList<>(List.of("render", "--view", "burning-ship", "--size", "90x70"));
            args.addAll(List.of(
                    "--colouring",
                    "smooth",
                    "--palette",
                    folder.resolve("ink.map").toString()));
            args.addAll(List.of("--invert", "--cycle", "3", "--offset", "0.25", "--force", "--out", png));
            args.addAll(List.of(how.split(" ", -1)));
            assertThat(run(args.toArray(String[]::new))).as(err.toString()).isZero();
            pictures.add(Files.readString(Path.of(png), StandardCharsets.ISO_8859_1));
        }
        assertThat(pictures).hasSize(1);
        assertThat(pictures.iterator().next())
                .contains("Colouring\0smooth")
                .contains("Palette\0ink.map")
                .contains("PaletteColours\0faf0e6")
                .contains("Direction\0inverted")
                .contains("Cycle\0" + "3")
                .contains("Offset\0" + "0.25");
    }

    @Test
    void aFileThatIsNoPaletteIsRefusedInOneLine() throws IOException {
        String map = folder.resolve("ink.map").toString();
        Files.writeString(Path.of(map), "250 240 230\nblue\n");
        String png = folder.resolve("never.png").toString();
        assertThat(run("render", "--palette", map, "--out", png)).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("--palette").contains(map).contains("not 'blue'");
        assertThat(Path.of(png)).doesNotExist();
    }

    @Test
    void forceReplaces() {
        String npy = folder.resolve("taken.npy").toString();
        assertThat(run("render", "--view", "magpi", "--engine", "serial", "--size", "10x10", "--out", npy, "--force"))
                .isZero();
        assertThat(folder.resolve("taken.npy")).hasSize(128 + 400);
    }

    @ParameterizedTest
    @CsvSource({"1x1,1", "1x50,3", "50x1,3", "7x5,1000"})
    void smallAndOddSizesAreAllRight(String size, String partitions) {
        for (String engine : List.of("serial", "threads", "spark")) {
            for (String schedule : List.of("static", "cyclic")) {
                assertThat(run(
                                "render",
                                "--view",
                                "magpi",
                                "--size",
                                size,
                                "--partitions",
                                partitions,
                                "--schedule",
                                schedule,
                                "--engine",
                                engine))
                        .as(err.toString())
                        .isZero();
            }
        }
        assertThat(out.toString()
                        .lines()
                        .filter(line -> line.startsWith("checksum"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void negativeNumbersWorkAfterASpaceAndAfterAnEqualsSign() {
        assertThat(run("render", "--engine", "serial", "--region", "-2,0.5,-1.25,1.25", "--size", "9x9"))
                .isZero();
        assertThat(run("render", "--engine", "serial", "--region=-2,0.5,-1.25,1.25", "--size=9x9"))
                .isZero();
        assertThat(run("render", "--engine", "serial", "--center", "-0.75,-0.1", "--width", "1", "--size", "9x9"))
                .isZero();
        assertThat(out.toString()).contains("region    -2.0,0.5,-1.25,1.25").contains("custom, 9x9");
    }

    @Test
    void aViewFileOfOnesOwnIsFoundByItsPath() throws IOException {
        Path view = folder.resolve("mine.properties");
        Files.writeString(view, "center = -0.5, 0\nwidth = 3\nsize = 30x20\nmax-iter = 40\n");
        assertThat(run("render", "--engine", "serial", "--view", view.toString()))
                .isZero();
        assertThat(out.toString()).contains("mine, 30x20, at most 40").contains("region    -2.0,1.0,-1.0,1.0");
    }

    @Test
    void moreWorkersThanCoresWorkWithAWarning() {
        assertThat(run("render", "--view", "magpi", "--engine", "threads", "--workers", "1000"))
                .isZero();
        assertThat(err.toString()).contains("warning: 1,000 workers (--workers) will share");
        assertThat(out.toString()).contains("workers   1000 (--workers)").contains(MAGPI_CHECKSUM);
    }

    @Test
    void theLargestRegionsAreRendered() {
        for (String kernel : List.of("naive", "array", "simd")) {
            assertThat(run(
                            "render",
                            "--engine",
                            "serial",
                            "--kernel",
                            kernel,
                            "--center",
                            "0,0",
                            "--width",
                            "1e308",
                            "--size",
                            "8"))
                    .as(err.toString())
                    .isZero();
        }
        assertThat(out.toString()).contains("region    -5.0E307,5.0E307,-5.0E307,5.0E307");
        assertThat(out.toString()
                        .lines()
                        .filter(line -> line.startsWith("checksum"))
                        .distinct())
                .hasSize(1);
        assertThat(err.toString().lines()).containsOnly("nothing was written: --out picture.png would do");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--center -1.75,0 --width 1e-13", "--region -1.75,-1.7499999999999,0,1e-13"})
    void aViewTooDeepForDoublesIsRenderedWithOneWarning(String frame) {
        List<String> args = new ArrayList<>(
                List.of("render", "--engine", "serial", "--size", "1001x1001", "--arithmetic", "doubles"));
        args.addAll(List.of(frame.split(" ", -1)));
        assertThat(run(args.toArray(String[]::new))).as(err.toString()).isZero();
        assertThat(err.toString().lines().filter(line -> line.contains("doubles end here")))
                .singleElement()
                .asString()
                .startsWith("warning: ");
        assertThat(out.toString()).contains("custom, 1001x1001");
    }

    @Test
    void defaultsWithoutEffectAreNotRefused() {
        assertThat(run("render", "--size", "9", "--engine", "serial", "--kernel", "naive"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void oneThingIsSingular() {
        assertThat(run("render", "--size", "1", "--max-iter", "1", "--engine", "threads", "--workers", "1"))
                .isZero();
        assertThat(out.toString())
                .contains("at most 1 iteration\n")
                .contains("in 1 chunk\n")
                .doesNotContainPattern("\\b1 (iterations|steps|chunks|cores|workers)\\b");
    }

    @Test
    void versionNamesWhatRuns() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString())
                .contains("Mandelspark ")
                .contains("commit ")
                .contains("Spark ")
                .contains(System.getProperty("java.version"));
    }

    @Test
    void helpHasAnExample() {
        assertThat(run("render", "--help")).isZero();
        assertThat(out.toString()).contains("Examples:").contains("submit/mandelspark render --view mojo");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    @ParameterizedTest
    @EnumSource(Formula.Family.class)
    void helpNamesEveryFormula(Formula.Family family) {
        assertThat(run("render", "--help")).isZero();
        assertThat(out.toString()).contains(family.form());
    }

    @Test
    void nothingAskedShowsTheHelp() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("Commands:").contains("render");
    }

    @Test
    void aCommandLineIsCheckedWithoutExecutingIt() {
        PrintWriter said = new PrintWriter(err, true);
        String file = folder.resolve("none.npy").toString();
        assertThat(CommandLineCheck.check(said, "render", "--view", "magpi", "--out", file))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("none.npy")).doesNotExist();
        assertThat(CommandLineCheck.check(said, "render", "--max-iter", "0", "--out", file))
                .isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--max-iter", "0");
        assertThat(CommandLineCheck.check(said, "scaling", "--workers", "1,")).isEqualTo(2);
        assertThat(err.toString()).contains("--workers 1,: an element of the list is empty");
    }

    @ParameterizedTest
    @CsvSource({"render,--out,out/m.png", "render,--out,file:m.png", "scaling,--out,study", "report d,--files,there"})
    void whatADriverElsewhereWouldWriteIntoItsOwnFolderIsRefused(String command, String option, String path) {
        PrintWriter said = new PrintWriter(err, true);
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.addAll(List.of(option, path));
        assertThat(CommandLineCheck.check(said, words.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains(option + " " + path + ": a driver elsewhere");
        words.set(words.size() - 1, "hdfs://host/" + path);
        assertThat(CommandLineCheck.check(said, words.toArray(String[]::new))).isZero();
        words.set(words.size() - 1, "file:///shared/" + path.replace("file:", ""));
        assertThat(CommandLineCheck.check(said, words.toArray(String[]::new))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rendr", "rendr --out a.png", "help rendr"})
    void anUnknownCommandIsRefusedAndTheKnownOnesAreNamed(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().lines())
                .containsExactly(
                        "mandelspark: rendr is not a command, known are render, pyramid, recolour, verify, kernels, scaling, balance,"
                                + " simulate, analyse, granularity, profile, report, wordcount, hosts, gauss, matmul, help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "render",
                "gauss",
                "matmul --size 8",
                "scaling",
                "balance",
                "kernels",
                "granularity",
                "simulate --from nowhere",
                "profile",
                "hosts",
                "wordcount README.md"
            })
    void forceWithoutAnythingToReplaceIsRefused(String line) {
        assertThat(run((line + " --force").split(" ", -1))).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("--force has no effect without --out: it replaces what --out names");
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
