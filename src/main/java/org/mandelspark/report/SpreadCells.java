package org.mandelspark.report;

import java.util.Map;
import org.mandelspark.measure.Interval;
import org.mandelspark.measure.Spread;

/** The columns that every CSV file of repeats has, named and ordered alike. */
final class SpreadCells {
    private SpreadCells() {}

    /** n, the median and its interval. */
    static void putMedian(Spread seconds, Map<String, Object> cells) {
        cells.put("n", seconds.n());
        cells.put("median_s", seconds.median());
        cells.put("ci_low_s", seconds.interval().map(Interval::low).orElse(null));
        cells.put("ci_high_s", seconds.interval().map(Interval::high).orElse(null));
    }

    /** The smallest and the largest. */
    static void putRange(Spread seconds, Map<String, Object> cells) {
        cells.put("min_s", seconds.min());
        cells.put("max_s", seconds.max());
    }
}
