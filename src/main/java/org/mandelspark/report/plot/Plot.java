package org.mandelspark.report.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.svg.MeetOrSlice;
import org.jfree.svg.PreserveAspectRatio;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;
import org.mandelspark.files.StudyFolder;

/**
 * A chart with what it says of itself, as files and as part of a page. The only class that knows what draws SVG.
 *
 * @param title what is shown, of which view
 * @param sentences at least one: the first states what to see, the others how it came about
 * @param body what is drawn
 * @param legend what its colours mean
 * @param width in points
 * @param height in points, with title and sentences
 */
public record Plot(String title, List<String> sentences, XYPlot body, Legend legend, int width, int height) {
    public Plot {
        sentences = List.copyOf(sentences);
    }

    /** Pixels a point: sharp on dense screens and on paper. */
    private static final int PNG_SCALE = 2;

    private static final String SVG = ".svg";
    private static final String PNG = ".png";

    /** Hundredths of a point: finer than any screen, and a third of the characters. */
    private static final double SVG_GRAIN = 100;

    /** The names of some files, and after them those of plots. */
    public static List<String> names(List<String> files, List<String> plots) {
        return Stream.concat(files.stream(), plots.stream().flatMap(name -> Stream.of(name + SVG, name + PNG)))
                .toList();
    }

    /** Writes both files of this plot. */
    public void writeTo(StudyFolder folder, String name) throws IOException {
        folder.write(name + SVG, this::writeSvg);
        folder.write(name + PNG, this::writePng);
    }

    public void writeSvg(OutputStream out) throws IOException {
        SVGGraphics2D svg = new SVGGraphics2D(width, height);
        // Without it names within the file begin with the time.
        svg.setDefsKeyPrefix("");
        draw(svg, PlotStyle.chart(this), height);
        out.write(svg.getSVGDocument().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same as an element of a page, without the title and the sentences, which the page itself shows.
     *
     * @param id of what it refers to within itself; another on the page must have another
     */
    public String element(String id) {
        int bare = height - PlotStyle.HEADING;
        SVGGraphics2D svg = new SVGGraphics2D(width, bare);
        svg.setDefsKeyPrefix(id + "-");
        draw(svg, PlotStyle.bareChart(this), bare);
        return svg.getSVGElement(
                id, false, new ViewBox(0, 0, width, bare), PreserveAspectRatio.XMID_YMID, MeetOrSlice.MEET);
    }

    private void draw(SVGGraphics2D svg, JFreeChart chart, int drawnHeight) {
        svg.setGeomDoubleConverter(Plot::rounded);
        svg.setTransformDoubleConverter(Plot::rounded);
        chart.draw(svg, new Rectangle2D.Double(0, 0, width, drawnHeight));
    }

    public void writePng(OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.scale(PNG_SCALE, PNG_SCALE);
            PlotStyle.chart(this).draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        ImageIO.write(image, "png", out);
    }

    private static String rounded(double value) {
        double rounded = Math.rint(value * SVG_GRAIN) / SVG_GRAIN;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    /**
     * Meaning of colours and shapes.
     *
     * @param items one for each, none for no legend
     * @param side of the plot where they stand
     */
    public record Legend(List<LegendItem> items, RectangleEdge side) {
        public static final Legend NONE = new Legend(List.of(), RectangleEdge.BOTTOM);

        public Legend {
            items = List.copyOf(items);
        }
    }
}
