package org.mandelspark.report.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Rectangles of one colour between the axes of a plot: bars, chunks, rows.
 *
 * <p>Drawn as one path, so that ten thousand of them are one element of an SVG file, and those narrower than a pixel
 * mix with what is next to them as their area says.
 */
public final class Boxes extends AbstractXYAnnotation {
    @Serial
    private static final long serialVersionUID = 1;

    private final Color colour;
    private final transient List<Box> boxes;

    public Boxes(Color colour, List<Box> boxes) {
        this.colour = colour;
        this.boxes = List.copyOf(boxes);
    }

    public List<Box> boxes() {
        return boxes;
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            int rendererIndex,
            PlotRenderingInfo rendering) {
        RectangleEdge across = Plot.resolveDomainAxisLocation(plot.getDomainAxisLocation(), plot.getOrientation());
        RectangleEdge up = Plot.resolveRangeAxisLocation(plot.getRangeAxisLocation(), plot.getOrientation());
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (Box box : boxes) {
            double left = domain.valueToJava2D(box.left(), area, across);
            double right = domain.valueToJava2D(box.right(), area, across);
            double bottom = range.valueToJava2D(box.bottom(), area, up);
            double top = range.valueToJava2D(box.top(), area, up);
            path.append(
                    new Rectangle2D.Double(
                            Math.min(left, right),
                            Math.min(bottom, top),
                            Math.abs(right - left),
                            Math.abs(top - bottom)),
                    false);
        }
        graphics.setPaint(colour);
        graphics.fill(path);
    }

    /** A rectangle, in the units of the axes. */
    public record Box(double left, double right, double bottom, double top) {}
}
