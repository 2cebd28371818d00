package org.mandelspark.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mandelspark.report.Published.EqualBands;
import org.mandelspark.study.SimulationResult;
import org.mandelspark.study.SimulationResult.Row;

/** Published figures for equal bands of rows, next to what the simulation says of as many workers. */
final class PublishedScaling {
    private static final String NONE_FASTER = "no schedule here is faster than static";

    private PublishedScaling() {}

    /** A sentence for each published figure that equal bands of a view were simulated for. */
    static List<String> lines(SimulationResult result) {
        return Published.FIGURES.equalBands().stream()
                .filter(figure ->
                        Published.fits(figure.of(), result.computation().problem()))
                .flatMap(figure -> rows(result, figure)
                        .filter(row -> row.schedule().equals(BalanceAdvice.STATIC))
                        .limit(1)
                        .map(row -> sentence(figure, row, better(row, rows(result, figure)))))
                .toList();
    }

    private static Stream<Row> rows(SimulationResult result, EqualBands figure) {
        return result.rows().stream().filter(row -> row.workers() == figure.workers());
    }

    /** The best where it is faster than static by something that is shown. */
    private static Optional<Row> better(Row equalBands, Stream<Row> rows) {
        return rows.min(Comparator.comparingDouble(Row::makespanSeconds))
                .filter(best -> !Format.ratio(gain(equalBands, best)).equals(Format.ratio(1)));
    }

    private static double gain(Row equalBands, Row best) {
        return equalBands.makespanSeconds() / best.makespanSeconds();
    }

    private static String sentence(EqualBands figure, Row equalBands, Optional<Row> better) {
        return switch (figure.measure()) {
            case EFFICIENCY ->
                ("Published for another machine, %d workers, %s, equal bands: %s%% efficiency (%s)."
                                + " Simulated here: static %s%%, %s.")
                        .formatted(
                                figure.workers(),
                                figure.size(),
                                Format.percent(figure.value()),
                                figure.source(),
                                Format.percent(equalBands.efficiency()),
                                better.map(best -> "the best, %s, %s%%"
                                                .formatted(best.schedule(), Format.percent(best.efficiency())))
                                        .orElse(NONE_FASTER));
            case GAIN ->
                String.format(
                        Locale.ROOT,
                        "Published for another machine, %d cores: cutting finer gave %.1f times the speed of the equal split (%s)."
                                + " Simulated here: %s.",
                        figure.workers(),
                        figure.value(),
                        figure.source(),
                        better.map(best -> "the best, %s, %s times that of static"
                                        .formatted(best.schedule(), Format.ratio(gain(equalBands, best))))
                                .orElse(NONE_FASTER));
        };
    }
}
