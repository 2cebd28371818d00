package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.mandelspark.measure.Histogram;
import org.mandelspark.measure.HistogramBuilder;
import org.mandelspark.measure.Imbalance;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Boxes.Box;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Row;
import org.mandelspark.study.CountsSample;
import org.mandelspark.study.RowCost;

/**
 * Distribution of iterations over pixels, over rows or tiles, and over chunks, as a table and as histograms one below another.
 */
final class HistogramFiles {
    static final String CSV = "histogram.csv";
    static final String PLOT = "histogram";
    private static final int WIDTH = 860;
    private static final int BESIDE_PANELS = 140;
    private static final int PANEL_HEIGHT = 130;
    private static final double GAP = 12;

    /** The spike is in no other bin, though the range of one goes over it. */
    record CountedBin(String what, long low, long high, long count, boolean isSpike) {}

    static final Columns<CountedBin> COLUMNS = new Columns<CountedBin>()
            .stored("what", CountedBin::what)
            .stored("low_iterations", CountedBin::low)
            .stored("high_iterations", CountedBin::high)
            .stored("count", CountedBin::count)
            .stored("spike", CountedBin::isSpike);

    /** Position at which 0 is drawn on an axis that has none. */
    private static final double ZERO = 0.5;

    /** Factor that keeps neighbouring bars from touching. */
    private static final double NARROWER = 1.03;

    /** Factor that leaves room for a line of text above the highest bar. */
    private static final double HEADROOM = 1.4;

    private static final Color SPIKE = PlotStyle.colour(1);

    private final BalanceResult result;

    HistogramFiles(BalanceResult result) {
        this.result = result;
    }

    /** Bins of pixels, rows and chunks, and of what was counted most if that is its own bin. */
    List<CountedBin> bins() {
        List<CountedBin> bins = new ArrayList<>();
        result.picture().ifPresent(picture -> add(bins, "pixel", picture.histogram()));
        if (!result.rowCosts().isEmpty()) {
            add(bins, result.unitNoun(), perRow());
        }
        result.rows().forEach(row -> add(bins, row.schedule(), row.chunkIterations()));
        return bins;
    }

    private static void add(List<CountedBin> bins, String what, Histogram histogram) {
        for (Histogram.Bin bin : histogram.bins()) {
            bins.add(new CountedBin(what, bin.low(), bin.high(), bin.count(), false));
        }
        if (histogram.spike().isPresent()) {
            long spike = histogram.spike().getAsLong();
            bins.add(new CountedBin(what, spike, spike, histogram.spikeCount(), true));
        }
    }

    Plot plot() {
        List<Panel> panels = panels();
        double most = panels.stream()
                .flatMap(panel -> panel.histogram().bins().stream())
                .mapToDouble(bin -> bin.high() + 1.0)
                .max()
                .orElse(1);
        ValueAxis across = Axes.octaves("iterations (each bar: twice as many as the one before)", ZERO, most);
        // The last label is in the middle of its tick, and needs room beyond.
        across.setUpperBound(2 * across.getUpperBound());
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(across);
        all.setGap(GAP);
        panels.forEach(panel -> all.add(draw(across, panel).plot(), 1));
        return new Plot(
                CaptionText.title("From pixels to chunks", result.problem()),
                List.of(
                        sentence(panels),
                        "Share of all pixels, %ss or chunks. ".formatted(result.unitNoun())
                                + CaptionText.origin(result)),
                all,
                Plot.Legend.NONE,
                WIDTH,
                BESIDE_PANELS + PANEL_HEIGHT * panels.size());
    }

    private List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        result.picture().ifPresent(picture -> panels.add(pixels(picture)));
        if (!result.rowCosts().isEmpty()) {
            panels.add(new Panel(
                    result.unitNoun() + "s",
                    "",
                    PlotStyle.REFERENCE,
                    perRow(),
                    lif(result.rowCosts().stream()
                            .mapToDouble(RowCost::iterations)
                            .toArray())));
        }
        Stream.concat(BalanceAdvice.row(result, BalanceAdvice.STATIC).stream(), Stream.of(result.best()))
                .distinct()
                .forEach(row -> panels.add(new Panel(
                        "chunks",
                        row.schedule(),
                        ScheduleColours.of(row.schedule()),
                        row.chunkIterations(),
                        lif(chunkIterations(row)))));
        return panels;
    }

    private static Panel pixels(CountsSample picture) {
        Histogram pixels = picture.histogram();
        double iterations =
                Arrays.stream(picture.counts()).mapToDouble(count -> count).sum();
        double most = pixels.spikeCount() > 0
                ? pixels.spike().getAsLong()
                : pixels.bins().get(pixels.bins().size() - 1).high();
        return new Panel(
                picture.isWhole() ? "pixels" : "sampled pixels",
                "",
                PlotStyle.REFERENCE,
                pixels,
                most * pixels.total() / Math.max(1, iterations));
    }

    private static double[] chunkIterations(Row row) {
        return row.median().chunks().stream()
                .map(ChunkTiming::work)
                .mapToDouble(work -> work.iterations())
                .toArray();
    }

    /** The load imbalance; where nothing iterates, everything is even. */
    private static double lif(double[] loads) {
        return Arrays.stream(loads).allMatch(load -> load == 0)
                ? 1
                : Imbalance.of(loads).lif();
    }

    private static String sentence(List<Panel> panels) {
        List<String> parts = panels.stream()
                .map(panel -> "%s of %s".formatted(Format.ratio(panel.maxOverMean()), panel.title()))
                .toList();
        return "A narrower histogram is more even. Most iterations over the mean: " + String.join(", ", parts) + ".";
    }

    private static Layers draw(ValueAxis across, Panel panel) {
        Histogram histogram = panel.histogram();
        double total = Math.max(1, histogram.total());
        double high = histogram.spikeCount() / total;
        List<Box> bars = new ArrayList<>();
        for (Histogram.Bin bin : histogram.bins()) {
            double share = bin.count() / total;
            high = Math.max(high, share);
            bars.add(new Box(Math.max(ZERO, (double) bin.low()) * NARROWER, (bin.high() + 1.0) / NARROWER, 0, share));
        }
        Layers layers = new Layers(across, Axes.low(Axes.share(panel.what(), high * HEADROOM)))
                .boxes(Layers.UNNAMED, panel.colour(), bars);
        if (histogram.spikeCount() > 0) {
            double spike = histogram.spike().getAsLong();
            double share = histogram.spikeCount() / total;
            layers.boxes(
                            Layers.UNNAMED,
                            SPIKE,
                            List.of(new Box(spike / NARROWER / NARROWER, spike * NARROWER * NARROWER, 0, share)))
                    .text(
                            "  never escape: %s%% of the pixels".formatted(Format.percent(share)),
                            new Point(spike * NARROWER * NARROWER, share),
                            SPIKE,
                            TextAnchor.TOP_LEFT);
        }
        return layers.text(
                String.format(Locale.ROOT, " %s (%,d)", panel.title(), histogram.total()),
                new Point(across.getLowerBound(), high * HEADROOM),
                PlotStyle.TEXT,
                TextAnchor.TOP_LEFT);
    }

    private Histogram perRow() {
        HistogramBuilder histogram = HistogramBuilder.powersOfTwo();
        result.rowCosts().forEach(row -> histogram.add(row.iterations(), 1));
        return histogram.build();
    }

    /** A histogram, what is counted in it, and how uneven that is. */
    private record Panel(String what, String schedule, Color colour, Histogram histogram, double maxOverMean) {
        String title() {
            return schedule.isEmpty() ? what : what + " of " + schedule;
        }
    }
}
