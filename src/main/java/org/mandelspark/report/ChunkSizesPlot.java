package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.ui.RectangleEdge;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Row;

/** Number of rows, or of tiles, of each chunk, in the order in which chunks are handed out: the shape of a rule. */
final class ChunkSizesPlot {
    static final String NAME = "chunk-sizes";
    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;

    private final BalanceResult result;

    ChunkSizesPlot(BalanceResult result) {
        this.result = result;
    }

    Plot plot() {
        int mostSteps = 1;
        int mostRows = 1;
        for (Row row : result.rows()) {
            mostSteps = Math.max(mostSteps, row.chunks());
            mostRows = Math.max(mostRows, largest(row));
        }
        Layers layers = new Layers(
                Axes.decades("chunk, in the order of the plan, from 1", 1, mostSteps),
                Axes.decades(result.unitNoun() + "s of the chunk", 1, mostRows));
        Map<Color, Integer> ofColour = new HashMap<>();
        for (Row row : result.rows()) {
            Color colour = ScheduleColours.of(row.schedule());
            layers.line(
                    "%s: %,d".formatted(row.schedule(), row.chunks()),
                    colour,
                    PlotStyle.stroke(ofColour.merge(colour, 1, Integer::sum) - 1),
                    steps(row));
        }
        Row best = result.best();
        return new Plot(
                CaptionText.title("Chunk size against step", result.problem()),
                List.of(
                        "A level line is a rule of equal chunks, a falling one starts large and ends small; %s, with the"
                                        .formatted(best.schedule())
                                + " lowest median time, has %s of at most %s."
                                        .formatted(
                                                Format.count(best.chunks(), "chunk"),
                                                Format.count(largest(best), result.unitNoun())),
                        "Of each schedule one run, " + CaptionText.ONE_RUN
                                + ", with its number of chunks. Partitioned for %s.%s"
                                        .formatted(Format.count(best.workers(), "worker"), CaptionText.unit(result))),
                layers.plot(),
                new Plot.Legend(layers.legend(), RectangleEdge.RIGHT),
                WIDTH,
                HEIGHT);
    }

    private static int largest(Row row) {
        return row.median().chunks().stream()
                .mapToInt(ChunkSizesPlot::rows)
                .max()
                .orElseThrow();
    }

    /** Points only where the size changes, and both ends. */
    private static List<Point> steps(Row row) {
        List<ChunkTiming> chunks = row.median().chunks();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            boolean isEnd = i == 0 || i == chunks.size() - 1;
            if (isEnd
                    || rows(chunks.get(i)) != rows(chunks.get(i - 1))
                    || rows(chunks.get(i)) != rows(chunks.get(i + 1))) {
                points.add(new Point(i + 1, rows(chunks.get(i))));
            }
        }
        return points;
    }

    private static int rows(ChunkTiming chunk) {
        return chunk.rows().count();
    }
}
