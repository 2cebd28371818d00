package org.mandelspark.report;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.ui.TextAnchor;
import org.mandelspark.grid.Size;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Boxes.Box;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Row;

/** Heat map of the efficiency of units over their width and height, each with the schedule that suits it best. */
final class UnitsPlot {
    static final String NAME = "units";
    private static final int CELL_WIDTH = 116;
    private static final int CELL_HEIGHT = 72;
    private static final int LEAST_WIDTH = 640;
    private static final int BESIDE_CELLS = 140;
    private static final int ABOVE_CELLS = 150;

    /** Half of the side of a cell, where its neighbours are 1 away. */
    private static final double HALF = 0.48;

    /** Distance of the lines of text in a cell. */
    private static final double LINE = 0.27;

    private static final Color LEAST = new Color(0xDCE9F6);
    private static final Color MOST = new Color(0x08457E);

    /** Share of the range from which on a cell is so dark that its text is white. */
    private static final double DARK = 0.6;

    private final BalanceResult result;
    private final List<Row> rows;

    UnitsPlot(BalanceResult result) {
        this.result = result;
        this.rows = result.bestOfUnits();
    }

    /** The plot; nothing where there is one unit only. */
    Optional<Plot> plot() {
        return result.hasSeveralUnits() ? Optional.of(draw()) : Optional.empty();
    }

    private Plot draw() {
        List<Integer> widths = sorted(rows.stream().mapToInt(row -> size(row).width()));
        List<Integer> heights = sorted(rows.stream().mapToInt(row -> size(row).height()));
        Layers layers = new Layers(
                Axes.names("width of the unit, in pixels", texts(widths)),
                Axes.names("height of the unit, in pixels", texts(heights)));
        layers.plot().setDomainGridlinesVisible(false);
        layers.plot().setRangeGridlinesVisible(false);
        double low = rows.stream().mapToDouble(Row::efficiency).min().orElseThrow();
        double high = rows.stream().mapToDouble(Row::efficiency).max().orElseThrow();
        for (Row row : rows) {
            double x = widths.indexOf(size(row).width());
            double y = heights.indexOf(size(row).height());
            double share = high > low ? (row.efficiency() - low) / (high - low) : 1;
            Color text = share < DARK ? PlotStyle.TEXT : Color.WHITE;
            layers.boxes(Layers.UNNAMED, between(share), List.of(new Box(x - HALF, x + HALF, y - HALF, y + HALF)))
                    .text(Format.percent(row.efficiency()) + "%", new Point(x, y + LINE), text, TextAnchor.CENTER)
                    .text(Format.seconds(row.seconds().median()) + " s", new Point(x, y), text, TextAnchor.CENTER)
                    .text(row.schedule(), new Point(x, y - LINE), text, TextAnchor.CENTER);
        }
        return new Plot(
                CaptionText.title("Efficiency by unit of work", result.problem()),
                List.of(
                        "Darker is more efficient; below the efficiency stand the median time and its schedule, the fastest of"
                                + " that unit. " + fastest(),
                        (hasRows() ? "A unit as wide as the picture and one pixel high is a row. " : "")
                                + CaptionText.origin(result)),
                layers.plot(),
                Plot.Legend.NONE,
                Math.max(LEAST_WIDTH, BESIDE_CELLS + CELL_WIDTH * widths.size()),
                ABOVE_CELLS + CELL_HEIGHT * heights.size());
    }

    private String fastest() {
        Row best = result.best();
        return "Lowest median: %s s with unit %s."
                .formatted(Format.seconds(best.seconds().median()), best.unit().label());
    }

    private boolean hasRows() {
        return rows.stream().anyMatch(row -> row.median().units().areRows());
    }

    private static Size size(Row row) {
        return row.median().units().unit();
    }

    private static List<Integer> sorted(IntStream sides) {
        return sides.sorted().distinct().boxed().toList();
    }

    private static List<String> texts(List<Integer> sides) {
        return sides.stream().map(String::valueOf).toList();
    }

    private static Color between(double share) {
        return new Color(
                mixed(LEAST.getRed(), MOST.getRed(), share),
                mixed(LEAST.getGreen(), MOST.getGreen(), share),
                mixed(LEAST.getBlue(), MOST.getBlue(), share));
    }

    private static int mixed(int least, int most, double share) {
        return (int) Math.round(least + share * (most - least));
    }
}
