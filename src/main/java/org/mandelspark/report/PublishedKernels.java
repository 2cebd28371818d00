package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;
import org.mandelspark.workload.GaussProblem;
import org.mandelspark.workload.Problem;
import org.mandelspark.workload.ViewProblem;

/**
 * Published tables of kernels in Python, and for each of their rows the one of ours that is built the same way. Their
 * figures are another machine's: they show what such a table looks like, and compare nothing.
 */
public final class PublishedKernels {
    /** The Mandelbrot set by four kernels. */
    private static final PublishedKernels BUILD = new PublishedKernels(
            "400x400 pixels and 400 iterations",
            "\"from-scratch build · HPC\", head to head, 400x400, 400",
            PublishedKernels::isHeadToHead,
            List.of(
                    new Line("naive double loop", 8.074, KernelKind.NAIVE, EngineKind.SERIAL),
                    new Line("NumPy, whole-grid passes", 2.220, KernelKind.ARRAY, EngineKind.SERIAL),
                    new Line("row bands in 16 processes", 2.529, KernelKind.NAIVE, EngineKind.SPARK),
                    new Line("Numba, in-process threads", 0.008, KernelKind.SIMD, EngineKind.THREADS)));

    /** The bifurcation diagram of the Gauss map. */
    private static final PublishedKernels GAUSS_MAP = new PublishedKernels(
            "workload gauss with its defaults",
            "QMUL, the Gauss map, alpha 5.8, 640x400",
            PublishedKernels::isGaussMap,
            List.of(
                    new Line("Python", 2.59, KernelKind.NAIVE, EngineKind.SERIAL),
                    new Line("Python, 4 processes", 0.933, KernelKind.NAIVE, EngineKind.SPARK),
                    new Line("Numba", 0.0911, KernelKind.SIMD, EngineKind.SERIAL),
                    new Line("Numba, 4 threads", 0.0266, KernelKind.SIMD, EngineKind.THREADS)));

    private static final List<PublishedKernels> ALL = List.of(BUILD, GAUSS_MAP);

    /** Its points are ten times its bins. */
    private static final Map<String, String> GAUSS_PARAMETERS =
            Map.of("alpha", "5.8", "beta", "-1.0,1.0", "points", "4000", "size", "640x400", "skip", "200");

    private final String problem;
    private final String source;
    private final Predicate<Problem<?>> isSame;
    private final List<Line> published;

    private PublishedKernels(String problem, String source, Predicate<Problem<?>> isSame, List<Line> published) {
        this.problem = problem;
        this.source = source;
        this.isSame = isSame;
        this.published = published;
    }

    /**
     * A row of a published table.
     *
     * @param label what computed it
     * @param seconds how long that took
     * @param kernel ours that is built alike
     * @param engine the same
     */
    private record Line(String label, double seconds, KernelKind kernel, EngineKind engine) {
        /** Our row with the most workers, if there are several. */
        Optional<Row> ours(HeadToHeadResult result) {
            return result.rows().stream()
                    .filter(row -> row.contestant().kernel() == kernel
                            && row.contestant().engine() == engine)
                    .max(Comparator.comparingInt(row -> row.contestant().workers()));
        }
    }

    /**
     * The table that was published for a problem.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PublishedKernels of(Problem<?> problem) {
        return ALL.stream()
                .filter(table -> table.isSame.test(problem))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--published: the published figures are for "
                        + ALL.stream().map(table -> table.problem).collect(Collectors.joining(", or for "))
                        + ", not " + problem.describe()));
    }

    private static boolean isHeadToHead(Problem<?> problem) {
        return problem instanceof ViewProblem shown
                && shown.view().size().equals(new Size(400, 400))
                && shown.view().maxIter() == 400;
    }

    private static boolean isGaussMap(Problem<?> problem) {
        return problem instanceof GaussProblem gauss && gauss.parameters().equals(GAUSS_PARAMETERS);
    }

    /** Both tables, row next to row. */
    public List<String> lines(HeadToHeadResult result) {
        TextTable table = new TextTable()
                .column("published", Side.LEFT)
                .column("ms", Side.RIGHT)
                .column("speedup", Side.RIGHT)
                .column("| ours, built alike", Side.LEFT)
                .column("median ms", Side.RIGHT)
                .column("speedup", Side.RIGHT);
        double naiveSeconds = published.get(0).seconds();
        for (Line line : published) {
            Optional<Row> ours = line.ours(result);
            table.row(
                    line.label(),
                    Format.millis(line.seconds()),
                    Format.ratio(naiveSeconds / line.seconds()),
                    "| " + ours.map(row -> row.contestant().toString()).orElse("not run"),
                    ours.map(row -> Format.millis(row.seconds().median())).orElse("-"),
                    ours.map(row -> Format.ratio(row.speedup())).orElse("-"));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add("Published figures are those of another machine, in another language, without intervals: what can be"
                + " compared");
        lines.add("is at most the speedup over each one's own naive loop. (" + source + ".)");
        return lines;
    }
}
