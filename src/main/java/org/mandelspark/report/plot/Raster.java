package org.mandelspark.report.plot;

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

/** A picture between the axes of a plot. */
public final class Raster extends AbstractXYAnnotation {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient BufferedImage image;
    private final transient Boxes.Box box;

    /**
     * A picture.
     *
     * @param box what it fills, in the units of the axes
     */
    public Raster(BufferedImage image, Boxes.Box box) {
        this.image = image;
        this.box = box;
    }

    public BufferedImage image() {
        return image;
    }

    public Boxes.Box box() {
        return box;
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
        int left = (int) Math.round(domain.valueToJava2D(box.left(), area, across));
        int right = (int) Math.round(domain.valueToJava2D(box.right(), area, across));
        int bottom = (int) Math.round(range.valueToJava2D(box.bottom(), area, up));
        int top = (int) Math.round(range.valueToJava2D(box.top(), area, up));
        graphics.drawImage(image, left, top, right - left, bottom - top, null);
    }
}
