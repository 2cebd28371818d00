package org.mandelspark.report;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.mandelspark.measure.TimedRun;

/**
 * Symbols and short words of tables, sentences and plots, each explained here and nowhere else: below a table those that
 * it needs, at the end of a page all.
 */
enum Glossary {
    TIME("time", TimedRun.TIMED_REGION + ", the pilot of a schedule that takes one included"),
    REPEATS("n", "repeats that count, without warm-ups and void runs"),
    INTERVAL("95% CI", "rank confidence interval of the median, which needs 6 repeats"),
    WORKERS("p", "workers, which is how many chunks are computed at once"),
    FACTOR("K", "chunks a worker, where the schedule has one"),
    EFFICIENCY("eff.", "time in the kernel over all core time, p times the time; in scaling, speedup over p"),
    IMBALANCE("λ", "max/mean - 1 of the workers' time in the kernel; 0 is even"),
    ROWS("m", "iterations of the most expensive row over the mean row"),
    LONGEST("longest", "kernel time of the most expensive chunk"),
    BOUND("bound", "max(total/p, longest) of the chunks' kernel times: without overhead no order is faster"),
    SPEED("Giter/s", "1e9 iterations a second, as many as the plain loop would need"),
    SPEEDUP("speedup", "median time of the baseline over that of the row"),
    KARP_FLATT("Karp-Flatt", "the serial fraction that would explain a speedup alone"),
    POP(
            "POP",
            "efficiency as a product (Performance Optimisation and Productivity centre): load, the mean over the longest"
                    + " kernel time of a worker, and comm., that longest over the time of the run"),
    COST("COST", "the fewest workers with which an engine is shown to be faster than the best single thread"),
    ONE_RUN("one run", "where a figure or a drawing is of a single run: " + CaptionText.ONE_RUN);

    private final String symbol;
    private final String meaning;

    Glossary(String symbol, String meaning) {
        this.symbol = symbol;
        this.meaning = meaning;
    }

    String symbol() {
        return symbol;
    }

    String meaning() {
        return meaning;
    }

    /** Some of them in one line. */
    static String line(Glossary... terms) {
        return Arrays.stream(terms)
                .map(term -> term.symbol + ": " + term.meaning)
                .collect(Collectors.joining("; ", "", "."));
    }
}
