package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mandelspark.output.Problem;
import org.mandelspark.study.SimulationResult;
import org.mandelspark.study.SimulationResult.Row;

/**
 * Published figures for equal bands of rows, beside what the simulation says of as many workers: 17.2% efficiency of 16
 * processes ("from-scratch build · HPC", 800x800 pixels, 1,000 iterations), and 2.3 times the speed of the equal split by
 * cutting finer on 88 cores (Mojo, part 3). They are of other machines, languages and runs, and compare nothing.
 */
final class PublishedScaling {
    private static final int BUILD_WORKERS = 16;
    private static final double BUILD_EFFICIENCY = 0.172;
    private static final int MOJO_WORKERS = 88;
    private static final double MOJO_GAIN = 2.3;

    private PublishedScaling() {}

    /** A sentence for each published figure that equal bands of a view were simulated for. */
    static List<String> lines(SimulationResult result) {
        List<String> lines = new ArrayList<>();
        if (!(result.asked().problem() instanceof Problem.ViewPart)) {
            return lines;
        }
        find(result, BUILD_WORKERS)
                .ifPresent(row -> lines.add(("Another's machine, %d workers, 800x800, equal bands: %s%% efficiency"
                                + " (\"from-scratch build · HPC\"). Simulated here: static %s%%, the best, %s, %s%%.")
                        .formatted(
                                BUILD_WORKERS,
                                Figures.percent(BUILD_EFFICIENCY),
                                Figures.percent(row.efficiency()),
                                best(result, BUILD_WORKERS).schedule(),
                                Figures.percent(best(result, BUILD_WORKERS).efficiency()))));
        find(result, MOJO_WORKERS)
                .ifPresent(row -> lines.add(String.format(
                        Locale.ROOT,
                        "Another's machine, %d cores: cutting finer gave %.1f times the speed of the equal split (Mojo,"
                                + " part 3). Simulated here: the best, %s, %s times that of static.",
                        MOJO_WORKERS,
                        MOJO_GAIN,
                        best(result, MOJO_WORKERS).schedule(),
                        Figures.ratio(row.makespanSeconds()
                                / best(result, MOJO_WORKERS).makespanSeconds()))));
        return lines;
    }

    private static Optional<Row> find(SimulationResult result, int workers) {
        return result.rows().stream()
                .filter(row -> row.workers() == workers && row.schedule().equals(BalanceAdvice.STATIC))
                .findFirst();
    }

    private static Row best(SimulationResult result, int workers) {
        return result.rows().stream()
                .filter(row -> row.workers() == workers)
                .min(Comparator.comparingDouble(Row::makespanSeconds))
                .orElseThrow();
    }
}
