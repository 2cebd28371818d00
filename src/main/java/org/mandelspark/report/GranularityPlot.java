package org.mandelspark.report;

import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.mandelspark.measure.Interval;
import org.mandelspark.measure.TaskOverheadFit;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Median;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.GranularityResult;
import org.mandelspark.study.GranularityResult.Row;

/** Time of the same picture against the number of tasks that it was cut into, with the fitted overhead of a task. */
final class GranularityPlot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 480;
    private static final int CURVE_POINTS = 60;
    private static final double ABOVE = 1.12;

    private final GranularityResult result;

    GranularityPlot(GranularityResult result) {
        this.result = result;
    }

    Plot plot() {
        double most = result.rows().stream().mapToInt(Row::tasks).max().orElse(1);
        double least = result.rows().stream().mapToInt(Row::tasks).min().orElse(1);
        double low = result.rows().stream()
                .mapToDouble(row -> row.seconds().min())
                .min()
                .orElseThrow();
        double high = result.rows().stream()
                .mapToDouble(row -> row.seconds().max())
                .max()
                .orElseThrow();
        Layers layers = new Layers(
                Axes.decades("tasks", least, most), Axes.decades("seconds, " + TimedRun.TIMED_REGION, low, high));
        result.fit()
                .filter(fit -> fit.secondsPerTask() > 0)
                .ifPresent(fit -> layers.line(
                        "fitted: %s ms a run and %s ms a task"
                                .formatted(Format.millis(fit.fixedSeconds()), Format.millis(fit.secondsPerTask())),
                        PlotStyle.REFERENCE,
                        Layers.DASHED,
                        curve(fit, least, most, low)));
        layers.medians(
                RepeatNotes.hasNone(result.rows().stream().map(Row::seconds).toList())
                        ? "median"
                        : "median and its 95% interval",
                PlotStyle.colour(0),
                result.rows().stream().map(GranularityPlot::median).toList());
        for (Row row : result.rows()) {
            layers.text(
                    row.grain().label(),
                    new Point(row.tasks(), median(row).top() * ABOVE),
                    PlotStyle.TEXT,
                    TextAnchor.BOTTOM_CENTER);
        }
        return new Plot(
                CaptionText.title("Time against number of tasks", result.problem()),
                List.of(
                        GranularityReport.comparison(result),
                        "The same answer every time, cut by tiles, rows or bands. Measured on %s with %s; %s."
                                .formatted(
                                        result.request().engine().label(),
                                        Format.count(result.workers(), "worker"),
                                        CaptionText.place(result.environment()))),
                layers.plot(),
                new Plot.Legend(layers.legend(), RectangleEdge.BOTTOM),
                WIDTH,
                HEIGHT);
    }

    private static Median median(Row row) {
        double median = row.seconds().median();
        Interval interval = row.seconds().interval().orElse(new Interval(median, median));
        return new Median(new Point(row.tasks(), median), row.tasks(), row.tasks(), interval.low(), interval.high());
    }

    /** Points of the fitted line; it is not drawn where it would leave the plot because nothing positive is left. */
    private static List<Point> curve(TaskOverheadFit fit, double least, double most, double low) {
        return IntStream.rangeClosed(0, CURVE_POINTS)
                .mapToObj(i -> least * Math.pow(most / least, i / (double) CURVE_POINTS))
                .map(tasks -> new Point(tasks, fit.fixedSeconds() + tasks * fit.secondsPerTask()))
                .filter(point -> point.y() >= low)
                .toList();
    }
}
