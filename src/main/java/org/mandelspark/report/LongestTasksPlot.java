package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.mandelspark.record.Analysis;
import org.mandelspark.record.Analysis.StageRow;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;

/** The longest task of each stage against a slot's share of its work: above the line it alone decides how long it takes. */
final class LongestTasksPlot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 560;
    private static final double SECOND = 1000;
    private static final int LABELLED = 5;
    private static final double CLOSE = 1.6;

    private LongestTasksPlot() {}

    static Optional<Plot> of(Analysis analysis) {
        List<StageRow> stages = analysis.stages().stream()
                .filter(stage -> stage.coreMs() > 0 && stage.longestMs() > 0)
                .toList();
        if (stages.isEmpty()) {
            return Optional.empty();
        }
        List<Point> points = stages.stream().map(LongestTasksPlot::point).toList();
        double low = points.stream()
                .mapToDouble(point -> Math.min(point.x(), point.y()))
                .min()
                .orElseThrow();
        double high = points.stream()
                .mapToDouble(point -> Math.max(point.x(), point.y()))
                .max()
                .orElseThrow();
        long bound = points.stream().filter(point -> point.y() > point.x()).count();
        Layers layers = new Layers(
                        Axes.decades("core time of the stage over its slots, s", low, high),
                        Axes.decades("longest task, s", low, high))
                .line(
                        "as long as a slot's share",
                        PlotStyle.REFERENCE,
                        Layers.DASHED,
                        List.of(new Point(low / 10, low / 10), new Point(high * 10, high * 10)))
                .dots("stage", PlotStyle.colour(0), Layers.LARGE, points);
        List<StageRow> worst = AnalysisText.mostWasted(analysis, LABELLED).stream()
                .filter(stages::contains)
                .toList();
        layers.rings(
                "lost most",
                PlotStyle.colour(1),
                worst.stream().map(LongestTasksPlot::point).toList());
        List<Point> labelled = new ArrayList<>();
        for (StageRow stage : worst) {
            Point at = point(stage);
            if (labelled.stream().noneMatch(other -> areClose(at, other))) {
                layers.text("  " + stage.label(), at, PlotStyle.TEXT, TextAnchor.CENTER_LEFT);
                labelled.add(at);
            }
        }
        return Optional.of(new Plot(
                "Longest task and share of a slot, stage by stage",
                List.of(
                        "%s of %s lie above the line: there the longest task is what more cores cannot shorten."
                                .formatted(bound, Format.count(stages.size(), "stage")),
                        "No schedule makes a stage shorter than the larger of the two; numbers are those of stages."),
                layers.plot(),
                new Plot.Legend(layers.legend(), RectangleEdge.BOTTOM),
                WIDTH,
                HEIGHT));
    }

    /** True if labels of both would lie over each other. */
    private static boolean areClose(Point one, Point other) {
        return Math.max(one.y(), other.y()) < CLOSE * Math.min(one.y(), other.y())
                && Math.max(one.x(), other.x()) < CLOSE * CLOSE * Math.min(one.x(), other.x());
    }

    private static Point point(StageRow stage) {
        return new Point(stage.coreMs() / SECOND / stage.slots(), stage.longestMs() / SECOND);
    }
}
