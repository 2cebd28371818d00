package org.mandelspark.report;

import java.awt.Color;
import java.awt.Stroke;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.chart.ui.RectangleEdge;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.measure.ClusterModel;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.study.SimulationResult;
import org.mandelspark.study.SimulationResult.Row;

/** A simulation as files: the table as CSV, and the efficiencies as a plot. */
public final class SimulationFiles {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 560;
    private static final double HALF = 0.5;

    private static final Catalogue<SimulationResult> CATALOGUE = new Catalogue<SimulationResult>()
            .csv("simulate.csv", result -> SimulationTable.COLUMNS, SimulationResult::rows)
            .figure("simulate", result -> new SimulationFiles(result).plot())
            .optionalFigure(ModelErrorPlot.NAME, result -> new ModelErrorPlot(result).plot());

    /** The files that are written, as far as there is something to show; the runs are those of the study that was read. */
    public static final List<String> NAMES = CATALOGUE.names();

    private final SimulationResult result;

    private SimulationFiles(SimulationResult result) {
        this.result = result;
    }

    /**
     * Writes all files of a simulation.
     *
     * @throws IOException if one cannot be written
     */
    public static void write(SimulationResult result, StudyFolder folder) throws IOException {
        of(result).writeTo(folder);
    }

    static StudyFiles of(SimulationResult result) {
        return CATALOGUE.of(result);
    }

    private Plot plot() {
        double most = result.rows().stream().mapToInt(Row::workers).max().orElse(1);
        double highest = result.rows().stream()
                .mapToDouble(row -> Math.max(row.efficiency(), measuredEfficiency(row)))
                .max()
                .orElse(1);
        Layers layers = new Layers(Axes.doublings("workers", most), Axes.percent("efficiency", highest));
        Map<String, List<Row>> curves = curves();
        Map<Color, Integer> ofColour = new HashMap<>();
        curves.forEach((schedule, rows) -> {
            Color colour = ScheduleColours.of(schedule);
            Stroke stroke = PlotStyle.stroke(ofColour.merge(colour, 1, Integer::sum) - 1);
            Row last = rows.get(rows.size() - 1);
            String name = "%s, %s%% with %d".formatted(schedule, Format.percent(last.efficiency()), last.workers());
            List<Point> points = rows.stream()
                    .map(row -> new Point(row.workers(), row.efficiency()))
                    .toList();
            layers.line(name, colour, stroke, points).dots(Layers.UNNAMED, colour, Layers.SMALL, points);
        });
        curves.forEach((schedule, rows) -> layers.rings(Layers.UNNAMED, ScheduleColours.of(schedule), measured(rows)));
        layers.rings("measured", PlotStyle.REFERENCE, List.of());
        return new Plot(
                CaptionText.title("Simulated scaling", result.computation().problem()),
                List.of(
                        sentence(curves.values()),
                        "Large rings were measured; everything else is simulated from the measured cost of each row and"
                                + (result.model().equals(ClusterModel.IDEAL)
                                        ? " nothing else."
                                        : " the overheads of engine " + result.engine() + ".")),
                layers.plot(),
                new Plot.Legend(layers.legend(), RectangleEdge.RIGHT),
                WIDTH,
                HEIGHT);
    }

    private static List<Point> measured(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.measuredSeconds().isPresent())
                .map(row -> new Point(row.workers(), measuredEfficiency(row)))
                .toList();
    }

    private static String sentence(Collection<List<Row>> curves) {
        return "A line that stays high longer feeds more workers. At least half of them are busy up to %s."
                .formatted(curves.stream()
                        .map(rows -> "%s with %s"
                                .formatted(
                                        rows.stream()
                                                .takeWhile(row -> row.efficiency() >= HALF)
                                                .map(row -> String.format(Locale.ROOT, "%,d", row.workers()))
                                                .reduce("0", (earlier, later) -> later),
                                        rows.get(0).schedule()))
                        .collect(Collectors.joining(", ")));
    }

    /**
     * Rows by schedule and ascending workers; the one that is best with the most workers first, as the legend lists
     * them.
     */
    private Map<String, List<Row>> curves() {
        Map<String, List<Row>> bySchedule = new LinkedHashMap<>();
        result.rows().stream()
                .sorted(Comparator.comparingInt(Row::workers))
                .forEach(row -> bySchedule
                        .computeIfAbsent(row.schedule(), unused -> new ArrayList<>())
                        .add(row));
        Map<String, List<Row>> curves = new LinkedHashMap<>();
        bySchedule.values().stream()
                .sorted(Comparator.comparingDouble(
                        rows -> -rows.get(rows.size() - 1).efficiency()))
                .forEach(rows -> curves.put(rows.get(0).schedule(), rows));
        return curves;
    }

    /** The same work over workers times the measured time; 0 where nothing was measured. */
    private static double measuredEfficiency(Row row) {
        return row.measuredSeconds().isPresent()
                ? row.efficiency()
                        * row.makespanSeconds()
                        / row.measuredSeconds().getAsDouble()
                : 0;
    }
}
