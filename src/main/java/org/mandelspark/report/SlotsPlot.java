package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ui.RectangleEdge;
import org.mandelspark.measure.application.BusySlots;
import org.mandelspark.record.Analysis;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Boxes.Box;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;

/** Slots of an application over time: busy ones in the colours of stages, idle ones white. */
final class SlotsPlot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;
    private static final double SECOND = 1000;

    private SlotsPlot() {}

    static Plot of(Analysis analysis) {
        BusySlots busy = analysis.busy();
        double bin = busy.binMs() / SECOND;
        Layers layers = new Layers(
                Axes.between("seconds since the application began", 0, Math.max(bin, analysis.wallMs() / SECOND)),
                Axes.wholeFromZero("slots", Math.max(1, analysis.slots())));
        double[] top = new double[busy.there().size()];
        for (int i = 0; i < busy.series().size(); i++) {
            BusySlots.Series series = busy.series().get(i);
            List<Box> boxes = new ArrayList<>();
            for (int at = 0; at < top.length; at++) {
                double height = series.busy().get(at);
                if (height > 0) {
                    boxes.add(new Box(at * bin, (at + 1) * bin, top[at], top[at] + height));
                    top[at] += height;
                }
            }
            boolean isRest = series.stage().equals(BusySlots.OTHERS);
            layers.boxes(
                    isRest ? series.stage() : "stage " + series.stage(),
                    isRest ? PlotStyle.REFERENCE : PlotStyle.slot(i),
                    boxes);
        }
        List<Point> there = new ArrayList<>();
        for (int at = 0; at < busy.there().size(); at++) {
            there.add(new Point(at * bin, busy.there().get(at)));
            there.add(new Point((at + 1) * bin, busy.there().get(at)));
        }
        layers.line("slots there", PlotStyle.TEXT, PlotStyle.THIN, there);
        return new Plot(
                "Slots of the application over time",
                List.of(
                        "Colour is a stage at work, white below the line is idle core time: "
                                + AnalysisText.whereItWent(analysis),
                        "Averages of %d equal parts of the time; the stages with most core time have colours of their own."
                                .formatted(busy.there().size())),
                layers.plot(),
                new Plot.Legend(layers.legend(), RectangleEdge.RIGHT),
                WIDTH,
                HEIGHT);
    }
}
