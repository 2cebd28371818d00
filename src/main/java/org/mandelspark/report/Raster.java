package org.mandelspark.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.Serial;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** A picture that fills the whole area between the axes of a plot. */
final class Raster extends AbstractXYAnnotation {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient BufferedImage image;

    Raster(BufferedImage image) {
        this.image = image;
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
        int left = (int) Math.round(domain.valueToJava2D(domain.getLowerBound(), area, across));
        int right = (int) Math.round(domain.valueToJava2D(domain.getUpperBound(), area, across));
        int bottom = (int) Math.round(range.valueToJava2D(range.getLowerBound(), area, up));
        int top = (int) Math.round(range.valueToJava2D(range.getUpperBound(), area, up));
        graphics.drawImage(image, left, top, right - left, bottom - top, null);
    }
}
