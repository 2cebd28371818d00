package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.mandelspark.measure.application.StageLanes;
import org.mandelspark.measure.application.StageLanes.Bar;
import org.mandelspark.record.Analysis;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Boxes.Box;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;

/** The tasks of the stage that lost most, slot by slot. */
final class StageGantt {
    private static final int WIDTH = 960;
    private static final int BESIDE_LANES = 170;
    private static final int LANE_HEIGHT = 12;
    private static final double SECOND = 1000;
    private static final double FILLED = 0.86;

    private StageGantt() {}

    static Optional<Plot> of(Analysis analysis) {
        if (analysis.worst() == null || analysis.worst().bars().isEmpty()) {
            return Optional.empty();
        }
        StageLanes lanes = analysis.worst();
        double from = lanes.bars().stream().mapToLong(Bar::startMs).min().orElseThrow() / SECOND;
        double to = lanes.bars().stream().mapToLong(Bar::endMs).max().orElseThrow() / SECOND;
        NumberAxis slots = Axes.between("slots", -0.5, lanes.lanes() - 0.5);
        slots.setInverted(true);
        slots.setTickLabelsVisible(false);
        Layers layers =
                new Layers(Axes.between("seconds since the application began", from, Math.max(to, from + 1e-3)), slots);
        layers.plot().setRangeGridlinesVisible(false);
        // Neighbours in a lane alternate, so that borders between tasks can be seen.
        List<Box> even = new ArrayList<>();
        List<Box> odd = new ArrayList<>();
        List<Box> lost = new ArrayList<>();
        int[] inLane = new int[lanes.lanes()];
        lanes.bars().stream()
                .sorted((a, b) -> Long.compare(a.startMs(), b.startMs()))
                .forEach(bar -> {
                    boolean isOdd = inLane[bar.lane()]++ % 2 == 1;
                    (bar.lost() ? lost : isOdd ? odd : even)
                            .add(new Box(
                                    bar.startMs() / SECOND,
                                    bar.endMs() / SECOND,
                                    bar.lane() - FILLED / 2,
                                    bar.lane() + FILLED / 2));
                });
        layers.boxes("task", PlotStyle.colour(0), even).boxes(Layers.UNNAMED, PlotStyle.pale(PlotStyle.colour(0)), odd);
        if (!lost.isEmpty()) {
            layers.boxes("lost attempt", PlotStyle.colour(1), lost);
        }
        String shown = lanes.lanes() < lanes.lanesInAll()
                ? "The %d of %d slots that were busy last".formatted(lanes.lanes(), lanes.lanesInAll())
                : "All " + Format.count(lanes.lanes(), "slot") + " that ran its tasks";
        return Optional.of(new Plot(
                "Stage " + lanes.stage() + ", task by task",
                List.of(
                        "The stage that lost most core time: " + AnalysisText.why(analysis, lanes.stage()) + ".",
                        shown + "; a bar is a task, from its launch until its slot was free."),
                layers.plot(),
                new Plot.Legend(layers.legend(), RectangleEdge.BOTTOM),
                WIDTH,
                BESIDE_LANES + LANE_HEIGHT * Math.max(4, lanes.lanes())));
    }
}
