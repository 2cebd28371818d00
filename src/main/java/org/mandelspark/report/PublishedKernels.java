package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;

/**
 * The four-kernel table of "from-scratch build · HPC" (Mandelbrot in Python), and for each of its rows the one of ours
 * that is built the same way. Its figures are another machine's: they show what such a table looks like, and compare
 * nothing.
 */
public final class PublishedKernels {
    private static final Size SIZE = new Size(400, 400);
    private static final int MAX_ITER = 400;

    private enum Published {
        NAIVE("naive double loop", 8.074, KernelKind.NAIVE, EngineKind.SERIAL),
        NUMPY("NumPy, whole-grid passes", 2.220, KernelKind.ARRAY, EngineKind.SERIAL),
        PROCESSES("row bands in 16 processes", 2.529, KernelKind.NAIVE, EngineKind.SPARK),
        NUMBA("Numba, in-process threads", 0.008, KernelKind.SIMD, EngineKind.THREADS);

        private final String label;
        private final double seconds;
        private final KernelKind kernel;
        private final EngineKind engine;

        Published(String label, double seconds, KernelKind kernel, EngineKind engine) {
            this.label = label;
            this.seconds = seconds;
            this.kernel = kernel;
            this.engine = engine;
        }

        /** With the most workers, if there are several. */
        Optional<Row> ours(HeadToHeadResult result) {
            return result.rows().stream()
                    .filter(row -> row.contestant().kernel() == kernel
                            && row.contestant().engine() == engine)
                    .max(Comparator.comparingInt(row -> row.contestant().workers()));
        }
    }

    private PublishedKernels() {}

    /**
     * Requires that a view is as large and as deep as the published one.
     *
     * @throws IllegalArgumentException if not
     */
    public static void requireSameView(View view) {
        if (!view.size().equals(SIZE) || view.maxIter() != MAX_ITER) {
            throw new IllegalArgumentException("--published: the published figures are for " + SIZE + " pixels and "
                    + MAX_ITER + " iterations, not " + view.size() + " and " + view.maxIter());
        }
    }

    /** Both tables, row beside row. */
    public static List<String> lines(HeadToHeadResult result) {
        TextTable table = new TextTable()
                .column("published", Side.LEFT)
                .column("ms", Side.RIGHT)
                .column("speedup", Side.RIGHT)
                .column("| ours, built alike", Side.LEFT)
                .column("median ms", Side.RIGHT)
                .column("speedup", Side.RIGHT);
        for (Published published : Published.values()) {
            Optional<Row> ours = published.ours(result);
            table.row(
                    published.label,
                    Figures.millis(published.seconds),
                    Figures.ratio(Published.NAIVE.seconds / published.seconds),
                    "| " + ours.map(row -> row.contestant().toString()).orElse("not run"),
                    ours.map(row -> Figures.millis(row.seconds().median())).orElse("-"),
                    ours.map(row -> Figures.ratio(row.speedup())).orElse("-"));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add("Published figures are those of another machine, in another language, without intervals: what can be"
                + " compared");
        lines.add("is at most the speedup over each one's own naive loop. (\"from-scratch build · HPC\", head to head,"
                + " 400x400, 400.)");
        return lines;
    }
}
