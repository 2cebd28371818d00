package org.mandelspark.report;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.zip.CRC32;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;
import org.mandelspark.report.plot.Boxes;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.Raster;

/** The data that a plot shows, as text: one line for each layer, without colours, sizes and words. */
final class PlotSeries {
    /** Longer series are told by their ends and a checksum of all. */
    private static final int SHOWN = 16;

    private PlotSeries() {}

    /** Lines of text, none of which depends on how the plot is drawn. */
    static List<String> of(Plot plot) {
        List<String> lines = new ArrayList<>();
        add(plot.body(), lines);
        return lines;
    }

    private static void add(XYPlot plot, List<String> lines) {
        if (plot instanceof CombinedRangeXYPlot combined) {
            panels(combined.getSubplots(), lines);
        } else if (plot instanceof CombinedDomainXYPlot combined) {
            panels(combined.getSubplots(), lines);
        } else {
            lines.add("  " + axis(plot.getDomainAxis()) + " by " + axis(plot.getRangeAxis()));
            for (int i = 0; i < plot.getDatasetCount(); i++) {
                XYDataset dataset = plot.getDataset(i);
                if (dataset != null) {
                    for (int series = 0; series < dataset.getSeriesCount(); series++) {
                        lines.add("  points " + points(dataset, series));
                    }
                }
            }
            for (Object annotation : plot.getAnnotations()) {
                lines.add("  " + text((XYAnnotation) annotation));
            }
        }
    }

    private static void panels(List<?> panels, List<String> lines) {
        panels.forEach(panel -> add((XYPlot) panel, lines));
    }

    private static String axis(ValueAxis axis) {
        return axis == null ? "shared" : numbers(axis.getLowerBound(), axis.getUpperBound());
    }

    private static String points(XYDataset dataset, int series) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < dataset.getItemCount(series); i++) {
            points.add(
                    dataset instanceof IntervalXYDataset intervals
                            ? numbers(
                                    dataset.getXValue(series, i),
                                    intervals.getStartXValue(series, i),
                                    intervals.getEndXValue(series, i),
                                    dataset.getYValue(series, i),
                                    intervals.getStartYValue(series, i),
                                    intervals.getEndYValue(series, i))
                            : numbers(dataset.getXValue(series, i), dataset.getYValue(series, i)));
        }
        return shortened(points);
    }

    private static String text(XYAnnotation annotation) {
        if (annotation instanceof Boxes boxes) {
            return "boxes "
                    + shortened(boxes.boxes().stream().map(PlotSeries::box).toList());
        }
        if (annotation instanceof Raster raster) {
            BufferedImage image = raster.image();
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            CRC32 crc = new CRC32();
            for (int pixel : pixels) {
                crc.update(pixel >>> 16);
                crc.update(pixel >>> 8);
                crc.update(pixel);
            }
            return "picture %dx%d %08x in %s"
                    .formatted(image.getWidth(), image.getHeight(), crc.getValue(), box(raster.box()));
        }
        if (annotation instanceof XYTextAnnotation word) {
            return "text at " + numbers(word.getX(), word.getY());
        }
        return annotation.getClass().getSimpleName();
    }

    private static String box(Boxes.Box box) {
        return numbers(box.left(), box.right(), box.bottom(), box.top());
    }

    private static String shortened(List<String> items) {
        if (items.size() <= SHOWN) {
            return String.join("; ", items);
        }
        CRC32 crc = new CRC32();
        items.forEach(item -> crc.update((item + ";").getBytes(StandardCharsets.UTF_8)));
        return "%s; … %d, checksum %08x …; %s"
                .formatted(items.get(0), items.size(), crc.getValue(), items.get(items.size() - 1));
    }

    private static String numbers(double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.6g", value))
                .collect(Collectors.joining(" ", "(", ")"));
    }
}
