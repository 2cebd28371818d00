package org.mandelspark.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.grid.RowRange;

/**
 * A rule that cuts rows into chunks: the seam for load balance.
 *
 * <p>Rows stand for the units of a workload, which may be tiles: a rule knows their number and what they may cost, and
 * nothing of their shape.
 *
 * <p>Every rule covers every row exactly once and makes no empty chunk, so there are never more chunks than rows. All
 * are pure functions: the same rows, workers and estimate give the same chunks.
 */
public sealed interface Schedule
        permits Schedule.Static,
                Schedule.OverPartitioned,
                Schedule.Cyclic,
                StepRule,
                Balanced,
                LargestFirst,
                Permuted,
                Auto {
    /** The largest partition factor; beyond it every row is a chunk of its own anyway. */
    int MAX_FACTOR = 1 << 20;

    /**
     * The chunks in the order in which they are to be started.
     *
     * @param workers number of workers that the rows are shared among, at least 1
     * @param costs what the rows are expected to cost; it also says how many there are
     */
    List<RowRange> chunks(int workers, CostEstimate costs);

    /** True if the chunks depend on more of the estimate than the number of rows. */
    boolean needsEstimate();

    /** Chunks a worker, where the rule is bands of so many or their order. */
    default OptionalInt partitionFactor() {
        return OptionalInt.empty();
    }

    /** True if it is so many bands of rows, as {@code over:K} says, and nothing besides. */
    default boolean namesBands() {
        return false;
    }

    /** True if the number of workers makes a difference to the chunks. */
    default boolean dependsOnWorkers() {
        return true;
    }

    /** True if it is a choice among the other rules, made for the work at hand. */
    default boolean isChoice() {
        return false;
    }

    /** The rule's name on the command line; {@link #parse} reads it back. What is left to its default is not named. */
    String label();

    /**
     * The rule of a name, such as {@code static}, {@code over:16} or {@code permuted:guided}.
     *
     * @throws IllegalArgumentException that lists the known schedules
     */
    static Schedule parse(String label) {
        return ScheduleLabels.parse(label);
    }

    /** One contiguous band of rows a worker: band i holds rows ⌊N·i/P⌋ up to ⌊N·(i+1)/P⌋. */
    record Static() implements Schedule {
        @Override
        public List<RowRange> chunks(int workers, CostEstimate costs) {
            return bands(costs.rows(), workers);
        }

        @Override
        public boolean needsEstimate() {
            return false;
        }

        @Override
        public OptionalInt partitionFactor() {
            return OptionalInt.of(1);
        }

        @Override
        public String label() {
            return "static";
        }
    }

    /**
     * Contiguous bands, {@code factor} times as many as workers, so that a worker that is done early takes another
     * (the partition factor of the Mojo study).
     *
     * @param factor bands a worker, from 1 to {@value Schedule#MAX_FACTOR}
     */
    record OverPartitioned(int factor) implements Schedule {
        public OverPartitioned {
            if (factor < 1 || factor > MAX_FACTOR) {
                throw new IllegalArgumentException(
                        "the K of 'over:K' must be a whole number from 1 to " + MAX_FACTOR + ", not " + factor);
            }
        }

        @Override
        public List<RowRange> chunks(int workers, CostEstimate costs) {
            return bands(costs.rows(), (long) factor * workers);
        }

        @Override
        public boolean needsEstimate() {
            return false;
        }

        @Override
        public OptionalInt partitionFactor() {
            return OptionalInt.of(factor);
        }

        @Override
        public boolean namesBands() {
            return true;
        }

        @Override
        public String label() {
            return "over:" + factor;
        }
    }

    /** Row r belongs to chunk r mod P: the baseline that distinguishes a bad cut from uneven work. */
    record Cyclic() implements Schedule {
        @Override
        public List<RowRange> chunks(int workers, CostEstimate costs) {
            int rows = costs.rows();
            List<RowRange> chunks = new ArrayList<>();
            for (int first = 0; first < Math.min(rows, workers); first++) {
                chunks.add(new RowRange(first, (rows - 1 - first) / workers + 1, workers));
            }
            return chunks;
        }

        @Override
        public boolean needsEstimate() {
            return false;
        }

        @Override
        public String label() {
            return "cyclic";
        }
    }

    private static List<RowRange> bands(int rows, long wanted) {
        int bands = (int) Math.min(rows, wanted);
        List<RowRange> chunks = new ArrayList<>(bands);
        for (int i = 0; i < bands; i++) {
            int first = (int) ((long) rows * i / bands);
            int end = (int) ((long) rows * (i + 1) / bands);
            chunks.add(RowRange.band(first, end));
        }
        return chunks;
    }
}
