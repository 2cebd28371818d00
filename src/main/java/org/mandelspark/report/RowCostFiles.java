package org.mandelspark.report;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.RowCost;

/** Cost of each row on one thread, as a table, as a curve, and in a sentence. */
final class RowCostFiles {
    static final String CSV = "rows.csv";
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    static final Columns<RowCost> COLUMNS = new Columns<RowCost>()
            .stored("row", RowCost::row)
            .stored("iterations", RowCost::iterations)
            .stored("steps", RowCost::steps)
            .stored("kernel_s", row -> row.kernelNanos() / NANOS);

    private static final double NANOS_PER_MICRO = 1e3;

    /** Max over mean up to which rows are called even. */
    private static final double EVEN = 1.1;

    private final List<RowCost> rows;

    RowCostFiles(List<RowCost> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Cost of rows, on a logarithmic axis across: the time that was measured, and the time that the executed steps would
     * take at the median speed. Where the first is far above the second the thread was interrupted.
     */
    Layers curve(ValueAxis rowAxis) {
        double microsPerStep = microsPerStep();
        List<Layers.Point> measured = points(RowCostFiles::micros);
        List<Layers.Point> expected = points(row -> Math.max(1, row.steps()) * microsPerStep);
        DoubleSummaryStatistics costs = Stream.concat(measured.stream(), expected.stream())
                .mapToDouble(Layers.Point::x)
                .summaryStatistics();
        return new Layers(
                        Axes.decades("µs of a row in the kernel, one thread", costs.getMin(), costs.getMax()), rowAxis)
                .line("measured", PlotStyle.faint(PlotStyle.colour(0)), PlotStyle.THIN, measured)
                .line("from the steps executed, at the median speed", PlotStyle.TEXT, PlotStyle.THIN, expected);
    }

    /** Unevenness of the rows, in executed steps: unlike times they are the same in every run. */
    String sentence() {
        LongSummaryStatistics steps = rows.stream().mapToLong(RowCost::steps).summaryStatistics();
        return "The most expensive row takes %s times the steps of the cheapest and %s times the mean: %s."
                .formatted(
                        Format.ratio(steps.getMax() / (double) Math.max(1, steps.getMin())),
                        Format.ratio(steps.getMax() / Math.max(1, steps.getAverage())),
                        steps.getMax() < EVEN * steps.getAverage()
                                ? "equal bands of rows are nearly equal work"
                                : "rows are not equal work");
    }

    private List<Layers.Point> points(ToDoubleFunction<RowCost> cost) {
        return rows.stream()
                .map(row -> new Layers.Point(cost.applyAsDouble(row), row.row() + 0.5))
                .toList();
    }

    /** Half of all steps were executed at most as fast; a mean would be spoilt by every interruption. */
    private double microsPerStep() {
        List<RowCost> slowestLast = rows.stream()
                .filter(row -> row.steps() > 0)
                .sorted(Comparator.comparingDouble(row -> micros(row) / row.steps()))
                .toList();
        long half = rows.stream().mapToLong(RowCost::steps).sum() / 2;
        long steps = 0;
        for (RowCost row : slowestLast) {
            steps += row.steps();
            if (steps >= half) {
                return micros(row) / row.steps();
            }
        }
        return 1;
    }

    /** A clock that stands still for a row would fall off the axis. */
    private static double micros(RowCost row) {
        return Math.max(1, row.kernelNanos()) / NANOS_PER_MICRO;
    }
}
