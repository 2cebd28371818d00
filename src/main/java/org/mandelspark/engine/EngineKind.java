package org.mandelspark.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The engines that can be asked for by name. */
public enum EngineKind {
    /** One loop in this process. */
    SERIAL,
    /** Threads of this process. */
    THREADS,
    /** A Spark job, in local mode or on a cluster. */
    SPARK;

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The engine of a name.
     *
     * @throws IllegalArgumentException that lists the known engines
     */
    public static EngineKind parse(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown engine '" + label + "', known are "
                        + Arrays.stream(values()).map(EngineKind::label).collect(Collectors.joining(", "))));
    }
}
