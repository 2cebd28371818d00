package org.mandelspark.schedule;

import java.util.Optional;

/** Reads the names of schedules: a rule's name, and behind a colon its factor or the rule that it builds on. */
final class ScheduleLabels {
    private static final String KNOWN = "static, over:K, cyclic, self, mfsc, fsc, guided, guided2, trapezoid,"
            + " factoring, fac, taper, balanced[:K], lpt[:RULE], permuted:RULE, auto";

    private ScheduleLabels() {}

    static Schedule parse(String label) {
        int colon = label.indexOf(':');
        Optional<Schedule> schedule =
                colon < 0 ? plain(label) : withArgument(label, label.substring(0, colon), label.substring(colon + 1));
        return schedule.orElseThrow(
                () -> new IllegalArgumentException("unknown schedule '" + label + "', known are " + KNOWN));
    }

    private static Optional<Schedule> plain(String name) {
        return switch (name) {
            case "static" -> Optional.of(new Schedule.Static());
            case "cyclic" -> Optional.of(new Schedule.Cyclic());
            case Balanced.NAME -> Optional.of(new Balanced(Balanced.DEFAULT_FACTOR));
            case LargestFirst.NAME -> Optional.of(new LargestFirst(LargestFirst.DEFAULT_RULE));
            case Auto.NAME -> Optional.of(new Auto());
            default -> StepRule.named(name).map(rule -> rule);
        };
    }

    private static Optional<Schedule> withArgument(String label, String name, String argument) {
        return switch (name) {
            case "over" -> Optional.of(new Schedule.OverPartitioned(factor(label, argument)));
            case Balanced.NAME -> Optional.of(new Balanced(factor(label, argument)));
            case LargestFirst.NAME -> Optional.of(new LargestFirst(parse(argument)));
            case Permuted.NAME -> Optional.of(new Permuted(parse(argument)));
            default -> Optional.empty();
        };
    }

    private static int factor(String label, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the K of '" + label + "' must be a whole number from 1 to " + Schedule.MAX_FACTOR, e);
        }
    }
}
