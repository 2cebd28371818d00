package org.mandelspark.report;

import java.awt.Color;
import org.mandelspark.report.plot.PlotStyle;

/** Colours of schedules, the same in all figures. */
final class ScheduleColours {
    private ScheduleColours() {}

    /** The colour of a schedule's family: of all rules that make the same kind of chunks. */
    static Color of(String label) {
        return switch (CaptionText.family(label)) {
            case "static" -> new Color(0xD55E00);
            case "cyclic" -> new Color(0x009E73);
            case "over" -> new Color(0x0072B2);
            case "balanced" -> new Color(0x56B4E9);
            case "lpt" -> new Color(0xCC79A7);
            case "permuted" -> new Color(0xE69F00);
            case "self" -> new Color(0x332288);
            case "mfsc", "fsc" -> new Color(0x999933);
            case "auto" -> PlotStyle.TEXT;
            // Chunks that shrink: guided, trapezoid, factoring and their kin.
            default -> new Color(0x882255);
        };
    }
}
