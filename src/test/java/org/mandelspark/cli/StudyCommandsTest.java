package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import org.mandelspark.files.JsonKeys;

/** The commands {@code kernels} and {@code profile}, inside this process. */
class StudyCommandsTest {
    private static final String COLUMNS = "kernel,engine,workers,interior,n,median_s,ci_low_s,ci_high_s,min_s,max_s,"
            + "giga_iterations_per_s,speedup_vs_naive,checksum";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void kernelsPrintsATableAndWritesAStudyFolder() throws IOException {
        Path study = folder.resolve("study");
        int status = run(
                "kernels",
                "--size",
                "60x40",
                "--max-iter",
                "50",
                "--repeats",
                "6",
                "--warmup",
                "1",
                "--workers",
                "1,2",
                "--seed",
                "7",
                "--out",
                study.toString());
        assertThat(err.toString()).doesNotContain("Exception");
        assertThat(status).isZero();
        assertThat(out.toString()).contains("baseline").contains("COST");
        assertThat(out.toString())
                .contains("rounds of all engines and, on each, all kernels, shuffled anew for each, --seed 7");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(105));

        List<String> csv = Files.readAllLines(study.resolve("kernels.csv"));
        assertThat(csv.get(0)).startsWith(COLUMNS);
        // naive, array, simd and simd with proofs: serial, and one and two workers of threads and Spark.
        assertThat(csv).hasSize(1 + 4 * 5);
        assertThat(csv.get(1)).startsWith("naive,serial,1,none,6,");
        List<String> checksums = new ArrayList<>();
        for (String line : csv.subList(1, csv.size())) {
            String[] cells = line.split(",", -1);
            checksums.add(cells[12]);
            double median = Double.parseDouble(cells[5]);
            assertThat(Double.parseDouble(cells[8])).isLessThanOrEqualTo(median);
            assertThat(Double.parseDouble(cells[9])).isGreaterThanOrEqualTo(median);
        }
        assertThat(checksums.stream().distinct()).hasSize(1);

        JsonNode runs =
                JsonMapper.builder().build().readTree(study.resolve("runs.json").toFile());
        assertThat(runs.findValues("wall_ns").size()).isGreaterThanOrEqualTo(4 * 5 * 7);
        assertThat(ImageIO.read(study.resolve("kernels.png").toFile()).getWidth())
                .isGreaterThan(500);
        assertThat(study.resolve("kernels.svg")).content().contains("<svg").contains("</svg>");
        for (String file : List.of("kernels.json", "runs.json", "study.json")) {
            assertThat(JsonKeys.notSnakeCase(JsonMapper.builder()
                            .build()
                            .readTree(study.resolve(file).toFile())))
                    .as(file)
                    .isEmpty();
        }
    }

    @Test
    void publishedFiguresStandBesideOursAndAreMarked() {
        assertThat(run("kernels", "--repeats", "1", "--warmup", "0", "--engines", "serial", "--published"))
                .isZero();
        assertThat(out.toString()).contains("8074").contains("1009").contains("another machine");
    }

    @Test
    void aStudyFolderIsNotOverwrittenUnasked() throws IOException {
        Files.writeString(folder.resolve("kernels.csv"), "mine");
        assertThat(run("kernels", "--size", "9x9", "--out", folder.toString())).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(folder.resolve("kernels.csv")).hasContent("mine");
    }

    @Test
    void profileFindsTheEscapeLoop() throws IOException {
        Path csv = folder.resolve("profile.csv");
        int status =
                run("profile", "--size", "500x500", "--max-iter", "2000", "--seconds", "2", "--out", csv.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        String first = out.toString()
                .lines()
                .filter(line -> line.contains("EscapeLoop"))
                .findFirst()
                .orElseThrow();
        assertThat(first).contains("EscapeLoop.quadratic");
        String[] cells = first.strip().split("\\s+", -1);
        assertThat(Double.parseDouble(cells[2])).isGreaterThan(50);
        assertThat(Files.readAllLines(csv).get(1)).contains("EscapeLoop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kernels --kernels cuda | --kernels | naive, array, simd",
                "kernels --kernels naive,naive | --kernels | once",
                "kernels --kernels naive,, | --kernels naive,,: | an element of the list is empty",
                "kernels --interior none, | --interior none,: | an element of the list is empty",
                "kernels --engines , | --engines ,: | an element of the list is empty",
                "kernels --workers 1, | --workers 1,: | an element of the list is empty",
                "balance --schedules static,,cyclic | --schedules static,,cyclic: | an element of the list is empty",
                "scaling --workers=1, | --workers 1,: | an element of the list is empty",
                "granularity --grains row, | --grains row,: | an element of the list is empty",
                "kernels --engines flink | --engines | serial, threads, spark",
                "kernels --interior guessed | --interior | none, cycles, closed-form, proved",
                "kernels --repeats 0 | --repeats | from 1 to",
                "kernels --warmup -1 | --warmup | from 0",
                "kernels --workers 1,0 | --workers | from 1 to",
                "kernels --size 9x9 --published | --published | 400x400",
                "kernels --view nowhere | --view | magpi",
                "kernels --kernels naive,array --interior none | --interior none | --kernels",
                "kernels --engines serial --workers 1,2 | --workers 1,2 | --engines",
                "profile --interior none | --interior none | --kernel simd",
                "profile --workers 2 | --workers 2 | --engine threads or spark",
                "profile --ui | --ui | --engine spark",
                "profile --kernel cuda | --kernel | naive, array, simd",
                "profile --seconds 0 | --seconds | ",
                "profile --seconds soon | --seconds | ",
                "profile --size 0x0 | --size | at least 1x1",
            })
    void badInputIsOneLineThatNamesTheOptionAndWhatIsAllowed(String command, String option, String allowed) {
        assertThat(run(command.strip().split(" ", -1))).isEqualTo(Main.WRONG_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(option).contains(allowed == null ? "" : allowed);
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
