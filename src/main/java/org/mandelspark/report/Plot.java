package org.mandelspark.report;

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
import org.jfree.svg.SVGGraphics2D;
import org.mandelspark.output.StudyFolder;

/**
 * A chart as files. The only class that knows what draws SVG.
 *
 * @param chart what is drawn
 * @param width in points
 * @param height in points
 */
record Plot(JFreeChart chart, int width, int height) {
    /** Pixels a point: sharp on dense screens and on paper. */
    private static final int PNG_SCALE = 2;

    private static final String SVG = ".svg";
    private static final String PNG = ".png";

    /** Hundredths of a point: finer than any screen, and a third of the characters. */
    private static final double SVG_GRAIN = 100;

    /** The names of some files, and after them those of plots. */
    static List<String> names(List<String> files, List<String> plots) {
        return Stream.concat(files.stream(), plots.stream().flatMap(name -> Stream.of(name + SVG, name + PNG)))
                .toList();
    }

    /** Writes both files of this plot. */
    void writeTo(StudyFolder folder, String name) throws IOException {
        folder.write(name + SVG, this::writeSvg);
        folder.write(name + PNG, this::writePng);
    }

    void writeSvg(OutputStream out) throws IOException {
        SVGGraphics2D svg = new SVGGraphics2D(width, height);
        svg.setGeomDoubleConverter(Plot::rounded);
        svg.setTransformDoubleConverter(Plot::rounded);
        chart.draw(svg, area());
        out.write(svg.getSVGDocument().getBytes(StandardCharsets.UTF_8));
    }

    void writePng(OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.scale(PNG_SCALE, PNG_SCALE);
            chart.draw(graphics, area());
        } finally {
            graphics.dispose();
        }
        ImageIO.write(image, "png", out);
    }

    private static String rounded(double value) {
        double rounded = Math.rint(value * SVG_GRAIN) / SVG_GRAIN;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    private Rectangle2D area() {
        return new Rectangle2D.Double(0, 0, width, height);
    }
}
