package org.mandelspark.study;

import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.Workload;

/**
 * Amount of work in a task.
 *
 * @param label the name on the command line
 * @param size whether rows or pixels are cut into tasks
 * @param schedule the rule that cuts them
 */
public record Grain(String label, Size size, Schedule schedule) {
    /** Units that are cut into tasks. */
    public enum Size {
        PIXELS,
        ROWS
    }

    private static final String BAND = "band";

    private static final Schedule EACH = Schedule.parse("self");

    /**
     * The grain of a name: {@code pixel}, {@code row}, {@code band} (one a worker) or {@code band:K} (K a worker).
     *
     * @throws IllegalArgumentException that lists the known ones, or says what is wrong with K
     */
    public static Grain parse(String label) {
        if (label.equals("pixel")) {
            return new Grain(label, Size.PIXELS, EACH);
        }
        if (label.equals("row")) {
            return new Grain(label, Size.ROWS, EACH);
        }
        if (label.equals(BAND)) {
            return new Grain(label, Size.ROWS, Schedule.parse("static"));
        }
        if (label.startsWith(BAND + ":")) {
            return new Grain(label, Size.ROWS, Schedule.parse("over" + label.substring(BAND.length())));
        }
        throw new IllegalArgumentException("unknown grain '" + label + "', known are pixel, row, band, band:K");
    }

    /** True if each row or pixel is a task. */
    boolean isFinest() {
        return schedule.equals(EACH);
    }

    /**
     * The workload of a study, in rows of this grain.
     *
     * @throws IllegalArgumentException if its rows cannot be cut
     */
    Workload<?> workload(Computation<?> computation) {
        if (size == Size.ROWS) {
            return computation.workload();
        }
        return computation
                .workload()
                .inPixels()
                .orElseThrow(
                        () -> new IllegalArgumentException("--grains pixel is for views: the finest task of workload "
                                + computation.workload().name() + " is a row"));
    }
}
