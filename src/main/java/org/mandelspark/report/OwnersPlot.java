package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.mandelspark.grid.RowRange;
import org.mandelspark.report.Boxes.Box;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Row;

/** What each row costs, and below it who computed it, with the borders of chunks: why the one cut is even and another is not. */
final class OwnersPlot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 520;
    private static final double GAP = 16;
    private static final double HALF_STRIP = 0.42;

    /** More borders than this would be all that is seen. */
    private static final int MOST_BORDERS = 200;

    /** Width of a border, as a part of all rows. */
    private static final double BORDER = 0.0012;

    private final BalanceResult result;
    private final int rows;

    OwnersPlot(BalanceResult result) {
        this.result = result;
        this.rows = result.rowCosts().size();
    }

    Plot plot() {
        RowCostFiles costs = new RowCostFiles(result.rowCosts());
        Layers curve = costs.curve();
        List<Row> shown = Stream.concat(
                        BalanceAdvice.row(result, BalanceAdvice.STATIC).stream(), Stream.of(result.best()))
                .distinct()
                .toList();
        ValueAxis across = curve.plot().getDomainAxis();
        SymbolAxis names = Axes.names(null, shown.stream().map(Row::schedule).toList());
        names.setInverted(true);
        Layers owners = new Layers(across, names);
        for (int strip = 0; strip < shown.size(); strip++) {
            draw(owners, strip, shown.get(strip));
        }
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(across);
        both.setGap(GAP);
        both.add(curve.plot(), 5);
        both.add(owners.plot(), shown.size());
        return new Plot(
                PlotStyle.chart(
                        Captions.title(
                                "What rows cost and who computed them",
                                result.request().subject().view()),
                        List.of(
                                costs.sentence(),
                                "Below, the colour of a row is its worker (they repeat after ten), white lines are borders of"
                                        + " chunks. " + Captions.origin(result)),
                        both,
                        curve.legend(),
                        RectangleEdge.BOTTOM),
                WIDTH,
                HEIGHT);
    }

    private void draw(Layers layers, int strip, Row row) {
        Lanes lanes = Lanes.of(row);
        List<List<Box>> boxes = new ArrayList<>();
        IntStream.range(0, lanes.workers()).forEach(worker -> boxes.add(new ArrayList<>()));
        List<Box> borders = new ArrayList<>();
        for (int chunk = 0; chunk < lanes.spans().size(); chunk++) {
            RowRange range = row.median().chunks().get(chunk).rows();
            List<Box> own = boxes.get(lanes.spans().get(chunk).worker());
            if (range.stride() == 1 && !range.wraps()) {
                own.add(box(strip, range.first(), range.first() + range.count()));
                if (range.first() > 0) {
                    borders.add(box(strip, range.first() - BORDER * rows / 2, range.first() + BORDER * rows / 2));
                }
            } else {
                for (int k = 0; k < range.count(); k++) {
                    own.add(box(strip, range.row(k), range.row(k) + 1));
                }
            }
        }
        for (int worker = 0; worker < boxes.size(); worker++) {
            layers.boxes(Layers.UNNAMED, PlotStyle.slot(worker), boxes.get(worker));
        }
        if (borders.size() <= MOST_BORDERS) {
            layers.boxes(Layers.UNNAMED, Color.WHITE, borders);
        }
    }

    private static Box box(int strip, double from, double to) {
        return new Box(from, to, strip - HALF_STRIP, strip + HALF_STRIP);
    }
}
