package org.mandelspark.schedule;

import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.grid.RowRange;

/**
 * Another rule, applied to permuted rows, so that rows that lie side by side, which cost alike, are spread over the
 * chunks: position i holds row (i·s) mod N, and the rule cuts positions.
 *
 * <p>The stride s is coprime to N and near N/φ, φ the golden ratio, so that any run of positions is spread evenly over
 * the rows (Weyl, Knuth's Fibonacci hashing). Being near is not enough: s/N may lie close to another fraction of small
 * denominator, and a run longer than that falls on few places. So of the strides within ⌊N/4⌋, 32 at most, of N/φ that
 * one is taken whose continued fraction s/N has the least largest term; of several, the nearest, then the smaller. Up
 * to N = 3 rows stay where they are.
 *
 * @param rule what cuts the positions; not {@code auto}, and not permuted itself
 */
record Permuted(Schedule rule) implements Schedule {
    static final String NAME = "permuted";
    private static final int TRIVIAL_ROWS = 3;
    private static final int MAX_REACH = 32;
    private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

    Permuted {
        Nesting.require(NAME, Permuted.class, rule);
    }

    @Override
    public List<RowRange> chunks(int workers, CostEstimate costs) {
        int rows = costs.rows();
        if (rows <= TRIVIAL_ROWS) {
            return rule.chunks(workers, costs);
        }
        RowRange order = new RowRange(0, rows, stride(rows), rows);
        CostEstimate ordered = rule.needsEstimate() ? costs.along(order) : costs;
        return rule.chunks(workers, ordered).stream()
                .map(positions -> rowsAt(order, positions))
                .toList();
    }

    @Override
    public boolean needsEstimate() {
        return rule.needsEstimate();
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
        return NAME + ":" + rule.label();
    }

    /** The stride for so many rows, 4 or more. */
    static int stride(int rows) {
        int golden = (int) Math.round(rows / GOLDEN_RATIO);
        int reach = Math.min(MAX_REACH, rows / 4);
        int best = golden;
        for (int off = 1; off <= reach; off++) {
            if (largestTerm(golden - off, rows) < largestTerm(best, rows)) {
                best = golden - off;
            }
            if (golden + off < rows && largestTerm(golden + off, rows) < largestTerm(best, rows)) {
                best = golden + off;
            }
        }
        return best;
    }

    /** Largest term of the continued fraction of stride/rows; beyond all terms if the two are not coprime. */
    static int largestTerm(int stride, int rows) {
        int largest = 0;
        int a = rows;
        int b = stride;
        while (b > 0) {
            largest = Math.max(largest, a / b);
            int rest = a % b;
            a = b;
            b = rest;
        }
        return a == 1 ? largest : Integer.MAX_VALUE;
    }

    /** A progression of positions is one of rows, modulo their number. */
    private static RowRange rowsAt(RowRange order, RowRange positions) {
        int stride = (int) ((long) positions.stride() * order.stride() % order.modulus());
        // A single position may have any stride, even one that is 0 modulo the number of rows.
        return new RowRange(order.row(positions.first()), positions.count(), Math.max(1, stride), order.modulus());
    }
}
