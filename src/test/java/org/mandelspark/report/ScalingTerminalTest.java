package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;

class ScalingTerminalTest {
    private static final List<String> STRONG =
            StudyReports.SCALING.lines(SampleScaling.of(Mode.STRONG, List.of(2, 4, 8), 7, "over:4"));
    private static final List<String> SHORT =
            StudyReports.SCALING.lines(SampleScaling.of(Mode.STRONG, List.of(1), 3, "over:4"));
    private static final List<String> WEAK =
            StudyReports.SCALING.lines(SampleScaling.of(Mode.WEAK, List.of(1, 2), 3, "static"));

    @Test
    void everyNumberOfWorkersHasARow() {
        assertThat(STRONG.subList(0, 6))
                .containsExactly(
                        "workers  median s   95% interval     min     max  speedup  eff. %  Karp-Flatt  load %  comm. %",
                        "-------  --------  -------------  ------  ------  -------  ------  ----------  ------  -------",
                        "      1    0.4345  0.4222-0.4468  0.4222  0.4468    1.000   100.0           -   100.0     98.2",
                        "      2    0.2213  0.2151-0.2274  0.2151  0.2274    1.964    98.2      0.0184   100.0     96.4",
                        "      4    0.1162  0.1131-0.1193  0.1131  0.1193    3.740    93.5      0.0232    98.6     93.1",
                        "      8    0.0624  0.0609-0.0640  0.0609  0.0640    6.961    87.0      0.0213    98.0     87.2");
    }

    @Test
    void bothBaselinesAreGivenInSecondsAndWhatWasTimedIsSaid() {
        assertThat(STRONG)
                .contains("Times in s, from the beginning of planning to the stitched array; n = 7 each, 1 warm-up not"
                        + " counted.");
        assertThat(unbroken(STRONG))
                .contains("plain loop without Spark, 0.4265 s (95% interval 0.4142-0.4388)")
                .contains("threads with 1 worker 0.4345 s, 1.9% more.")
                .contains("COST: threads beats the best single thread from 2 workers on.");
    }

    @Test
    void lawsAreFittedOrItIsSaidWhyNot() {
        assertThat(STRONG).anyMatch(line -> line.startsWith("Amdahl: serial fraction 0.02"));
        assertThat(STRONG).anyMatch(line -> line.startsWith("USL: sigma 0.0") && line.endsWith("; no peak."));
        assertThat(SHORT)
                .contains(
                        "Amdahl: not fitted, needs more than 1 worker.",
                        "USL: not fitted, needs 4 numbers of workers, not 1.",
                        "COST: none of these; no number of workers is shown to beat the best single thread.",
                        "Fewer than 6 repeats give no 95% interval, so nothing is called faster.");
        assertThat(WEAK)
                .contains("Amdahl's law, USL and COST are of strong scaling: not fitted.")
                .noneMatch(line -> line.startsWith("Amdahl: ") || line.startsWith("USL: "));
    }

    @Test
    void aFitThroughOnePointHasNoResidual() {
        List<String> two = StudyReports.SCALING.lines(SampleScaling.of(Mode.STRONG, List.of(2), 7, "over:4"));
        assertThat(unbroken(two))
                .contains(
                        "Amdahl: serial fraction 0.0184, from a single point, so there is no residual to judge it by;")
                .doesNotContain("RMS residual");
        assertThat(unbroken(STRONG)).contains("RMS residual");
    }

    @Test
    void moreThanAllOfTheCoresIsSaidToBeAFaultOfTheBaseline() {
        ScalingResult result = SampleScaling.of(Mode.STRONG, List.of(2), 7, "over:4");
        ScalingResult.Row one = result.rows().get(0);
        ScalingResult.Row two = result.rows().get(1);
        ScalingResult.Row beyond =
                new ScalingResult.Row(2, two.seconds(), 2.98, 1.49, 3.9, two.serialFraction(), two.median());
        assertThat(unbroken(
                        StudyReports.SCALING.lines(SampleScaling.with(result, List.of(one, beyond), result.runs()))))
                .contains("Efficiency against 1 worker exceeds 100%: 149.0% with 2 workers.")
                .contains("Efficiency against the best single thread exceeds 100%: 195.0% with 2 workers.");
        assertThat(unbroken(STRONG)).doesNotContain("exceeds 100%");
    }

    @Test
    void weakScalingSaysHowManyIterationsAWorkerHas() {
        assertThat(unbroken(WEAK)).contains("Iterations a worker: 820,156 with 1, 820,156 with 2.");
    }

    @Test
    void theLedgerOfEachMedianRunFollowsAndIsPutIntoASentence() {
        assertThat(STRONG)
                .contains(
                        "% of core time; workers:              1       2       4       8",
                        "kernel                            98.16   96.38   91.77   85.41",
                        "residual                           0.00    0.00    0.00    0.00",
                        "core-seconds (100%)              0.4345  0.4425  0.4648  0.4994",
                        "1 worker: 98.2% of core time in the kernel; largest loss: fetch and stitch 0.7%.",
                        "2 workers: 96.4% of core time in the kernel; largest loss: fetch and stitch 1.4%; the kernel"
                                + " ran at",
                        "  100.0% of its speed with 1 worker.");
    }

    @Test
    void noLineIsWiderThanATerminal() {
        List<String> wide = StudyReports.SCALING.lines(
                SampleScaling.of(Mode.STRONG, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 7, "permuted:over:4"));
        for (List<String> lines : List.of(STRONG, SHORT, WEAK, wide)) {
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        }
        // More than fit abreast go below.
        assertThat(wide.stream().filter(line -> line.startsWith("core-seconds")))
                .hasSize(2);
    }

    /** Wherever lines end. */
    private static String unbroken(List<String> lines) {
        return String.join(" ", lines).replaceAll(" +", " ");
    }
}
