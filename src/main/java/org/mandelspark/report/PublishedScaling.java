package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mandelspark.study.SimulationResult;
import org.mandelspark.study.SimulationResult.Row;
import org.mandelspark.workload.ViewProblem;

/**
 * Published figures for equal bands of rows, next to what the simulation says of as many workers: 17.2% efficiency of
 * 16 processes ("from-scratch build · HPC", 800x800 pixels, 1,000 iterations), and 2.3 times the speed of the equal
 * split by cutting finer on 88 cores (Mojo, part 3). They are of other machines, languages and runs, and compare
 * nothing.
 */
final class PublishedScaling {
    private static final int BUILD_WORKERS = 16;
    private static final double BUILD_EFFICIENCY = 0.172;
    private static final int MOJO_WORKERS = 88;
    private static final double MOJO_GAIN = 2.3;

    private static final String NONE_FASTER = "no schedule here is faster than static";

    private PublishedScaling() {}

    /** A sentence for each published figure that equal bands of a view were simulated for. */
    static List<String> lines(SimulationResult result) {
        List<String> lines = new ArrayList<>();
        if (!(result.computation().problem() instanceof ViewProblem)) {
            return lines;
        }
        find(result, BUILD_WORKERS)
                .ifPresent(row ->
                        lines.add(("Published for another machine, %d workers, 800x800, equal bands: %s%% efficiency"
                                        + " (\"from-scratch build · HPC\"). Simulated here: static %s%%, %s.")
                                .formatted(
                                        BUILD_WORKERS,
                                        Format.percent(BUILD_EFFICIENCY),
                                        Format.percent(row.efficiency()),
                                        better(row, best(result, BUILD_WORKERS))
                                                .map(best -> "the best, %s, %s%%"
                                                        .formatted(best.schedule(), Format.percent(best.efficiency())))
                                                .orElse(NONE_FASTER))));
        find(result, MOJO_WORKERS)
                .ifPresent(row -> lines.add(String.format(
                        Locale.ROOT,
                        "Published for another machine, %d cores: cutting finer gave %.1f times the speed of the equal split (Mojo,"
                                + " part 3). Simulated here: %s.",
                        MOJO_WORKERS,
                        MOJO_GAIN,
                        better(row, best(result, MOJO_WORKERS))
                                .map(best -> "the best, %s, %s times that of static"
                                        .formatted(best.schedule(), Format.ratio(gain(row, best))))
                                .orElse(NONE_FASTER))));
        return lines;
    }

    private static Optional<Row> find(SimulationResult result, int workers) {
        return result.rows().stream()
                .filter(row -> row.workers() == workers && row.schedule().equals(BalanceAdvice.STATIC))
                .findFirst();
    }

    /** The best where it is faster than static by something that is shown. */
    private static Optional<Row> better(Row equalBands, Row best) {
        return Format.ratio(gain(equalBands, best)).equals(Format.ratio(1)) ? Optional.empty() : Optional.of(best);
    }

    private static double gain(Row equalBands, Row best) {
        return equalBands.makespanSeconds() / best.makespanSeconds();
    }

    private static Row best(SimulationResult result, int workers) {
        return result.rows().stream()
                .filter(row -> row.workers() == workers)
                .min(Comparator.comparingDouble(Row::makespanSeconds))
                .orElseThrow();
    }
}
