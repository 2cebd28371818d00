package org.mandelspark.report;

import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Row;

/**
 * Efficiency, and below it the imbalance, against the partition factor: a curve for each rule that was cut with several
 * factors, a level line for each other.
 */
final class FactorPlot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final double GAP = 24;

    private final BalanceResult result;
    private final List<Curve> curves;

    FactorPlot(BalanceResult result) {
        this.result = result;
        this.curves = curves(result.rows());
    }

    /** The plot; nothing where no rule was cut with several factors, because it would have nothing to compare. */
    Optional<Plot> plot() {
        return curves.stream().anyMatch(curve -> curve.rows().size() > 1) ? Optional.of(draw()) : Optional.empty();
    }

    private Plot draw() {
        double most = result.rows().stream()
                .mapToInt(row -> row.factor().orElse(1))
                .max()
                .orElse(1);
        ValueAxis factor = Axes.doublings("partition factor K: chunks a worker", most);
        Layers efficiency = draw(factor, Axes.percent("efficiency", highest(Row::efficiency)), Row::efficiency);
        Layers imbalance = draw(factor, Axes.fromZero("imbalance λ", highest(Row::imbalance)), Row::imbalance);
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(factor);
        both.setGap(GAP);
        both.add(efficiency.plot(), 3);
        both.add(imbalance.plot(), 2);
        Row best = curves.get(0).best();
        return new Plot(
                CaptionText.title("Load balance", result.problem()),
                List.of(
                        "Upper panel: higher is better. Lower panel: lower is better. Here %s keeps %s busy for %s%% of the time, λ = %s."
                                .formatted(
                                        best.schedule(),
                                        Format.count(best.workers(), "worker"),
                                        Format.percent(best.efficiency()),
                                        Format.ratio(best.imbalance())),
                        "Curves: rules with several factors; level lines: all others; each of one run, %s. %s"
                                .formatted(CaptionText.ONE_RUN, CaptionText.origin(result))),
                both,
                new Plot.Legend(efficiency.legend(), RectangleEdge.RIGHT),
                WIDTH,
                HEIGHT);
    }

    private double highest(ToDoubleFunction<Row> figure) {
        return result.rows().stream().mapToDouble(figure).max().orElseThrow();
    }

    private Layers draw(ValueAxis factor, ValueAxis up, ToDoubleFunction<Row> figure) {
        Layers layers = new Layers(factor, up);
        for (Curve curve : curves) {
            Color colour = ScheduleColours.of(curve.rule());
            List<Point> points = curve.rows().stream()
                    .map(row -> new Point(row.factor().orElse(1), figure.applyAsDouble(row)))
                    .toList();
            if (points.size() == 1) {
                double y = points.get(0).y();
                List<Point> level = List.of(new Point(factor.getLowerBound(), y), new Point(factor.getUpperBound(), y));
                layers.line(curve.name(), colour, curve.stroke(), level);
            } else {
                layers.line(curve.name(), colour, curve.stroke(), points)
                        .dots(Layers.UNNAMED, colour, Layers.LARGE, points);
            }
        }
        return layers;
    }

    /** The curve that reaches highest first, as the legend lists them. */
    private static List<Curve> curves(List<Row> rows) {
        Map<String, List<Row>> byRule = new LinkedHashMap<>();
        for (Row row : rows) {
            String rule = row.factor().isPresent() ? CaptionText.family(row.schedule()) : row.schedule();
            byRule.computeIfAbsent(rule, unused -> new ArrayList<>()).add(row);
        }
        List<Curve> curves = new ArrayList<>();
        Map<Color, Integer> ofColour = new HashMap<>();
        byRule.forEach((rule, members) -> {
            members.sort(Comparator.comparingInt(row -> row.factor().orElse(1)));
            int sameColour = ofColour.merge(ScheduleColours.of(rule), 1, Integer::sum) - 1;
            curves.add(new Curve(rule, members, PlotStyle.stroke(members.size() == 1 ? sameColour + 1 : sameColour)));
        });
        curves.sort(Comparator.comparingDouble(curve -> -curve.best().efficiency()));
        return curves;
    }

    private record Curve(String rule, List<Row> rows, Stroke stroke) {
        Row best() {
            return rows.stream()
                    .max(Comparator.comparingDouble(Row::efficiency))
                    .orElseThrow();
        }

        String name() {
            return rows.size() == 1
                    ? "%s %s%%".formatted(best().schedule(), Format.percent(best().efficiency()))
                    : "%s, best %s%% at K = %d"
                            .formatted(
                                    rule,
                                    Format.percent(best().efficiency()),
                                    best().factor().orElse(1));
        }
    }
}
