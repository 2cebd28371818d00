package org.mandelspark.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Purpose of a run within a study. */
public enum Phase {
    /** It says what the answer is that every other run must give. */
    REFERENCE,
    /** A run of {@link org.mandelspark.workload.Noise}, to measure what the engine itself takes. */
    CALIBRATION,
    /** Run that is not counted: compilers and caches have not settled. */
    WARMUP,
    /** Run that is counted. */
    MEASURED;

    /** The name in files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The phase of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Phase parse(String label) {
        for (Phase phase : values()) {
            if (phase.label().equals(label)) {
                return phase;
            }
        }
        throw new IllegalArgumentException(
                "a phase is reference, calibration, warmup or measured, not '" + label + "'");
    }
}
