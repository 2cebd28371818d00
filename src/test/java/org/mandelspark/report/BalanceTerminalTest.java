package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTerminalTest {
    private static final List<String> LINES = StudyReports.BALANCE.lines(
            SampleBalance.of(List.of("static", "cyclic", "over", "permuted", "self"), List.of(2, 4), 8, 7));

    @Test
    void everyScheduleHasARowUnderHeadersWithUnits() {
        assertThat(LINES.subList(0, 9))
                .containsExactly(
                        "schedule         K  p  chunks  median s       95% CI s  eff. %      λ  longest s  bound s",
                        "---------------  -  -  ------  --------  -------------  ------  -----  ---------  -------",
                        "static           1  8       8    0.1506  0.1464-0.1547    35.4  1.702     0.1441   0.1441",
                        "cyclic           -  8       8    0.0598  0.0583-0.0614    89.1  0.000     0.0533   0.0533",
                        "over:2           2  8      16    0.0907  0.0883-0.0931    58.8  0.570     0.0816   0.0816",
                        "over:4           4  8      32    0.0624  0.0609-0.0640    85.4  0.021     0.0422   0.0533",
                        "permuted:over:2  2  8      16    0.0694  0.0676-0.0712    76.8  0.171     0.0399   0.0533",
                        "permuted:over:4  4  8      32    0.0727  0.0708-0.0746    73.3  0.214     0.0228   0.0533",
                        "self             -  8      64    0.0633  0.0618-0.0649    84.2  0.000     0.0213   0.0533");
        assertThat(LINES).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(LINES).noneMatch(line -> line.contains("simulated"));
    }

    @Test
    void theBestIsComparedWithStaticByIntervals() {
        // 0.1506 / 0.0598
        assertThat(LINES)
                .contains(
                        "Lowest median: cyclic, 0.0598 s.",
                        "static takes 2.517 times as long as cyclic: slower, the 95% intervals do not overlap.");
    }

    @Test
    void whatCouldBeExpectedFollowsFromTheRowsAlone() {
        // m = 3.193 and one chunk a worker: 1 / (1 + 3.193)
        assertThat(LINES)
                .contains("Rows have 1,006 to 40,912 iterations; the most expensive has m = 3.193 times the mean.");
        assertThat(String.join(" ", LINES).replaceAll(" +", " ")).contains("about 23.9% for static");
    }

    @Test
    void theLastSentenceSaysWhatToDo() {
        assertThat(after(LINES, "Advice"))
                .isEqualTo("Advice: --schedule cyclic, shown to be faster than static, over:2, permuted:over:2,"
                        + " permuted:over:4 and 1 more; not shown to be slower: over:4. What cyclic loses most to is"
                        + " fetch and stitch: 5.0% of the core time.");
    }

    @Test
    void withFewRepeatsNothingIsClaimed() {
        List<String> few = StudyReports.BALANCE.lines(SampleBalance.of(List.of("static", "cyclic"), List.of(2), 8, 3));
        assertThat(few)
                .contains("static takes 2.514 times as long as cyclic: undecided, there are no intervals.")
                .contains("Advice: repeat at least 6 times; so far nothing is shown to be faster than anything else.");
    }

    @Test
    void whereAllIsAlikeTheSimplestIsKept() {
        List<String> alike = StudyReports.BALANCE.lines(SampleBalance.of(List.of("static", "over"), List.of(1), 8, 7));
        assertThat(after(alike, "Advice"))
                .isEqualTo("Advice: keep static, the simplest: nothing here is shown to be faster. Of static the"
                        + " longest chunk alone takes 95.7% of the time: cut finer, or mix the rows.");
    }

    private static String after(List<String> lines, String start) {
        int first = 0;
        while (!lines.get(first).startsWith(start)) {
            first++;
        }
        return String.join(" ", lines.subList(first, lines.size())).replaceAll(" +", " ");
    }
}
