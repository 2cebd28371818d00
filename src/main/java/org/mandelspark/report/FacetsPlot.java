package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Boxes.Box;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.SweepAxis;

/** Efficiency of all configurations, a panel for each study, side by side on one axis of configurations. */
final class FacetsPlot {
    private static final int PANEL = 190;
    private static final int BESIDE = 150;
    private static final int LINE = 26;
    private static final int BELOW = 60;
    private static final int LEAST_WIDTH = 640;
    private static final double GAP = 28;

    /** Half of the height of a bar, where its neighbours are 1 away. */
    private static final double HALF = 0.4;

    /** Share of an axis from which on a bar has room for its text. */
    private static final double ROOMY = 0.35;

    private static final double BESIDE_BAR = 0.02;

    private final List<Facet> facets;
    private final List<String> names;
    private final double most;

    FacetsPlot(List<Facet> facets) {
        this.facets = facets;
        this.names = names(facets);
        this.most = facets.stream()
                .flatMap(facet -> facet.lines().stream())
                .mapToDouble(Facet.Line::efficiency)
                .max()
                .orElseThrow();
    }

    /** All names, the first on top. */
    private static List<String> names(List<Facet> facets) {
        List<String> names = new ArrayList<>(facets.stream()
                .flatMap(facet -> facet.lines().stream())
                .map(Facet.Line::name)
                .distinct()
                .toList());
        Collections.reverse(names);
        return names;
    }

    /**
     * The plot.
     *
     * @param title what is shown
     * @param axis what differs from panel to panel
     */
    Plot plot(String title, SweepAxis axis) {
        SymbolAxis configurations = Axes.names("", names);
        CombinedRangeXYPlot panels = new CombinedRangeXYPlot(configurations);
        panels.setGap(GAP);
        facets.forEach(facet -> panels.add(panel(facet, axis.describe(facet.computation()), configurations)));
        return new Plot(
                title,
                List.of(
                        "Longer is better: efficiency, with the median time. Each panel is a study of its own.",
                        facets.stream().map(Facet::origin).distinct().collect(Collectors.joining(" "))),
                panels,
                Plot.Legend.NONE,
                Math.max(LEAST_WIDTH, BESIDE + PANEL * facets.size()),
                PlotStyle.HEADING + BELOW + LINE * Math.max(3, names.size()));
    }

    private XYPlot panel(Facet facet, String heading, SymbolAxis configurations) {
        NumberAxis efficiency = Axes.low(Axes.percent(heading, most));
        Layers layers = new Layers(efficiency, configurations);
        for (Facet.Line line : facet.lines()) {
            int y = names.indexOf(line.name());
            boolean isRoomy = line.efficiency() > ROOMY;
            layers.boxes(Layers.UNNAMED, line.colour(), List.of(new Box(0, line.efficiency(), y - HALF, y + HALF)))
                    .text(
                            Format.seconds(line.seconds().median()) + " s",
                            new Point(isRoomy ? BESIDE_BAR : line.efficiency() + BESIDE_BAR, y),
                            isRoomy ? Color.WHITE : PlotStyle.TEXT,
                            TextAnchor.CENTER_LEFT);
        }
        return layers.plot();
    }
}
