package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.mandelspark.measure.Interval;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Median;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.ScalingResult.Row;

/** A scaling study drawn against the number of workers: times, speedups, efficiencies. */
final class ScalingPlots {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 520;
    private static final double NANOS = 1e9;
    private static final int CURVE_POINTS = 200;

    /** Limit of figures next to points; more would lie on one another. */
    private static final int MOST_FIGURES = 12;

    /** Distance of a figure above its interval. */
    private static final double ABOVE = 0.01;

    private static final Color MEASURED = PlotStyle.colour(0);

    private final ScalingResult result;
    private final int most;
    private final Row last;

    ScalingPlots(ScalingResult result) {
        this.result = result;
        this.last = result.rows().get(result.rows().size() - 1);
        this.most = last.workers();
    }

    /** Seconds, both axes logarithmic: ideal scaling is a straight line. */
    Plot time() {
        List<Point> medians = points(row -> row.seconds().median());
        List<Point> ideal = points(this::idealSeconds);
        List<Point> bound = points(ScalingPlots::boundSeconds);
        List<Point> repeats = repeats();
        List<Double> heights = new ArrayList<>();
        List.of(medians, ideal, bound, repeats).forEach(points -> points.forEach(point -> heights.add(point.y())));
        Layers layers = new Layers(
                        Axes.doublings("workers", most),
                        Axes.octaves(
                                "seconds, from planning to the stitched array",
                                heights.stream().mapToDouble(y -> y).min().orElseThrow(),
                                heights.stream().mapToDouble(y -> y).max().orElseThrow()))
                .line("ideal: the time with 1 worker, shared out", PlotStyle.REFERENCE, Layers.DASHED, ideal)
                .line("no schedule of the median run's chunks is faster", PlotStyle.REFERENCE, Layers.DOTTED, bound)
                .line(Layers.UNNAMED, PlotStyle.faint(MEASURED), Layers.SOLID, medians)
                .dots("every repeat", PlotStyle.faint(MEASURED), Layers.SMALL, repeats)
                .medians(
                        withInterval("median", " and its 95% interval"),
                        MEASURED,
                        medians(
                                row -> row.seconds().median(),
                                row -> row.seconds()
                                        .interval()
                                        .orElse(new Interval(
                                                row.seconds().median(),
                                                row.seconds().median()))));
        return plot(
                "Time",
                "The distance of the dots from the dashed line is what scaling loses: with %s the median is %s s, ideal would be %s s."
                        .formatted(
                                Format.count(most, "worker"),
                                Format.seconds(last.seconds().median()),
                                Format.seconds(idealSeconds(last))),
                layers);
    }

    /** Speedup, both axes linear, with the laws that were fitted. */
    Plot speedup() {
        double highest = Math.max(
                most,
                result.rows().stream()
                        .mapToDouble(
                                row -> Math.max(interval(row, row.speedup()).high(), row.speedupOverSerial()))
                        .max()
                        .orElseThrow());
        Layers layers = new Layers(
                        Axes.wholeFromZero("workers", most),
                        Axes.fromZero(
                                result.request().mode() == Mode.WEAK ? "scaled speedup" : "speedup over 1 worker",
                                highest))
                .line("ideal", PlotStyle.REFERENCE, Layers.DASHED, curve(p -> p));
        result.amdahl()
                .ifPresent(fit -> layers.line(
                        String.format(
                                Locale.ROOT,
                                "Amdahl, serial fraction %.4f%s",
                                fit.serialFraction(),
                                result.rows().size() > 2 ? "" : ", no residual"),
                        PlotStyle.colour(1),
                        Layers.SOLID,
                        curve(fit::speedup)));
        result.usl()
                .ifPresent(fit -> layers.line(
                        String.format(Locale.ROOT, "USL, sigma %.4f, kappa %.6f", fit.contention(), fit.coherency()),
                        PlotStyle.colour(2),
                        Layers.DASHED,
                        curve(fit::speedup)));
        layers.dots("over the best single thread", PlotStyle.colour(4), Layers.LARGE, points(Row::speedupOverSerial))
                .medians(
                        withInterval("over the same engine with 1 worker", ", with the 95% interval of the time"),
                        MEASURED,
                        medians(Row::speedup, row -> interval(row, row.speedup())));
        return plot(
                "Speedup",
                "The dots should follow the dashed line; %s as fast as 1 worker, %s as fast as the best single thread."
                        .formatted(
                                Format.count(most, "worker") + (most == 1 ? " is " : " are ") + times(last.speedup()),
                                times(last.speedupOverSerial())),
                layers);
    }

