package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ui.RectangleEdge;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.SimulationResult;
import org.mandelspark.study.SimulationResult.Row;

/** Simulated against measured times, wherever a study has both: what a simulation may be believed. */
final class ModelErrorPlot {
    static final String NAME = "model-error";
    private static final int WIDTH = 860;
    private static final int HEIGHT = 520;

    private final SimulationResult result;
    private final List<Row> measured;

    ModelErrorPlot(SimulationResult result) {
        this.result = result;
        this.measured = result.rows().stream()
                .filter(row -> row.measuredSeconds().isPresent())
                .toList();
    }

    /** The plot; nothing if nothing was measured. */
    Optional<Plot> plot() {
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        double low = Double.MAX_VALUE;
        double high = 0;
        for (Row row : measured) {
            low = Math.min(low, Math.min(seconds(row), row.makespanSeconds()));
            high = Math.max(high, Math.max(seconds(row), row.makespanSeconds()));
        }
        Layers layers = new Layers(
                        Axes.octaves("measured seconds, median, " + TimedRun.TIMED_REGION, low, high),
                        Axes.octaves("simulated seconds", low, high))
                .line(
                        "as simulated, so measured",
                        PlotStyle.REFERENCE,
                        Layers.DASHED,
                        List.of(new Point(low / 2, low / 2), new Point(high * 2, high * 2)));
        List<String> families = new ArrayList<>();
        for (Row row : measured) {
            String family = CaptionText.family(row.schedule());
            boolean isNew = !families.contains(family);
            families.add(family);
            layers.dots(
                    isNew ? family : Layers.UNNAMED,
                    ScheduleColours.of(row.schedule()),
                    Layers.LARGE,
                    List.of(new Point(seconds(row), row.makespanSeconds())));
        }
        return Optional.of(new Plot(
                CaptionText.title(
                        "Simulated against measured", result.computation().problem()),
                List.of(
                        "On the dashed line the model is exact; above it, the model is too slow. "
                                + SimulationTable.worst(result),
                        "Each dot is a schedule on a number of workers that the study measured on " + result.engine()
                                + "; all other simulated times rest on the same model."),
                layers.plot(),
                new Plot.Legend(layers.legend(), RectangleEdge.RIGHT),
                WIDTH,
                HEIGHT));
    }

    private static double seconds(Row row) {
        return row.measuredSeconds().orElseThrow();
    }
}
