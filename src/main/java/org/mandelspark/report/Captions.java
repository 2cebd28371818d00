package org.mandelspark.report;

import java.util.Locale;
import org.mandelspark.grid.View;
import org.mandelspark.output.Environment;

/** What stands above plots: what was computed, and where. */
final class Captions {
    private Captions() {}

    /** What a plot shows, of which view. */
    static String title(String what, View view) {
        return String.format(
                Locale.ROOT,
                "%s on view %s, %s, at most %,d iterations",
                what,
                view.name(),
                view.size(),
                view.maxIter());
    }

    /** The machine, as far as times depend on it. */
    static String place(Environment environment) {
        return "%s; %s".formatted(environment.cpu(), environment.jvm());
    }
}
