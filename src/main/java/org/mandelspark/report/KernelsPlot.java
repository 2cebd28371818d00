package org.mandelspark.report;

import java.util.List;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.report.plot.RepeatsPlot;
import org.mandelspark.report.plot.RepeatsPlot.Line;
import org.mandelspark.study.Contestant;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.HeadToHeadResult.Row;

/** A head-to-head as a plot: a line for each configuration, its median with interval, and below it every repeat. */
final class KernelsPlot {
    private static final double MILLIS = 1e3;

    private KernelsPlot() {}

    static Plot of(HeadToHeadResult result) {
        List<String> kernels = result.rows().stream()
                .map(row -> row.contestant().name())
                .distinct()
                .toList();
        List<Line> lines = result.rows().stream()
                .map(row -> Line.of(
                        label(row.contestant()),
                        PlotStyle.colour(kernels.indexOf(row.contestant().name())),
                        repeats(result, row)))
                .toList();
        double low = result.rows().stream()
                .mapToDouble(row -> MILLIS * row.seconds().min())
                .min()
                .orElseThrow();
        double high = result.rows().stream()
                .mapToDouble(row -> MILLIS * row.seconds().max())
                .max()
                .orElseThrow();
        return RepeatsPlot.chart(
                CaptionText.title("Kernels and engines", result.problem()),
                List.of(
                        new KernelsAdvice(result).leastMedian(),
                        RepeatNotes.dots(
                                        result.rows().stream().map(Row::seconds).toList()) + " "
                                + CaptionText.place(result.sessions().get(0).environment()) + "."),
                Axes.decades("milliseconds, " + TimedRun.TIMED_REGION, low, high),
                lines);
    }

    private static double[] repeats(HeadToHeadResult result, Row row) {
        return result.runs().stream()
                .filter(run -> run.phase() == Phase.MEASURED
                        && !run.isVoid()
                        && Contestant.of(run).equals(row.contestant()))
                .mapToDouble(run -> MILLIS * run.totalSeconds())
                .toArray();
    }

    private static String label(Contestant contestant) {
        return "%s, %s × %d".formatted(contestant.name(), contestant.engine().label(), contestant.workers());
    }
}
