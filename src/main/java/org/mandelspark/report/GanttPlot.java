package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.SymbolAxis;
import org.mandelspark.measure.Ledger;
import org.mandelspark.record.Run;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Boxes.Box;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Row;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.SingleRun;
import org.mandelspark.workload.Problem;

/** Activity of every worker throughout a run, as strips on one time axis: bars are chunks, grey is all other time. */
final class GanttPlot {
    private static final int MOST_STRIPS = 8;
    private static final int WIDTH = 960;
    private static final int BESIDE_STRIPS = 150;
    private static final int LANE_HEIGHT = 14;
    private static final int LEAST_STRIP_HEIGHT = 44;
    private static final int MOST_STRIP_HEIGHT = 120;

    /** Part of a strip that its lanes fill, and part of a lane that a chunk fills. */
    private static final double FILLED = 0.86;

    private static final String HOW_TO_READ =
            "A lane is a worker, a bar a chunk, grey all other time: a shorter strip with less grey is better";

    private final Problem<?> problem;
    private final List<Strip> strips;
    private final List<String> sentences;

    private GanttPlot(Problem<?> problem, List<Strip> strips, List<String> sentences) {
        this.problem = problem;
        this.strips = List.copyOf(strips);
        this.sentences = List.copyOf(sentences);
    }

    /** The one strip of a run. */
    static Plot of(SingleRun result) {
        Run run = result.run();
        return new GanttPlot(
                        result.problem(),
                        List.of(new Strip(
                                run.schedule().label(),
                                Lanes.executed(run),
                                ScheduleColours.of(run.schedule().label()))),
                        List.of(
                                HOW_TO_READ + ".",
                                "Measured once on %s with %s; %s."
                                        .formatted(
                                                run.engine(),
                                                Format.count(run.workers(), "worker"),
                                                CaptionText.place(run.environment()))))
                .plot();
    }

    /** A strip for each schedule, or for those that show most. */
    static Plot of(BalanceResult result) {
        List<Row> rows = chosen(result);
        String which = rows.size() < result.rows().size()
                ? rows.size() + " of " + result.rows().size() + " schedules"
                : "each schedule";
        List<Run> drawn = rows.stream().map(Row::median).toList();
        return new GanttPlot(
                        result.problem(),
                        rows.stream()
                                .map(row -> new Strip(
                                        "%s %s%%".formatted(row.schedule(), Format.percent(row.efficiency())),
                                        Lanes.of(row),
                                        ScheduleColours.of(row.schedule())))
                                .toList(),
                        List.of(
                                HOW_TO_READ + "; " + first(rows, result.best()) + ".",
                                "Of %s, with its efficiency: %s. %s"
                                        .formatted(which, CaptionText.drawn(drawn), CaptionText.origin(result))))
                .plot();
    }

    /**
     * Sentence on which of the strips that are drawn ends first, and where the medians of all repeats say otherwise.
     */
    private static String first(List<Row> rows, Row best) {
        double end = rows.stream()
                .mapToDouble(row -> Lanes.of(row).endSeconds())
                .min()
                .orElseThrow();
        List<String> first = rows.stream()
                .filter(row -> Lanes.of(row).endSeconds() == end)
                .map(Row::schedule)
                .toList();
        return "here %s %s first".formatted(CaptionText.names(first), first.size() == 1 ? "ends" : "end")
                + (first.contains(best.schedule()) ? "" : ", but %s has the lowest median".formatted(best.schedule()));
    }

    /** A strip for each number of workers. */
    static Plot of(ScalingResult result) {
        ScalingResult.Row last = result.rows().get(result.rows().size() - 1);
        return new GanttPlot(
                        result.problem(),
                        result.rows().stream()
                                .map(row -> new Strip(
                                        Format.count(row.workers(), "worker"),
                                        Lanes.executed(row.median()),
                                        ScheduleColours.of(
                                                result.request().schedule().label())))
                                .toList(),
                        List.of(
                                HOW_TO_READ
                                        + "; of %s, %s%% of the time is idle tail."
                                                .formatted(
                                                        Format.count(last.workers(), "worker"),
                                                        Format.percent(last.median()
                                                                .ledger()
                                                                .share(Ledger.Account.TAIL_IDLE))),
                                "With each number of workers %s. %s"
                                        .formatted(
                                                CaptionText.drawn(result.rows().stream()
                                                        .map(ScalingResult.Row::median)
                                                        .toList()),
                                                CaptionText.origin(result))))
                .plot();
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

    private Plot plot() {
        double horizon = strips.stream()
                .mapToDouble(strip -> strip.lanes().endSeconds())
                .max()
                .orElseThrow();
        SymbolAxis names = Axes.names(null, strips.stream().map(Strip::name).toList());
        names.setInverted(true);
        Layers layers = new Layers(Axes.fromZero("seconds since planning began", horizon), names);
        layers.plot().setRangeGridlinesVisible(false);
        int mostLanes = 1;
        for (int i = 0; i < strips.size(); i++) {
            draw(layers, i, strips.get(i).lanes(), strips.get(i).colour());
            mostLanes = Math.max(mostLanes, strips.get(i).lanes().workers());
        }
        int stripHeight = Math.min(MOST_STRIP_HEIGHT, Math.max(LEAST_STRIP_HEIGHT, LANE_HEIGHT * mostLanes));
        return new Plot(
                CaptionText.title("Timeline of workers", problem),
                sentences,
                layers.plot(),
                Plot.Legend.NONE,
                WIDTH,
                BESIDE_STRIPS + stripHeight * strips.size());
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

    /** The content of one line of the plot. */
    private record Strip(String name, Lanes lanes, Color colour) {}
}
