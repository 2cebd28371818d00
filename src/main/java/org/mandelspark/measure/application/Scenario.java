package org.mandelspark.measure.application;

import java.util.Locale;

/**
 * Another way to run the same tasks.
 *
 * @param slots how many there are from the beginning to the end, at least 1; 0 for the executors as they came and went, and
 *     {@link #UNLIMITED}
 * @param pieces into which every task is cut, at least 1; each piece takes its share of the run time and what the task took
 *     besides, which is more than a hot key would allow
 * @param change what is different of the tasks besides
 */
public record Scenario(int slots, int pieces, Change change) {
    /** More slots than tasks: what is left is the critical path. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Everything as it was. */
    public static final Scenario MEASURED = new Scenario(0, 1, Change.NONE);

    /** Change to the tasks of each stage. */
    public enum Change {
        NONE,
        /** Those that take longest come first. */
        LARGEST_FIRST,
        /** All take the mean of them. */
        EVEN,
        /** Nothing takes time but run times and what the driver does between jobs. */
        NO_OVERHEAD;

        /** Name in files and for people. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Scenario {
        if (slots < 0 || pieces < 1) {
            throw new IllegalArgumentException(
                    "a scenario must have at least 0 slots and 1 piece a task, not " + slots + " and " + pieces);
        }
    }

    /** So many slots from the beginning to the end. */
    public static Scenario ofSlots(int slots) {
        return new Scenario(slots, 1, Change.NONE);
    }

    /** Each task in so many pieces. */
    public static Scenario ofPieces(int pieces) {
        return new Scenario(0, pieces, Change.NONE);
    }

    /** Other tasks on the same executors. */
    public static Scenario of(Change change) {
        return new Scenario(0, 1, change);
    }
}
