package org.mandelspark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.mandelspark.measure.Interval;
import org.mandelspark.measure.Phase;
import org.mandelspark.study.Contestant;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;

/** A head-to-head as a plot: a line for each configuration, its median with interval, and below it every repeat. */
final class KernelsPlot {
    private static final double MILLIS = 1e3;
    private static final double MILLIS_PER_NANO = 1e-6;
    private static final int WIDTH = 860;
    private static final int ROW_HEIGHT = 34;
    private static final int BESIDE_ROWS = 140;

    /** How far below its median a repeat is drawn, in rows. */
    private static final double BELOW = 0.27;

    private KernelsPlot() {}

    static Plot of(HeadToHeadResult result) {
        XYPlot plot = new XYPlot();
        XYIntervalSeriesCollection medians = new XYIntervalSeriesCollection();
        XYSeriesCollection repeats = new XYSeriesCollection();
        XYErrorRenderer medianRenderer = new XYErrorRenderer();
        XYLineAndShapeRenderer repeatRenderer = new XYLineAndShapeRenderer(false, true);
        List<String> kernels = result.rows().stream()
                .map(row -> row.contestant().name())
                .distinct()
                .toList();
        List<String> labels = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = 0; i < result.rows().size(); i++) {
            Row row = result.rows().get(i);
            Color colour = PlotStyle.colour(kernels.indexOf(row.contestant().name()));
            medians.addSeries(median(row, i));
            repeats.addSeries(repeats(result, row, i));
            medianRenderer.setSeriesPaint(i, colour);
            medianRenderer.setSeriesShape(i, new Ellipse2D.Double(-4, -4, 8, 8));
            repeatRenderer.setSeriesPaint(i, PlotStyle.faint(colour));
            repeatRenderer.setSeriesShape(i, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
            labels.add(label(row.contestant()));
            low = Math.min(low, MILLIS * row.seconds().min());
            high = Math.max(high, MILLIS * row.seconds().max());
        }
        medianRenderer.setDrawYError(false);
        medianRenderer.setErrorStroke(new BasicStroke(2));
        medianRenderer.setCapLength(8);
        plot.setDataset(0, repeats);
        plot.setRenderer(0, repeatRenderer);
        plot.setDataset(1, medians);
        plot.setRenderer(1, medianRenderer);
        plot.setDomainAxis(Axes.decades("milliseconds, from the engine's call to the stitched array", low, high));
        plot.setRangeAxis(rows(labels));
        return new Plot(
                PlotStyle.chart(
                        Captions.title("Kernels and engines", result.request().view()), subtitles(result), plot),
                WIDTH,
                BESIDE_ROWS + ROW_HEIGHT * labels.size());
    }

    private static XYIntervalSeries median(Row row, int y) {
        double median = row.seconds().median();
        Interval interval = row.seconds().interval().orElse(new Interval(median, median));
        XYIntervalSeries series = new XYIntervalSeries(label(row.contestant()));
        series.add(MILLIS * median, MILLIS * interval.low(), MILLIS * interval.high(), y, y, y);
        return series;
    }

    private static XYSeries repeats(HeadToHeadResult result, Row row, int y) {
        XYSeries series = new XYSeries(label(row.contestant()));
        result.runs().stream()
                .filter(run ->
                        run.run().phase() == Phase.MEASURED && run.contestant().equals(row.contestant()))
                .forEach(run -> series.add(
                        MILLIS_PER_NANO * (run.run().planNanos() + run.run().wallNanos()), y + BELOW));
        return series;
    }

    private static SymbolAxis rows(List<String> labels) {
        SymbolAxis axis = new SymbolAxis(null, labels.toArray(String[]::new));
        axis.setInverted(true);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, labels.size() - 0.5);
        PlotStyle.style(axis);
        return axis;
    }

    private static String label(Contestant contestant) {
        return "%s, %s × %d".formatted(contestant.name(), contestant.engine().label(), contestant.workers());
    }

    private static List<String> subtitles(HeadToHeadResult result) {
        return List.of(
                "Large dots: medians, with bars for their 95%% rank intervals; small dots below: every repeat (n = %d)"
                        .formatted(result.baseline().seconds().n()),
                Captions.place(result.sessions().get(0).environment()));
    }
}
