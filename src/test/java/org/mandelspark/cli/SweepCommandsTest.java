package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies of several sizes, maxima of iterations and kernels, inside this process. */
class SweepCommandsTest {
    private static final List<String> FOLDERS = List.of(
            "size-24x16-kernel-naive", "size-24x16-kernel-array", "size-48x32-kernel-naive", "size-48x32-kernel-array");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void eachCombinationIsAStudyAndAllAreSideBySide() throws IOException {
        Path sweep = folder.resolve("sweep");
        assertThat(balance(sweep, "24x16,48x32", "naive,array"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("study 2 of 4: 24x16, kernel array").contains("efficiency goes from");
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(sweep.resolve("sweep.json").toFile())
                        .toString())
                .isEqualTo("{\"format\":2,\"study\":\"balance\",\"folders\":[\"%s\"]}"
                        .formatted(String.join("\",\"", FOLDERS)));
        long runs = 0;
        long chunks = 0;
        for (String name : FOLDERS) {
            assertThat(sweep.resolve(name).resolve("balance.csv")).exists();
            assertThat(sweep.resolve(name).resolve("traces")).isDirectory();
            runs += lines(sweep.resolve(name).resolve("runs.csv")) - 1;
            chunks += lines(sweep.resolve(name).resolve("chunks.csv")) - 1;
        }
        assertThat(lines(sweep.resolve("runs.csv"))).isEqualTo(1 + runs);
        assertThat(lines(sweep.resolve("chunks.csv"))).isEqualTo(1 + chunks);
        List<String> table = Files.readAllLines(sweep.resolve("sweep.csv"));
        assertThat(table.get(0))
                .isEqualTo("size,max_iter,kernel,configuration,n,median_s,ci_low_s,ci_high_s,efficiency");
        assertThat(table.subList(1, table.size())).hasSize(4 * 2);
        assertThat(table.get(3)).startsWith("24x16,50,array,static,1,");
        // Sizes side by side, a figure for each kernel.
        assertThat(ImageIO.read(sweep.resolve("facets-2.png").toFile()).getWidth())
                .isGreaterThan(500);
    }

    @Test
    void theReportOfASweepComparesItsStudies() throws IOException {
        Path sweep = folder.resolve("sweep");
        assertThat(balance(sweep, "24x16,48x32", "naive,array"))
                .as(err.toString())
                .isZero();
        err.getBuffer().setLength(0);

        assertThat(run("report", sweep.toString(), "--explore")).isZero();

        // They are of different problems on purpose.
        assertThat(err.toString()).doesNotContain("different problems");
        String page = Files.readString(sweep.resolve("report.html"));
        assertThat(page)
                .contains("What varies")
                .contains("3. Load balance of view mojo, 48x32, kernel naive")
                .contains("explore.html");
    }

    @Test
    void aSweepGoesOnWithTheStudiesThatAreMissing() throws IOException {
        assertThat(balance(folder, "24x16,48x32", "naive")).as(err.toString()).isZero();
        byte[] made = Files.readAllBytes(folder.resolve("size-24x16/runs.json"));
        delete(folder.resolve("size-48x32"));

        assertThat(balance(folder, "24x16,48x32", "naive", "--resume"))
                .as(err.toString())
                .isZero();

        assertThat(folder.resolve("size-24x16/runs.json")).hasBinaryContent(made);
        assertThat(folder.resolve("size-48x32/runs.csv")).exists();
        assertThat(Files.readAllLines(folder.resolve("sweep.csv"))).hasSize(1 + 2 * 2);

        assertThat(balance(folder, "24x16,50x32", "naive", "--resume")).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString()).contains("--resume").contains("other studies");
    }

    /** Folders that a stranger put together: studies that do not differ, and one that has no maximum of iterations. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"--max-iter 50 --size 24x16 | false", "--workload gauss --size 24x16 --skip 2 --points 9 | true"})
    void studiesThatNoSweepMadeAreReportedAsTheyAre(String other, boolean differs) throws IOException {
        String plain = "balance --engine threads --workers 2 --schedules static --repeats 1 --warmup 0 --out " + folder;
        assertThat(run((plain + "/a --max-iter 50 --size 24x16").split(" "))).isZero();
        assertThat(run((plain + "/b " + other).split(" "))).as(err.toString()).isZero();
        Files.writeString(
                folder.resolve("sweep.json"), "{\"format\": 2, \"study\": \"balance\", \"folders\": [\"a\", \"b\"]}");
        assertThat(run("report", folder.toString())).as(err.toString()).isZero();
        assertThat(Files.readString(folder.resolve("report.html")).contains("What varies"))
                .isEqualTo(differs);
    }

    @Test
    void aFolderHoldsAStudyOrASweep() throws IOException {
        assertThat(balance(folder, "24x16,48x32", "naive")).as(err.toString()).isZero();
        assertThat(balance(folder, "24x16", "naive", "--force")).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().strip()).endsWith("it holds a sweep of studies: take another folder");
        assertThat(run("simulate", "--from", folder.toString())).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().strip()).endsWith("name the folder of one, such as " + folder + "/size-24x16");

        Path study = folder.resolve("size-24x16");
        assertThat(balance(study, "24x16,48x32", "naive", "--force")).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().strip()).endsWith("it holds a study: take another folder");
        assertThat(study.resolve("sweep.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "balance --size 9x9,9x9 | --size | once",
                "balance --max-iter 9,9 | --max-iter | once",
                "scaling --kernel simd,simd | --kernel | once",
                "scaling --kernel naive,array --interior proved | --interior | simd",
                "balance --size 9x9,8x8 --resume | --resume | --out",
                "balance --size 9x9,0x8 | --size | 0x8",
                "kernels --size 9x9,8x8 | --size | takes one",
                "granularity --kernel naive,simd | --kernel | takes one",
                "render --max-iter 5,6 | --max-iter | takes one",
                "pyramid --size 9x9,8x8 --out x | --size | takes one",
                "balance --workload matmul --size 9,8x7 | --size | square",
            })
    void wrongListsAreRefusedWithOneLine(String line, String option, String reason) {
        assertThat(run(line.split(" "))).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(option).contains(reason);
    }

    private int balance(Path study, String sizes, String kernels, String... more) {
        String line =
                "balance --engine threads --workers 2 --schedules static,cyclic --max-iter 50 --repeats 1 --warmup 0"
                        + " --size " + sizes + " --kernel " + kernels + " --out " + study;
        return run(Stream.concat(Stream.of(line.split(" ")), Stream.of(more)).toArray(String[]::new));
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
