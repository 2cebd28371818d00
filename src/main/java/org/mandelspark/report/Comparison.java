package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Run;
import org.mandelspark.report.Report.Source;
import org.mandelspark.report.TextTable.Side;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.report.plot.RepeatsPlot;
import org.mandelspark.workload.Problem;

/** Comparison of studies of the same view, side by side: of each its fastest configuration. */
final class Comparison {
    private static final String NAME = "comparison";

    /** Ratio of the longest to the shortest time beyond which an axis is logarithmic. */
    private static final double WIDE = 4;

    private static final double ROOM = 0.06;

    private final List<Group> groups;

    private Comparison(List<Group> groups) {
        this.groups = groups;
    }

    /** A comparison of those that have a view in common, if any have. */
    static Optional<Comparison> of(List<Source> sources) {
        Map<Answer, List<Entry>> byAnswer = new LinkedHashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).study().isEmpty()) {
                continue;
            }
            byAnswer.computeIfAbsent(Answer.of(sources.get(i)), answer -> new ArrayList<>())
                    .add(Entry.of(i, sources.get(i)));
        }
        List<Group> groups = byAnswer.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
        return groups.isEmpty() ? Optional.empty() : Optional.of(new Comparison(groups));
    }

    /** Sentences on those of these studies that must not be compared with each other. */
    static List<String> mixtures(List<Source> sources) {
        List<String> mixtures = new ArrayList<>();
        Map<Problem<?>, List<Integer>> problems = new LinkedHashMap<>();
        Map<Answer, Integer> answers = new LinkedHashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).study().isEmpty()) {
                continue;
            }
            Answer answer = Answer.of(sources.get(i));
            // A sweep is of different problems on purpose.
            if (sources.get(i).sweep().isEmpty()) {
                problems.computeIfAbsent(answer.problem(), what -> new ArrayList<>())
                        .add(i + 1);
            }
            answers.putIfAbsent(answer, i + 1);
        }
        if (problems.size() > 1) {
            List<String> told = problems.entrySet().stream()
                    .map(entry -> entry.getKey().describe() + " ("
                            + entry.getValue().toString().replaceAll("[\\[\\]]", "") + ")")
                    .toList();
            mixtures.add("The folders are of %d different problems, and times are compared within one only: %s."
                    .formatted(problems.size(), String.join("; ", told)));
        }
        for (Problem<?> problem :
                answers.keySet().stream().map(Answer::problem).distinct().toList()) {
            List<String> checksums = answers.keySet().stream()
                    .filter(answer -> answer.problem().equals(problem))
                    .map(answer -> answer.checksum() + " (" + answers.get(answer) + ")")
                    .toList();
            if (checksums.size() > 1) {
                mixtures.add(
                        "Studies of the same problem, %s, have different answers, so they are not compared: checksums %s."
                                .formatted(problem.describe(), String.join(", ", checksums)));
            }
        }
        return mixtures;
    }

    List<Group> groups() {
        return groups;
    }

    /** One for each view that several studies have in common. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            figures.add(new Figure(
                    NAME + (groups.size() == 1 ? "" : "-" + (i + 1)),
                    groups.get(i).plot()));
        }
        return figures;
    }

    private record Answer(Problem<?> problem, String checksum) {
        static Answer of(Source source) {
            Run first = Entry.fastest(source);
            return new Answer(first.problem().unnamed(), first.checksum());
        }
    }

    /**
     * The fastest configuration of a study, by the median.
     *
     * @param section number of the study on the page, from 1
     * @param example one of its runs
     * @param seconds of every repeat
     */
    record Entry(int section, Run example, List<Double> seconds) {
        static Entry of(int index, Source source) {
            Run fastest = fastest(source);
            return new Entry(
                    index + 1,
                    fastest,
                    measured(source).stream()
                            .filter(run -> configuration(run).equals(configuration(fastest)))
                            .map(run -> run.totalSeconds())
                            .toList());
        }

        /** A run of the configuration of least median time. */
        static Run fastest(Source source) {
            Map<List<Object>, List<Run>> byConfiguration = new LinkedHashMap<>();
            measured(source)
                    .forEach(run -> byConfiguration
                            .computeIfAbsent(configuration(run), configuration -> new ArrayList<>())
                            .add(run));
            return byConfiguration.values().stream()
                    .min(Comparator.comparingDouble(
                            runs -> TimedRun.spread(runs).median()))
                    .orElseThrow()
                    .get(0);
        }

        private static List<Run> measured(Source source) {
            return source.study().orElseThrow().runs().stream()
                    .filter(run -> run.phase() == Phase.MEASURED && !run.isVoid())
                    .toList();
        }

        private static List<Object> configuration(Run run) {
            return List.of(run.computation(), run.engine(), run.schedule(), run.unit(), run.workers());
        }

        Spread spread() {
            return Spread.of(seconds.stream().mapToDouble(s -> s).toArray());
        }

        String label() {
            return "%d: %s, %s × %d".formatted(section, example.place().name(), example.engine(), example.workers());
        }
    }

    /** Studies with one answer. */
    record Group(Answer answer, List<Entry> entries) {
        Group {
            entries = List.copyOf(entries);
        }

        String title() {
            return "Fastest of each study, " + answer.problem().describe();
        }

        TextTable table() {
            return new Columns<Entry>()
                    .shown(
                            "study",
                            Side.LEFT,
                            entry -> entry.section() + ": "
                                    + entry.example().place().name())
                    .shown("engine", Side.LEFT, entry -> entry.example().engine())
                    .shown("p", Side.RIGHT, entry -> "" + entry.example().workers())
                    .shown(
                            "kernel",
                            Side.LEFT,
                            entry -> entry.example().computation().kernel().label() + ", "
                                    + entry.example().computation().interior().label())
                    .shown(
                            "schedule",
                            Side.LEFT,
                            entry -> entry.example()
                                    .unit()
                                    .behind(entry.example().schedule().label()))
                    .shown("n", Side.RIGHT, entry -> "" + entry.spread().n())
                    .median("median s", "95% CI s", Entry::spread, Format::seconds)
                    .shown(
                            "machine, Java",
                            Side.LEFT,
                            entry -> CaptionText.place(entry.example().environment()))
                    .table(entries);
        }

        /** The fastest against every other. */
        List<String> findings() {
            Entry fastest = fastest();
            List<String> findings = new ArrayList<>();
            for (Entry entry : entries) {
                if (!entry.equals(fastest)) {
                    findings.add("Study %d takes %s study %d: %s."
                            .formatted(
                                    entry.section(),
                                    CaptionText.asLong(entry.spread().median()
                                            / fastest.spread().median()),
                                    fastest.section(),
                                    CaptionText.verdict(entry.spread(), fastest.spread())));
                }
            }
            long places = entries.stream()
                    .map(entry -> CaptionText.place(entry.example().environment()))
                    .distinct()
                    .count();
            if (places > 1) {
                findings.add("They ran on %d different machines or Javas, which may explain more than anything else."
                        .formatted(places));
            }
            return findings;
        }

        private Entry fastest() {
            return entries.stream()
                    .min(Comparator.comparingDouble(entry -> entry.spread().median()))
                    .orElseThrow();
        }

        private Plot plot() {
            double low = entries.stream()
                    .flatMap(entry -> entry.seconds().stream())
                    .mapToDouble(s -> s)
                    .min()
                    .orElseThrow();
            double high = entries.stream()
                    .flatMap(entry -> entry.seconds().stream())
                    .mapToDouble(s -> s)
                    .max()
                    .orElseThrow();
            double room = ROOM * Math.max(high - low, low * ROOM);
            String label = "seconds, " + TimedRun.TIMED_REGION;
            return RepeatsPlot.chart(
                    title(),
                    List.of(
                            "Further left is better: study %d has the lowest median. %s"
                                    .formatted(
                                            fastest().section(),
                                            RepeatNotes.dots(entries.stream()
                                                    .map(Entry::spread)
                                                    .toList())),
                            "All have the same answer."),
                    high > WIDE * low ? Axes.octaves(label, low, high) : Axes.between(label, low - room, high + room),
                    entries.stream()
                            .map(entry -> RepeatsPlot.Line.of(
                                    entry.label(),
                                    colour(entry),
                                    entry.seconds().stream().mapToDouble(s -> s).toArray()))
                            .toList());
        }

        private static Color colour(Entry entry) {
            return PlotStyle.colour(entry.section() - 1);
        }
    }
}
