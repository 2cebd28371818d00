package org.mandelspark.report.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.mandelspark.measure.Interval;
import org.mandelspark.measure.Spread;
import org.mandelspark.report.plot.Layers.Median;
import org.mandelspark.report.plot.Layers.Point;

/** Configurations below each other: for each its median with interval, and a bit lower every repeat. */
public final class RepeatsPlot {
    private static final int WIDTH = 860;
    private static final int ROW_HEIGHT = 34;
    private static final int BESIDE_ROWS = 140;

    /** Distance of a repeat below its median, in rows. */
    private static final double BELOW = 0.27;

    private RepeatsPlot() {}

    /**
     * The plot alone.
     *
     * @param across axis of the values
     */
    public static XYPlot of(ValueAxis across, List<Line> lines) {
        SymbolAxis names = Axes.names(null, lines.stream().map(Line::label).toList());
        names.setInverted(true);
        Layers layers = new Layers(across, names);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double y = i;
            double median = line.spread().median();
            Interval interval = line.spread().interval().orElse(new Interval(median, median));
            layers.dots(
                            Layers.UNNAMED,
                            PlotStyle.faint(line.colour()),
                            Layers.SMALL,
                            line.repeats().stream()
                                    .map(value -> new Point(value, y + BELOW))
                                    .toList())
                    .medians(
                            Layers.UNNAMED,
                            line.colour(),
                            List.of(new Median(new Point(median, y), interval.low(), interval.high(), y, y)));
        }
        return layers.plot();
    }

    /** The whole chart, as high as its lines need. */
    public static Plot chart(String title, List<String> subtitles, ValueAxis across, List<Line> lines) {
        return new Plot(
                title, subtitles, of(across, lines), Plot.Legend.NONE, WIDTH, BESIDE_ROWS + ROW_HEIGHT * lines.size());
    }

    /**
     * A configuration.
     *
     * @param label its name
     * @param colour of all its dots
     * @param spread its median, in the unit of the axis
     * @param repeats every value, in the same unit
     */
    public record Line(String label, Color colour, Spread spread, List<Double> repeats) {
        public static Line of(String label, Color colour, double[] repeats) {
            return new Line(
                    label,
                    colour,
                    Spread.of(repeats),
                    Arrays.stream(repeats).boxed().toList());
        }
    }
}
