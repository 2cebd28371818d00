package org.mandelspark.study;

import java.util.OptionalInt;
import org.mandelspark.grid.Unit;
import org.mandelspark.schedule.Schedule;

/**
 * Amount of work in a task.
 *
 * @param label the name on the command line
 * @param unit what is cut into tasks
 * @param schedule the rule that cuts it
 */
public record Grain(String label, Unit unit, Schedule schedule) {
    private static final String BAND = "band";

    private static final Schedule EACH = Schedule.parse("self");

    /**
     * The grain of a name: {@code row} or a tile such as {@code 1x1}, {@code band} (one a worker) or {@code band:K} (K a
     * worker).
     *
     * @throws IllegalArgumentException that lists the known ones, or says what is wrong with K
     */
    public static Grain parse(String label) {
        if (label.equals(BAND)) {
            return new Grain(label, Unit.ROW, Schedule.parse("static"));
        }
        if (label.startsWith(BAND + ":")) {
            return new Grain(label, Unit.ROW, Schedule.parse("over" + label.substring(BAND.length())));
        }
        Unit unit;
        try {
            unit = Unit.parse(label);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "unknown grain '" + label + "', known are row, WIDTHxHEIGHT (1x1 is a pixel), band, band:K", e);
        }
        return new Grain(unit.label(), unit, EACH);
    }

    /** The grain of a recorded study; before there were tiles, that of a pixel had a name of its own. */
    static Grain recorded(String label) {
        return parse(label.equals("pixel") ? Unit.CELL.label() : label);
    }

    /** True if each unit is a task. */
    boolean isFinest() {
        return schedule.equals(EACH);
    }

    /** The cut into tasks. */
    Partitioning partitioning() {
        return new Partitioning(schedule, OptionalInt.empty(), unit);
    }
}