    /** Efficiency, workers on a logarithmic axis. */
    Plot efficiency() {
        double highest = result.rows().stream()
                .mapToDouble(row -> Math.max(interval(row, row.efficiency()).high(), row.efficiencyOverSerial()))
                .max()
                .orElseThrow();
        Layers layers = new Layers(Axes.doublings("workers", most), Axes.percent("efficiency", highest))
                .line("ideal", PlotStyle.REFERENCE, Layers.DASHED, curve(p -> 1))
                .line(
                        "against the best single thread",
                        PlotStyle.colour(4),
                        Layers.SOLID,
                        points(Row::efficiencyOverSerial))
                .dots(Layers.UNNAMED, PlotStyle.colour(4), Layers.SMALL, points(Row::efficiencyOverSerial))
                .line(Layers.UNNAMED, PlotStyle.faint(MEASURED), Layers.SOLID, points(Row::efficiency))
                .medians(
                        withInterval("against the same engine with 1 worker", ", with the 95% interval of the time"),
                        MEASURED,
                        medians(Row::efficiency, row -> interval(row, row.efficiency())));
        if (result.rows().size() <= MOST_FIGURES) {
            result.rows()
                    .forEach(row -> layers.text(
                            Format.percent(row.efficiency()) + "%",
                            new Point(
                                    row.workers(),
                                    interval(row, row.efficiency()).high() + ABOVE),
                            MEASURED,
                            TextAnchor.BOTTOM_CENTER));
        }
        return plot(
                "Efficiency",
                "A level line is perfect scaling: with %s, %s%% of what as many single workers would do is left."
                        .formatted(Format.count(most, "worker"), Format.percent(last.efficiency())),
                layers);
    }

    private Plot plot(String what, String sentence, Layers layers) {
        return new Plot(
                CaptionText.title(what + " against workers", result.problem()),
                List.of(sentence, CaptionText.origin(result)),
                layers.plot(),
                new Plot.Legend(layers.legend(), RectangleEdge.BOTTOM),
                WIDTH,
                HEIGHT);
    }

    private List<Point> points(ToDoubleFunction<Row> y) {
        return result.rows().stream()
                .map(row -> new Point(row.workers(), y.applyAsDouble(row)))
                .toList();
    }

    private List<Median> medians(ToDoubleFunction<Row> y, Function<Row, Interval> interval) {
        return result.rows().stream()
                .map(row -> new Median(
                        new Point(row.workers(), y.applyAsDouble(row)),
                        row.workers(),
                        row.workers(),
                        interval.apply(row).low(),
                        interval.apply(row).high()))
                .toList();
    }

    /** A figure is inverse to the time, so the ends of its interval are swapped. The time of 1 worker counts as exact. */
    private static Interval interval(Row row, double figure) {
        double median = row.seconds().median();
        return row.seconds()
                .interval()
                .map(seconds -> new Interval(figure * median / seconds.high(), figure * median / seconds.low()))
                .orElse(new Interval(figure, figure));
    }

    private List<Point> repeats() {
        return result.runs().stream()
                .filter(run -> run.phase() == Phase.MEASURED
                        && !run.isVoid()
                        && run.engine().equals(result.request().engine().label()))
                .map(run -> new Point(run.workers(), run.totalSeconds()))
                .toList();
    }

    private List<Point> curve(IntToDoubleFunction y) {
        int step = Math.max(1, most / CURVE_POINTS);
        return IntStream.concat(IntStream.iterate(1, p -> p < most, p -> p + step), IntStream.of(most))
                .mapToObj(p -> new Point(p, y.applyAsDouble(p)))
                .toList();
    }

    private double idealSeconds(Row row) {
        double single = result.single().median();
        return result.request().mode() == Mode.WEAK ? single : single / row.workers();
    }

    /** Time that no schedule of the median run's chunks undercuts. */
    static double boundSeconds(Row row) {
        Run run = row.median();
        return run.bounds().lower() / NANOS;
    }

    /** A legend that promises an interval only where there is one. */
    private String withInterval(String what, String interval) {
        return result.rows().stream().anyMatch(row -> row.seconds().interval().isPresent()) ? what + interval : what;
    }

    private static String times(double ratio) {
        return Format.ratio(ratio) + " times";
    }
}
