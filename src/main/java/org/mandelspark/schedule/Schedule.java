package org.mandelspark.schedule;

import java.util.ArrayList;
import java.util.List;
import org.mandelspark.grid.RowRange;

/**
 * A rule that cuts rows into chunks: the seam for load balance.
 *
 * <p>Every rule covers every row exactly once and makes no empty chunk, so there are never more chunks than rows.
 */
public sealed interface Schedule {
    /** The largest partition factor; beyond it every row is a chunk of its own anyway. */
    int MAX_FACTOR = 1 << 20;

    /**
     * The chunks in the order in which they are to be started.
     *
     * @param rows number of rows, at least 1
     * @param workers number of workers that the rows are shared among, at least 1
     */
    List<RowRange> chunks(int rows, int workers);

    /** The rule's name on the command line. */
    String label();

    /**
     * The rule of a name: {@code static}, {@code over:K} or {@code cyclic}.
     *
     * @throws IllegalArgumentException that lists the known schedules
     */
    static Schedule parse(String label) {
        if (label.equals("static")) {
            return new Static();
        }
        if (label.equals("cyclic")) {
            return new Cyclic();
        }
        if (label.startsWith("over:")) {
            try {
                return new OverPartitioned(Integer.parseInt(label.substring("over:".length())));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "the K of '" + label + "' must be a whole number from 1 to " + MAX_FACTOR, e);
            }
        }
        throw new IllegalArgumentException("unknown schedule '" + label + "', known are static, over:K, cyclic");
    }

    /** One contiguous band of rows a worker: band i holds rows ⌊N·i/P⌋ up to ⌊N·(i+1)/P⌋. */
    record Static() implements Schedule {
        @Override
        public List<RowRange> chunks(int rows, int workers) {
            return bands(rows, workers);
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
        public List<RowRange> chunks(int rows, int workers) {
            return bands(rows, (long) factor * workers);
        }

        @Override
        public String label() {
            return "over:" + factor;
        }
    }

    /** Row r belongs to chunk r mod P: the baseline that tells a bad cut from uneven work. */
    record Cyclic() implements Schedule {
        @Override
        public List<RowRange> chunks(int rows, int workers) {
            List<RowRange> chunks = new ArrayList<>();
            for (int first = 0; first < Math.min(rows, workers); first++) {
                chunks.add(new RowRange(first, (rows - 1 - first) / workers + 1, workers));
            }
            return chunks;
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
