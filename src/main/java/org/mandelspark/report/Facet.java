package org.mandelspark.report;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import org.mandelspark.measure.Spread;
import org.mandelspark.workload.Computation;

/**
 * A study among others that differ from it in what they compute.
 *
 * @param computation what it computes
 * @param origin sentence that says how it was measured, and where
 * @param lines one for each configuration, in the order of its table
 */
record Facet(Computation<?> computation, String origin, List<Line> lines) {
    Facet {
        lines = List.copyOf(lines);
    }

    /**
     * A configuration.
     *
     * @param name of it, the same in all studies
     * @param colour in figures
     * @param seconds of its repeats
     * @param efficiency as the study's own table has it
     */
    record Line(String name, Color colour, Spread seconds, double efficiency) {}

    /** The line of least median time. */
    Line fastest() {
        return lines.stream()
                .min(Comparator.comparingDouble(line -> line.seconds().median()))
                .orElseThrow();
    }
}
