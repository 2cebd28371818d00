package org.mandelspark.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.grid.RowRange;

/**
 * The chunks of another rule, the one of largest modelled cost first (LPT, longest processing time): at most
 * 4/3 − 1/(3P) times the shortest time that any assignment of these chunks takes (Graham, Bounds on multiprocessing
 * timing anomalies, 1969). Chunks of equal cost keep their order.
 *
 * @param rule what cuts the chunks; not {@code auto}, which sorts where that pays, and not sorted itself
 */
record LargestFirst(Schedule rule) implements Schedule {
    static final String NAME = "lpt";
    static final Schedule DEFAULT_RULE = new OverPartitioned(16);

    LargestFirst {
        Nesting.require(NAME, LargestFirst.class, rule);
    }

    @Override
    public List<RowRange> chunks(int workers, CostEstimate costs) {
        return rule.chunks(workers, costs).stream()
                .map(rows -> new Priced(rows, costs.costNanos(rows)))
                .sorted(Comparator.comparingDouble(Priced::costNanos).reversed())
                .map(Priced::rows)
                .toList();
    }

    @Override
    public boolean needsEstimate() {
        return true;
    }

    @Override
    public OptionalInt partitionFactor() {
        return rule.namesBands() ? rule.partitionFactor() : OptionalInt.empty();
    }

    @Override
    public boolean dependsOnWorkers() {
        return rule.dependsOnWorkers();
    }

    @Override
    public String label() {
        return rule.equals(DEFAULT_RULE) ? NAME : NAME + ":" + rule.label();
    }

    /** Rows with their cost, so that a sum is formed once a chunk, not once a comparison. */
    private record Priced(RowRange rows, double costNanos) {}
}
