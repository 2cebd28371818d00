package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;

/** The commands {@code scaling}, {@code balance}, {@code simulate} and {@code granularity}, inside this process. */
class LaboratoryCommandsTest {
    private static final List<String> SMALL =
            List.of("--size", "60x64", "--max-iter", "200", "--warmup", "0", "--seed", "7");

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void scalingOnSparkWritesItsStudyAndGoesOnWithIt() throws IOException {
        Path study = folder.resolve("scaling");
        assertThat(runSmall("scaling", "--workers", "2", "--repeats", "1", "--out", study.toString()))
                .as(err.toString())
                .isZero();
        List<String> csv = Files.readAllLines(study.resolve("scaling.csv"));
        assertThat(csv.get(0)).startsWith("mode,workers,n,median_s,ci_low_s,ci_high_s,min_s,max_s,speedup,efficiency,");
        assertThat(csv.get(0)).contains("karp_flatt").contains("load_balance").contains("communication_efficiency");
        assertThat(csv).hasSize(3);
        assertThat(csv.get(1)).startsWith("strong,1,1,");
        assertThat(csv.get(2)).startsWith("strong,2,1,");
        assertThat(Files.readAllLines(study.resolve("rows.csv"))).hasSize(65);
        assertThatNoLineIsWiderThanATerminal();

        int runs = RunLog.read(study.toString()).size();
        String[] again = {"scaling", "--workers", "2", "--repeats", "2", "--out", study.toString()};
        assertThat(runSmall(again)).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString()).contains("--force replaces it");
        String[] resumed =
                Stream.concat(Arrays.stream(again), Stream.of("--resume")).toArray(String[]::new);
        assertThat(runSmall(resumed)).as(err.toString()).isZero();
        assertThat(RunLog.read(study.toString())).hasSizeGreaterThan(runs);
        assertThat(Files.readAllLines(study.resolve("scaling.csv")).get(2)).startsWith("strong,2,2,");
    }

    @Test
    void balanceIsSimulatedFromItsFolder() throws IOException {
        Path study = folder.resolve("balance");
        assertThat(runSmall(
                        "balance",
                        "--engine",
                        "threads",
                        "--workers",
                        "2",
                        "--factors",
                        "4",
                        "--repeats",
                        "1",
                        "--out",
                        study.toString()))
                .as(err.toString())
                .isZero();
        List<String> csv = Files.readAllLines(study.resolve("balance.csv"));
        assertThat(csv.get(0))
                .startsWith("schedule,factor,workers,chunks,n,median_s,ci_low_s,ci_high_s,efficiency,imbalance,"
                        + "longest_chunk_s,lower_bound_s,simulated");
        assertThat(csv.subList(1, csv.size()))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactly("static", "cyclic", "over:4", "auto");
        assertThatNoLineIsWiderThanATerminal();

        Path simulated = folder.resolve("simulated");
        assertThat(run("simulate", "--from", study.toString(), "--workers", "2,16", "--out", simulated.toString()))
                .as(err.toString())
                .isZero();
        List<String> rows = Files.readAllLines(simulated.resolve("simulate.csv"));
        assertThat(rows.get(0))
                .startsWith("schedule,workers,chunks,makespan_s,efficiency,lower_bound_s,measured_s,model_error");
        assertThat(rows).hasSize(1 + 2 * 4);
        assertThatNoLineIsWiderThanATerminal();
    }

    @Test
    void virtualWorkersAreMarkedAsSimulated() throws IOException {
        Path study = folder.resolve("virtual");
        assertThat(runSmall(
                        "balance",
                        "--engine",
                        "threads",
                        "--schedules",
                        "static,cyclic",
                        "--virtual-workers",
                        "16",
                        "--repeats",
                        "1",
                        "--out",
                        study.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("simulated");
        List<String> csv = Files.readAllLines(study.resolve("balance.csv"));
        assertThat(csv.get(1)).startsWith("static,1,16,16,1,").contains(",true");
    }

    @Test
    void granularityFitsWhatATaskCosts() throws IOException {
        Path study = folder.resolve("grains");
        assertThat(run(
                        "granularity",
                        "--size",
                        "12x10",
                        "--grains",
                        "1x1,row,band:2",
                        "--workers",
                        "2",
                        "--repeats",
                        "2",
                        "--warmup",
                        "1",
                        "--out",
                        study.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Fitted: ");
        List<String> csv = Files.readAllLines(study.resolve("granularity.csv"));
        assertThat(csv.get(0)).startsWith("grain,workers,tasks,n,median_s");
        assertThat(csv.get(1)).startsWith("1x1,2,120,2,");
        assertThat(csv.get(2)).startsWith("row,2,10,2,");
        assertThat(csv.get(3)).startsWith("band:2,2,4,2,");
        assertThatNoLineIsWiderThanATerminal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gauss --size 40x30", "matmul --size 48"})
    void everyStudyComputesWhatTheCommandOfItsWorkloadComputes(String workload) throws IOException {
        assertThat(run((workload + " --engine serial").split(" ", -1))).isZero();
        Matcher answer = Pattern.compile("checksum  (\\w{8})").matcher(out.toString());
        assertThat(answer.find()).isTrue();
        String checksum = answer.group(1);
        String asked = " --workload " + workload + " --repeats 1 --warmup 0 --out " + folder + "/";
        for (String study : List.of(
                "scaling --workers 2",
                "scaling --mode weak --workers 2 --engine threads",
                "balance --engine threads --factors 2",
                "kernels --engines serial,threads",
                "granularity --engine threads")) {
            String name = study.replaceAll("\\W+", "-");
            assertThat(run((study + asked + name).split(" ", -1)))
                    .as(study + err)
                    .isZero();
            assertThat(out.toString()).contains(workload.substring(0, workload.indexOf(' ')) + ": ");
            // Of weak scaling only one worker's rows are those of the command, and not always the first.
            Run fewestRows = RunLog.read(folder + "/" + name).stream()
                    .filter(run -> run.phase() != Phase.CALIBRATION)
                    .min(Comparator.comparingInt(run -> run.problem().rows()))
                    .orElseThrow();
            assertThat(fewestRows.checksum()).as(study).isEqualTo(checksum);
            assertThatNoLineIsWiderThanATerminal();
        }
        assertThat(run(("profile --engine serial --repeats 2 --workload " + workload).split(" ", -1)))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("checksum  " + checksum);
        String balance = folder + "/balance-engine-threads-factors-2";
        assertThat(run("simulate", "--from", balance, "--workers", "2,88"))
                .as(err.toString())
                .isZero();
        assertThat(run("report", balance, folder + "/scaling-workers-2", "--out", folder + "/page.html"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(Files.readString(folder.resolve("page.html")))
                .contains("Load balance of " + workload.substring(0, workload.indexOf(' ')))
                .contains(checksum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scaling", "balance", "kernels", "granularity"})
    void aFolderThatAnotherStudyHasJustTakenIsRefusedUntouched(String study) throws IOException {
        try (Closeable taken = StudyFolder.lock(folder.toString())) {
            assertThat(taken).isNotNull();
            assertThat(run(study, "--out", folder.toString())).isEqualTo(Main.WRONG_INPUT);
        }
        assertThat(err.toString().lines())
                .containsExactly("mandelspark " + study + ": --out " + folder + ": another process is writing there;"
                        + " wait until it is done, or name another folder");
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith(".lock"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scaling --workers 0 | --workers | from 1 to",
                "scaling --workers 1,,2 | --workers | whole number",
                "scaling --workers 2,2 | --workers | once",
                "scaling --mode sideways | --mode | strong, weak",
                "scaling --engine serial | --engine serial | threads or spark",
                "scaling --schedule dynamic | --schedule | static, over:K",
                "scaling --repeats 0 | --repeats | from 1 to",
                "scaling --mode weak --workers 100000 --size 30000x30000 | --size | ",
                "scaling --resume | --resume | --out DIR",
                "scaling --resume --out target/nowhere --force | --resume | begins anew",
                "scaling --resume --out target/nowhere | --resume | cannot read",
                "scaling --interior closed-form --formula tricorn | closed-form | ",
                "balance --factors 0 | --factors | from 1 to",
                "balance --factors 1.5 | --factors | whole number",
                "balance --schedules dynamic | dynamic | static, over:K",
                "balance --schedules over,over:4 --factors 4 | --schedules | once",
                "balance --schedules permuted:permuted:static | permuted | ",
                "balance --virtual-workers 0 | --virtual-workers | from 1 to",
                "balance --engine serial | --engine serial | threads or spark",
                "balance --schedules static,cyclic --factors 2 | --factors 2 | over, balanced, lpt or permuted",
                "balance --schedules over:4 --factors 2 | --factors 2 | over, balanced, lpt or permuted",
                "balance --kernel naive --interior none | --interior none | --kernel simd",
                "scaling --kernel array --interior proved | --interior proved | --kernel simd",
                "granularity --interior proved | --interior proved | --kernel simd",
                "granularity --engine serial --workers 2 | --workers 2 | --engine threads or spark",
                "simulate | --from | ",
                "simulate --from target/nowhere | --from target/nowhere | cannot read",
                "simulate --from src | --from src | cannot read",
                "simulate --from src --workers 0 | --workers | from 1 to",
                "scaling --workload julia | --workload | mandelbrot, gauss, matmul",
                "scaling --alpha 3 | --alpha | --workload gauss, not mandelbrot",
                "scaling --workload gauss --view mojo | --view | --workload mandelbrot, not gauss",
                "balance --workload matmul --interior proved | --interior | --workload mandelbrot, not matmul",
                "balance --workload matmul --size 300x200 | --size 300x200 | square",
                "balance --workload matmul --a target/nowhere.npy | --b | go together",
                "kernels --workload matmul --published | --published | 400x400",
                "kernels --workload gauss --size 64x40 --published | --published | with its defaults",
                "profile --workload gauss --alpha -1 | --alpha | greater than 0",
                "granularity --workload gauss --grains 1x1,row | --grains 1x1 | is a row",
                "balance --units 8x8,0x5 | --units | at least 1x1, not 0x5",
                "balance --units 5 | --units | such as 64x64",
                "balance --units , | --units | an element of the list is empty",
                "balance --units row,8x8,8x8 | --units | once only",
                "balance --units 8x8 --workload gauss | --units 8x8 | tiles are for views",
                "granularity --grains dust | --grains | row, WIDTHxHEIGHT (1x1 is a pixel), band, band:K",
                "granularity --grains pixel,row | --grains | 1x1 is a pixel",
                "granularity --grains 200x1,row | --grains 200x1 | larger than the picture",
                "granularity --grains row | --grains | two",
                "granularity --grains band:0,row | --grains | from 1 to",
                "granularity --size 5000x5000 | --grains 1x1 | smaller",
            })
    void badInputIsOneLineThatNamesTheOptionAndWhatIsAllowed(String command, String option, String allowed) {
        assertThat(run(command.strip().split(" ", -1))).isEqualTo(Main.WRONG_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(option).contains(allowed == null ? "" : allowed);
    }

    @Test
    void aFolderOfAnotherKindOrOfHalfAStudyIsNamed() throws IOException {
        Files.writeString(folder.resolve(RunLog.NAME), "[{\"study\": {");
        assertThat(run("simulate", "--from", folder.toString())).isEqualTo(Main.WRONG_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("incomplete");
    }

    private void assertThatNoLineIsWiderThanATerminal() {
        // The facts above the table may be as long as they are.
        assertThat(out.toString().lines().filter(line -> line.startsWith(" ")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    private int runSmall(String... args) {
        return run(Stream.concat(Arrays.stream(args), SMALL.stream()).toArray(String[]::new));
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
