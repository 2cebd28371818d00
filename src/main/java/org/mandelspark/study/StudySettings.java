package org.mandelspark.study;

import java.util.List;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.record.Configuration;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.workload.Problem;

/**
 * Number of times a study measures each configuration, and the order.
 *
 * @param repeats measured runs of each configuration, at least 1
 * @param warmup runs of each configuration before those
 * @param seed of the random order of configurations
 */
public record StudySettings(int repeats, Warmup warmup, long seed) {
    public StudySettings {
        if (repeats < 1) {
            throw new IllegalArgumentException("--repeats must be at least 1, not " + repeats);
        }
    }

    /** Settings with a fixed number of warm-ups. */
    public StudySettings(int repeats, int warmups, long seed) {
        this(repeats, new Warmup.Fixed(warmups), seed);
    }

    /** The settings of a study that was recorded. */
    static StudySettings of(StudyRecord study) {
        Warmup warmup =
                study.warmups().isPresent() ? new Warmup.Fixed(study.warmups().getAsInt()) : new Warmup.UntilSteady();
        return new StudySettings(study.repeats(), warmup, study.seed());
    }

    /** A study with these settings, as it is recorded. */
    StudyRecord record(String study, Problem<?> problem, List<Configuration> configurations) {
        return new StudyRecord(study, problem, configurations, repeats, warmup.fixed(), seed);
    }

    /** Warm-ups and repeats of a configuration, at most. */
    long runs() {
        return (long) warmup.most() + repeats;
    }

    /** Runs that warm up engines of a kind when they are started again, at most. */
    long restarts(EngineKind kind, int engines) {
        return kind == EngineKind.SPARK && engines > 1 ? (long) engines * repeats : 0;
    }

    /**
     * The same values, none of them twice.
     *
     * @param option that gave them
     * @throws IllegalArgumentException if one is there more than once
     */
    public static <T> List<T> eachOnce(String option, List<T> values) {
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException(option + ": each may be named once only");
        }
        return List.copyOf(values);
    }
}
