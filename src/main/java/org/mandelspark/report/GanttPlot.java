package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.SymbolAxis;
import org.mandelspark.report.Boxes.Box;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Row;

/** What every worker did all the time, a strip for each schedule on one time axis: bars are chunks, grey is idle. */
final class GanttPlot {
    private static final int MOST_STRIPS = 8;
    private static final int WIDTH = 960;
    private static final int BESIDE_STRIPS = 150;
    private static final int LANE_HEIGHT = 14;
    private static final int LEAST_STRIP_HEIGHT = 44;
    private static final int MOST_STRIP_HEIGHT = 120;

    /** Part of a strip that its lanes fill, and part of a lane that a chunk fills. */
    private static final double FILLED = 0.86;

    private final BalanceResult result;
    private final List<Row> rows;

    GanttPlot(BalanceResult result) {
        this.result = result;
        this.rows = chosen(result);
    }

    /** The two that everybody knows and the best, then those that were asked for by name, then those with a factor. */
    static List<Row> chosen(BalanceResult result) {
        Row best = result.best();
        List<Row> ranked = Stream.of(
                        result.rows().stream()
                                .filter(row -> row.equals(best)
                                        || row.schedule().equals(BalanceAdvice.STATIC)
                                        || row.schedule().equals(BalanceAdvice.CYCLIC)),
                        result.rows().stream().filter(row -> row.factor().isEmpty()),
                        result.rows().stream())
                .flatMap(rows -> rows)
                .distinct()
                .limit(MOST_STRIPS)
                .toList();
        return result.rows().stream().filter(ranked::contains).toList();
    }

    Plot plot() {
        List<Lanes> lanes = rows.stream().map(Lanes::of).toList();
        double horizon = lanes.stream().mapToDouble(Lanes::endSeconds).max().orElseThrow();
        SymbolAxis names = Axes.names(
                null,
                rows.stream()
                        .map(row -> "%s %s%%".formatted(row.schedule(), Figures.percent(row.efficiency())))
                        .toList());
        names.setInverted(true);
        Layers layers = new Layers(Axes.fromZero("seconds since planning began", horizon), names);
        layers.plot().setRangeGridlinesVisible(false);
        for (int strip = 0; strip < rows.size(); strip++) {
            draw(
                    layers,
                    strip,
                    lanes.get(strip),
                    PlotStyle.schedule(rows.get(strip).schedule()));
        }
        int stripHeight = Math.min(
                MOST_STRIP_HEIGHT,
                Math.max(LEAST_STRIP_HEIGHT, LANE_HEIGHT * lanes.get(0).workers()));
        Row best = result.best();
        return new Plot(
                PlotStyle.chart(
                        Captions.title(
                                "Who computed what when",
                                result.request().subject().view()),
                        List.of(
                                "A lane is a worker, a bar a chunk, grey is idle: the shorter a strip and the less grey in it,"
                                        + " the better; %s ends first.".formatted(best.schedule()),
                                "The median run of %s, with its efficiency. %s"
                                        .formatted(
                                                rows.size() < result.rows().size()
                                                        ? rows.size() + " of "
                                                                + result.rows().size() + " schedules"
                                                        : "each schedule",
                                                Captions.origin(result))),
                        layers.plot()),
                WIDTH,
                BESIDE_STRIPS + stripHeight * rows.size());
    }

    private static void draw(Layers layers, int strip, Lanes lanes, Color colour) {
        double laneHeight = FILLED / lanes.workers();
        List<Box> idle = new ArrayList<>();
        for (int lane = 0; lane < lanes.workers(); lane++) {
            idle.add(box(strip, lane, laneHeight, 0, lanes.endSeconds()));
        }
        // Neighbours in a lane alternate, so that borders between chunks can be seen.
        List<List<Box>> shades = List.of(new ArrayList<>(), new ArrayList<>());
        int[] chunksInLane = new int[lanes.workers()];
        for (Lanes.Span span : lanes.spans()) {
            int shade = chunksInLane[span.worker()]++ % shades.size();
            shades.get(shade).add(box(strip, span.worker(), laneHeight, span.startSeconds(), span.endSeconds()));
        }
        layers.boxes(Layers.UNNAMED, PlotStyle.IDLE, idle)
                .boxes(Layers.UNNAMED, colour, shades.get(0))
                .boxes(Layers.UNNAMED, PlotStyle.pale(colour), shades.get(1));
    }

    private static Box box(int strip, int lane, double laneHeight, double start, double end) {
        double top = strip - FILLED / 2 + lane * laneHeight;
        return new Box(start, end, top, top + FILLED * laneHeight);
    }
}
