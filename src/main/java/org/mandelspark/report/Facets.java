package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.study.SweepAxis;
import org.mandelspark.workload.Computation;

/** Studies of a sweep side by side: the same configurations, by what varies. */
final class Facets {
    static final String CSV = "sweep.csv";
    private static final String FIGURE = "facets";

    private final List<Facet> facets;
    private final List<SweepAxis> varied;

    /** The facets of a sweep, in its order; nothing if they do not differ, so that there is nothing to compare. */
    static Optional<Facets> of(List<Facet> facets) {
        return SweepAxis.varied(computations(facets)).isEmpty() ? Optional.empty() : Optional.of(new Facets(facets));
    }

    private Facets(List<Facet> facets) {
        this.facets = List.copyOf(facets);
        this.varied = SweepAxis.varied(computations(facets));
    }

    private static List<Computation<?>> computations(List<Facet> facets) {
        List<Computation<?>> computations = new ArrayList<>();
        facets.forEach(facet -> computations.add(facet.computation()));
        return computations;
    }

    /** A line together with the facet that it is of. */
    private record Entry(Facet facet, Facet.Line line) {}

    /** Names a facet by the values in which it differs from the others. */
    String name(Facet facet) {
        return SweepAxis.describe(facet.computation(), varied);
    }

    /** The names of all files that there are for sweeps of these computations. */
    static List<String> figureNames(List<Computation<?>> computations) {
        List<SweepAxis> varied = SweepAxis.varied(computations);
        return names(computations.stream()
                .map(computation -> beside(computation, varied))
                .distinct()
                .count());
    }

    private static List<String> names(long figures) {
        return figures == 1
                ? List.of(FIGURE)
                : IntStream.rangeClosed(1, (int) figures)
                        .mapToObj(i -> FIGURE + "-" + i)
                        .toList();
    }

    /** Values on all axes but the first: those of the facets that share a figure. */
    private static List<String> beside(Computation<?> computation, List<SweepAxis> varied) {
        return varied.stream().skip(1).map(axis -> axis.shown(computation)).toList();
    }

    /** Every configuration of every facet. */
    NotedTable table() {
        return new NotedTable(
                "What varies",
                columns().table(entries()),
                List.of(
                        "One study after another was made, and within each the order is random: times of different studies"
                                + " are not of the same minutes. eff.: as in the table of each study."));
    }

    /** The fastest configuration of each facet. */
    TextTable fastest() {
        return columns()
                .table(facets.stream()
                        .map(facet -> new Entry(facet, facet.fastest()))
                        .toList());
    }

    private List<Entry> entries() {
        return facets.stream()
                .flatMap(facet -> facet.lines().stream().map(line -> new Entry(facet, line)))
                .toList();
    }

    private Columns<Entry> columns() {
        Columns<Entry> columns = new Columns<>();
        for (SweepAxis axis : SweepAxis.values()) {
            if (varied.contains(axis)) {
                columns.shown(
                        axis.label(),
                        Side.LEFT,
                        entry -> axis.shown(entry.facet().computation()));
            }
            columns.stored(
                    axis.label().replace('-', '_'),
                    entry -> axis.value(entry.facet().computation()));
        }
        return columns.name(
                        "configuration", "configuration", entry -> entry.line().name())
                .median("median s", "95% CI s", entry -> entry.line().seconds(), Format::seconds)
                .figure("eff. %", "efficiency", entry -> entry.line().efficiency(), Format::percent);
    }

    /** The table as a file. */
    StudyFiles.Table csv() {
        return new StudyFiles.Table(CSV, out -> columns().writeCsv(entries(), out));
    }

    /** Sentences to conclude with. */
    List<String> findings() {
        Map<String, Long> fastest = facets.stream()
                .collect(Collectors.groupingBy(
                        facet -> facet.fastest().name(), LinkedHashMap::new, Collectors.counting()));
        List<String> shares = fastest.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> entry.getKey() + " in " + entry.getValue())
                .toList();
        Facet least = facets.stream()
                .min(Comparator.comparingDouble(Facets::efficiency))
                .orElseThrow();
        Facet most = facets.stream()
                .max(Comparator.comparingDouble(Facets::efficiency))
                .orElseThrow();
        return List.of(
                "Lowest median of %d studies: %s.".formatted(facets.size(), CaptionText.names(shares)),
                "With the lowest median, efficiency goes from %s%% (%s) to %s%% (%s)."
                        .formatted(
                                Format.percent(efficiency(least)),
                                name(least),
                                Format.percent(efficiency(most)),
                                name(most)));
    }

    private static double efficiency(Facet facet) {
        return facet.fastest().efficiency();
    }

    /** Panels along the first axis that varies; a figure for each combination of the others. */
    List<Figure> figures() {
        Map<List<String>, List<Facet>> groups = facets.stream()
                .collect(Collectors.groupingBy(
                        facet -> beside(facet.computation(), varied), LinkedHashMap::new, Collectors.toList()));
        List<String> names = names(groups.size());
        List<Figure> figures = new ArrayList<>();
        groups.values().forEach(group -> figures.add(new Figure(names.get(figures.size()), plot(group))));
        return figures;
    }

    private Plot plot(List<Facet> group) {
        Computation<?> first = group.get(0).computation();
        List<SweepAxis> others = varied.subList(1, varied.size());
        String title = "Efficiency by %s of %s"
                .formatted(varied.get(0).label(), first.problem().title());
        return new FacetsPlot(group)
                .plot(others.isEmpty() ? title : title + ", " + SweepAxis.describe(first, others), varied.get(0));
    }
}
