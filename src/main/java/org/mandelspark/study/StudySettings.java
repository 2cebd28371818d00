package org.mandelspark.study;

import java.util.List;

/**
 * How often a study measures each configuration, and in which order.
 *
 * @param repeats measured runs of each configuration, at least 1
 * @param warmups runs of each configuration before those, at least 0
 * @param seed of the random order of configurations
 */
public record StudySettings(int repeats, int warmups, long seed) {
    public StudySettings {
        if (repeats < 1 || warmups < 0) {
            throw new IllegalArgumentException(
                    "--repeats must be at least 1 and --warmup at least 0, not " + repeats + " and " + warmups);
        }
    }

    /**
     * The same values, none of them twice.
     *
     * @param option that gave them
     * @throws IllegalArgumentException if one is there more than once
     */
    static <T> List<T> eachOnce(String option, List<T> values) {
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException(option + ": each may be named once only");
        }
        return List.copyOf(values);
    }
}
