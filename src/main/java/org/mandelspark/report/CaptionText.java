package org.mandelspark.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Drift;
import org.mandelspark.measure.Spread;
import org.mandelspark.record.Environment;
import org.mandelspark.record.Run;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.BalanceResult.Origin;
import org.mandelspark.study.BalanceResult.Row;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.workload.Problem;

/** Texts above plots: what was computed, how, and where. */
final class CaptionText {
    /** Rule that chooses which of several repeats is drawn, or has its figures shown. */
    static final String ONE_RUN = "the repeat nearest to the median, or the faster of two";

    private static final String ON = " on ";
    private static final int MOST_NAMES = 4;

    private CaptionText() {}

    /** Title of a plot: what it shows, and of which problem. */
    static String title(String what, Problem<?> problem) {
        return what + ON + problem.caption();
    }

    /** The part of a title that says what a plot shows, without the problem that it names too. */
    static String withoutProblem(String title) {
        int on = title.indexOf(ON);
        return on < 0 ? title : title.substring(0, on);
    }

    /** The machine, as far as times depend on it. */
    static String place(Environment environment) {
        return "%s; %s".formatted(environment.cpu(), environment.jvm());
    }

    /** Sentence that says if the data were measured or simulated, and on how many workers. */
    static String origin(BalanceResult result) {
        Row row = result.rows().get(0);
        String measured = "%s with %s; %s"
                .formatted(
                        result.request().engine().label(),
                        Format.count(result.workers(), "worker"),
                        place(result.environment()));
        return row.origin() == Origin.SIMULATED
                ? "Simulated for %s from chunks measured on %s.%s"
                        .formatted(Format.count(row.workers(), "worker"), measured, unit(result))
                : "Measured on " + measured + "." + unit(result);
    }

    /** Sentence that names the one unit of which all rows are, with a space before it, where a reader would not know. */
    static String unit(BalanceResult result) {
        boolean isOneOfSeveral = result.request().units().size() > 1;
        if (result.hasSeveralUnits() || (result.unit().equals(Unit.ROW) && !isOneOfSeveral)) {
            return "";
        }
        return " Unit: %s%s.".formatted(result.unit().label(), isOneOfSeveral ? ", that of the lowest median" : "");
    }

    /** Sentence that says how a scaling study was made, and where. */
    static String origin(ScalingResult result) {
        return "Measured: %s scaling of schedule %s on %s, n = %d each%s."
                .formatted(
                        result.request().mode().label(),
                        result.request().schedule().label(),
                        result.request().engine().label(),
                        result.rows().get(result.rows().size() - 1).seconds().n(),
                        result.environments().stream()
                                .findFirst()
                                .map(environment -> "; " + place(environment))
                                .orElse(""));
    }

    /** Time of one as against that of another, to be continued with the other's name; never equal where it is not. */
    static String asLong(double ratio) {
        if (ratio == 1) {
            return "as long as";
        }
        String shown = Format.ratio(ratio);
        return shown.equals(Format.ratio(1))
                ? String.format(
                        Locale.ROOT, "%.1g%% %s than", 100 * Math.abs(ratio - 1), ratio > 1 ? "longer" : "shorter")
                : shown + " times as long as";
    }

    /** Names of the repeats that are drawn, from the first strip or bar on. */
    static String drawn(List<Run> runs) {
        return "%s (%s)"
                .formatted(
                        ONE_RUN,
                        runs.stream()
                                .map(run -> String.valueOf(run.repeat()))
                                .collect(Collectors.joining(
                                        ", ", runs.size() == 1 ? "repeat " : "in order repeats ", "")));
    }

    /** A phrase that claims no more of one measurement against another than they allow. */
    static String verdict(Spread seconds, Spread other) {
        return switch (seconds.against(other)) {
            case FASTER -> "faster, the 95% intervals do not overlap";
            case SLOWER -> "slower, the 95% intervals do not overlap";
            case OPEN ->
                seconds.interval().isPresent() != other.interval().isPresent()
                        ? "open, one of them has no interval"
                        : seconds.interval().isEmpty()
                                ? "undecided, there are no intervals"
                                : seconds.drift() == Drift.FASTER || other.drift() == Drift.FASTER
                                        ? "open, because not both were warm"
                                        : "undecided, the 95% intervals overlap";
        };
    }

    /** The first of some names, and how many more there are. */
    static String names(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
    }

    /** The first word of a schedule's name: the rule without its factor or the rule that it builds on. */
    static String family(String schedule) {
        int colon = schedule.indexOf(':');
        return colon < 0 ? schedule : schedule.substring(0, colon);
    }
}
