package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.Verdict;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;

/** Conclusions from a head-to-head, in sentences that stay within its intervals. */
final class KernelsAdvice {
    private final HeadToHeadResult result;
    private final Row fastest;

    KernelsAdvice(HeadToHeadResult result) {
        this.result = result;
        this.fastest = result.rows().stream()
                .min(Comparator.comparingDouble(row -> row.seconds().median()))
                .orElseThrow();
    }

    /** Everything, what matters most first. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        findings.add(leastMedian());
        Row thread = result.bestSingleThread();
        findings.add("The best single thread is %s with %s ms, %s giga iterations a second."
                .formatted(
                        thread.contestant(),
                        Format.millis(thread.seconds().median()),
                        Format.ratio(thread.gigaIterationsPerSecond())));
        if (!result.bestSpark().isEmpty()) {
            findings.add(spark(thread));
        }
        long slower = result.rows().stream()
                .filter(row -> row.verdict() == Verdict.SLOWER)
                .count();
        if (slower > 0) {
            findings.add("Slower than the baseline, and kept in the table: %d of %d configurations."
                    .formatted(slower, result.rows().size()));
        }
        findings.add(whatToDo());
        return findings;
    }

    /** The fastest, and how much longer the baseline takes where that is another. */
    String leastMedian() {
        Row baseline = result.baseline();
        String least = "Lowest median: %s, %s ms"
                .formatted(fastest.contestant(), Format.millis(fastest.seconds().median()));
        return fastest.equals(baseline)
                ? least + ", which is the baseline itself."
                : least
                        + "; %s takes %s ms, %s that: %s."
                                .formatted(
                                        baseline.contestant(),
                                        Format.millis(baseline.seconds().median()),
                                        CaptionText.asLong(baseline.seconds().median()
                                                / fastest.seconds().median()),
                                        CaptionText.verdict(baseline.seconds(), fastest.seconds()));
    }

    private String spark(Row thread) {
        Row spark = result.bestSpark().values().stream()
                .min(Comparator.comparingDouble(row -> row.seconds().median()))
                .orElseThrow();
        return "Spark at its best, %s, takes %s ms, %s the best single thread: %s."
                .formatted(
                        spark.contestant(),
                        Format.millis(spark.seconds().median()),
                        CaptionText.asLong(
                                spark.seconds().median() / thread.seconds().median()),
                        CaptionText.verdict(spark.seconds(), thread.seconds()));
    }

    private String whatToDo() {
        if (fastest.seconds().interval().isEmpty()) {
            return "Advice: repeat at least 6 times; so far nothing is shown to be faster than anything else.";
        }
        List<String> open = result.rows().stream()
                .filter(row -> !row.equals(fastest) && row.seconds().against(fastest.seconds()) == Verdict.OPEN)
                .map(row -> "%s on %s × %d"
                        .formatted(
                                row.contestant().name(),
                                row.contestant().engine().label(),
                                row.contestant().workers()))
                .toList();
        Spread seconds = fastest.seconds();
        return "Advice: take %s (95%% interval %s ms)%s."
                .formatted(
                        fastest.contestant(),
                        Format.interval(seconds.interval(), Format::millis),
                        result.rows().size() == 1
                                ? "; nothing else was measured"
                                : open.isEmpty()
                                        ? ", faster than all others"
                                        : "; not shown to be slower: " + CaptionText.names(open));
    }
}
