package org.mandelspark.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Content of a plot between two axes, layer by layer: a later one covers an earlier one, and boxes and texts cover all.
 * What has a name is in the legend.
 */
public final class Layers {
    /** The name of what needs no entry in the legend. */
    public static final String UNNAMED = "";

    public static final Stroke SOLID = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    public static final Stroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);
    public static final Stroke DOTTED =
            new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {1, 5}, 0);

    public static final double SMALL = 5;
    public static final double LARGE = 8;
    private static final double RING = 12;
    private static final Shape LEGEND_LINE = new Line2D.Double(-12, 0, 12, 0);
    private static final Shape LEGEND_BOX = new Rectangle2D.Double(-5, -5, 10, 10);
    private static final double CAP = 8;

    private final XYPlot plot = new XYPlot();
    private final List<LegendItem> legend = new ArrayList<>();

    /** Begins without any layer. */
    public Layers(ValueAxis across, ValueAxis up) {
        plot.setDomainAxis(across);
        plot.setRangeAxis(up);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        // Without a renderer there are no grid lines, even if only boxes follow.
        plot.setRenderer(new XYLineAndShapeRenderer());
        PlotStyle.style(plot);
    }

    /** A line through points, in their order. */
    public Layers line(String name, Color colour, Stroke stroke, List<Point> points) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesStroke(0, stroke);
        // Otherwise every segment is an element of its own in SVG, and dashes start anew at each.
        renderer.setDrawSeriesLineAsPath(true);
        add(series(points), renderer, colour);
        return legend(name, new LegendItem(name, null, null, null, LEGEND_LINE, stroke, colour));
    }

    /** A dot for each point. */
    public Layers dots(String name, Color colour, double diameter, List<Point> points) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, circle(diameter));
        add(series(points), renderer, colour);
        return legend(name, new LegendItem(name, null, null, null, circle(diameter), colour));
    }

    /** A ring around each point, so that what lies in it can be seen. */
    public Layers rings(String name, Color colour, List<Point> points) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, circle(RING));
        renderer.setSeriesShapesFilled(0, false);
        renderer.setSeriesOutlineStroke(0, SOLID);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesOutlinePaint(0, colour);
        add(series(points), renderer, colour);
        return legend(name, new LegendItem(name, null, null, null, circle(RING), SOLID, colour));
    }

    /** A large dot for each median and a bar for its interval. */
    public Layers medians(String name, Color colour, List<Median> medians) {
        XYIntervalSeries series = new XYIntervalSeries("medians", false, true);
        medians.forEach(median -> series.add(
                median.at().x(), median.left(), median.right(), median.at().y(), median.bottom(), median.top()));
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(series);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(medians.stream().anyMatch(median -> median.left() < median.right()));
        renderer.setDrawYError(medians.stream().anyMatch(median -> median.bottom() < median.top()));
        renderer.setErrorStroke(new BasicStroke(2));
        renderer.setCapLength(CAP);
        renderer.setSeriesShape(0, circle(LARGE));
        add(dataset, renderer, colour);
        return legend(name, new LegendItem(name, null, null, null, circle(LARGE), colour));
    }

    /** Filled rectangles. */
    public Layers boxes(String name, Color colour, List<Boxes.Box> boxes) {
        plot.addAnnotation(new Boxes(colour, boxes));
        return legend(name, new LegendItem(name, null, null, null, LEGEND_BOX, colour));
    }

    /** A word at a place. */
    public Layers text(String text, Point at, Color colour, TextAnchor anchor) {
        XYTextAnnotation annotation = new XYTextAnnotation(text, at.x(), at.y());
        annotation.setFont(PlotStyle.SMALL);
        annotation.setPaint(colour);
        annotation.setTextAnchor(anchor);
        return annotation(annotation);
    }

    public Layers annotation(XYAnnotation annotation) {
        plot.addAnnotation(annotation);
        return this;
    }

    public XYPlot plot() {
        return plot;
    }

    /** One entry for each named layer, in their order. */
    public List<LegendItem> legend() {
        return List.copyOf(legend);
    }

    private Layers legend(String name, LegendItem item) {
        if (!name.equals(UNNAMED)) {
            legend.add(item);
        }
        return this;
    }

    private void add(XYDataset dataset, XYItemRenderer renderer, Color colour) {
        renderer.setSeriesPaint(0, colour);
        int index = plot.getDatasetCount();
        // The plot is made with room for one dataset, which stays empty until the first layer comes.
        int layer = index == 1 && plot.getDataset(0) == null ? 0 : index;
        plot.setDataset(layer, dataset);
        plot.setRenderer(layer, renderer);
    }

    private static XYSeriesCollection series(List<Point> points) {
        XYSeries series = new XYSeries("points", false, true);
        points.forEach(point -> series.add(point.x(), point.y()));
        return new XYSeriesCollection(series);
    }

    private static Shape circle(double diameter) {
        return new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter);
    }

    /** A place, in the units of the axes. */
    public record Point(double x, double y) {}

    /** A place, and how far it may be off in either direction; not at all where both ends are the same. */
    public record Median(Point at, double left, double right, double bottom, double top) {}
}
