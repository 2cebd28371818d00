package org.mandelspark.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a run of a study is for. */
public enum Phase {
    /** It says what the answer is that every other run must give. */
    REFERENCE,
    /** Of {@link org.mandelspark.workload.Noise}, for what the engine itself takes. */
    CALIBRATION,
    /** Not counted: compilers and caches have not settled. */
    WARMUP,
    /** Counted. */
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
