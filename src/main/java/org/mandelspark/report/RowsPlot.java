package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.mandelspark.grid.Size;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Boxes.Box;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Panels;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.Raster;
import org.mandelspark.study.CountsSample;
import org.mandelspark.study.RowCost;
import org.mandelspark.workload.Problem;

/**
 * Plot that shows why one cut is even and another is not: the view coloured by cost, next to it on the same level the
 * cost of each row, and who computed it.
 */
final class RowsPlot {
    static final String NAME = "rows";
    private static final int CURVE_WIDTH = 300;
    private static final int LONE_CURVE_WIDTH = 560;
    private static final int STRIP_WIDTH = 54;
    private static final int LEGEND_HEIGHT = 50;
    private static final double HALF_STRIP = 0.42;

    private final Problem<?> problem;
    private final Optional<CountsSample> picture;
    private final RowCostFiles costs;
    private final int rows;
    private final List<Ownership> owners;
    private final String origin;

    /** The plot; nothing without rows. */
    static Optional<Plot> of(
            Problem<?> problem,
            Optional<CountsSample> picture,
            List<RowCost> rowCosts,
            List<Ownership> owners,
            String origin) {
        return rowCosts.isEmpty()
                ? Optional.empty()
                : Optional.of(new RowsPlot(problem, picture, rowCosts, owners, origin).plot());
    }

    /**
     * A plot.
     *
     * @param problem what was computed
     * @param picture its points, if they are known
     * @param rowCosts what its rows cost
     * @param owners who computed them, in the order of the strips
     * @param origin whether that was measured, and where
     */
    private RowsPlot(
            Problem<?> problem,
            Optional<CountsSample> picture,
            List<RowCost> rowCosts,
            List<Ownership> owners,
            String origin) {
        this.problem = problem;
        this.picture = picture;
        this.costs = new RowCostFiles(rowCosts);
        this.rows = rowCosts.size();
        this.owners = List.copyOf(owners);
        this.origin = origin;
    }

    private Plot plot() {
        Panels panels = new Panels(problem.rowLabel(), problem.rows());
        List<LegendItem> legend = new ArrayList<>();
        picture.ifPresent(sample -> {
            Layers shown = costPicture(panels, sample);
            panels.add(shown, Panels.pictureWidth(sample.view().size()));
            legend.addAll(shown.legend());
        });
        Layers curve = costs.curve(panels.rows());
        panels.add(curve, picture.isPresent() ? CURVE_WIDTH : LONE_CURVE_WIDTH);
        legend.addAll(curve.legend());
        if (!owners.isEmpty()) {
            panels.add(strips(panels), STRIP_WIDTH * owners.size());
        }
        return panels.plot(
                CaptionText.title("Cost by row", problem),
                List.of(costs.sentence(), explained()),
                new Plot.Legend(legend, RectangleEdge.BOTTOM),
                LEGEND_HEIGHT);
    }

    private String explained() {
        String strips = owners.isEmpty()
                ? ""
                : "The strips show who computed a row: a colour is a worker (they repeat after ten), one even tone rows of"
                        + " all in turn, white lines are borders of chunks. ";
        return strips + origin;
    }

    private static Layers costPicture(Panels panels, CountsSample sample) {
        CostColours colours = CostColours.of(sample);
        Size size = sample.view().size();
        Layers layers = new Layers(Panels.columns("column", size), panels.rows());
        layers.annotation(new Raster(
                colours.image(sample, Panels.HEIGHT, Panels.HEIGHT), new Box(0, size.width(), 0, size.height())));
        List<Double> marks = colours.marks();
        for (int i = 0; i < marks.size(); i++) {
            String unit = i == marks.size() - 1 ? " iterations" : "";
            Panels.mark(layers, CostColours.text(marks.get(i)) + unit, colours.of(marks.get(i)));
        }
        return layers;
    }

    private Layers strips(Panels panels) {
        SymbolAxis names = Axes.names(null, owners.stream().map(Ownership::name).toList());
        names.setVerticalTickLabels(true);
        Layers layers = new Layers(names, panels.rows());
        for (int strip = 0; strip < owners.size(); strip++) {
            double left = strip - HALF_STRIP;
            double right = strip + HALF_STRIP;
            Ownership owner = owners.get(strip);
            layers.annotation(new Raster(owner.strip(), new Box(left, right, 0, rows)));
            layers.boxes(Layers.UNNAMED, Color.WHITE, owner.borders(left, right));
        }
        return layers;
    }
}
