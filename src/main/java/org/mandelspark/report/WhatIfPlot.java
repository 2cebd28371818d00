package org.mandelspark.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.ui.RectangleEdge;
import org.mandelspark.measure.application.Scenario;
import org.mandelspark.record.Analysis;
import org.mandelspark.record.Analysis.ScenarioRow;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;

/** What the model says of other numbers of slots, with its bounds and the one time that was measured. */
final class WhatIfPlot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 480;
    private static final double SECOND = 1000;

    private WhatIfPlot() {}

    static Optional<Plot> of(Analysis analysis) {
        List<ScenarioRow> rows = analysis.scenarios().stream()
                .filter(row -> row.slots() > 0 && row.slots() < Scenario.UNLIMITED)
                .sorted(Comparator.comparingInt(ScenarioRow::slots))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double high = Math.max(
                (double) analysis.inJobsMs(),
                rows.stream().mapToDouble(ScenarioRow::inJobsMs).max().orElseThrow());
        int least = Math.max(1, Math.min(analysis.slots(), rows.get(0).slots()));
        int most = Math.max(analysis.slots(), rows.get(rows.size() - 1).slots());
        Layers layers = new Layers(
                        Axes.doublings("slots", least, most), Axes.fromZero("seconds in jobs", high / SECOND))
                .line(
                        "model, at unchanged task times and partitions",
                        PlotStyle.colour(0),
                        Layers.SOLID,
                        points(rows, ScenarioRow::inJobsMs))
                .dots(Layers.UNNAMED, PlotStyle.colour(0), Layers.SMALL, points(rows, ScenarioRow::inJobsMs))
                .line("lower bound", PlotStyle.REFERENCE, Layers.DASHED, points(rows, ScenarioRow::boundMs))
                .rings(
                        "measured",
                        PlotStyle.colour(1),
                        List.of(new Point(analysis.slots(), analysis.inJobsMs() / SECOND)));
        return Optional.of(new Plot(
                "Other numbers of slots",
                List.of(AnalysisText.selfCheck(analysis), AnalysisText.CAVEAT),
                layers.plot(),
                new Plot.Legend(layers.legend(), RectangleEdge.BOTTOM),
                WIDTH,
                HEIGHT));
    }

    private static List<Point> points(List<ScenarioRow> rows, ToDoubleFunction<ScenarioRow> ms) {
        return rows.stream()
                .map(row -> new Point(row.slots(), ms.applyAsDouble(row) / SECOND))
                .toList();
    }
}
