package org.mandelspark.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mandelspark.grid.RowRange;

/**
 * Rules that cut bands off the rows one after the other, each with a formula for the size K of the next.
 *
 * <p>N rows, P workers, R rows left, step i from 0; µ and σ are mean and standard deviation of the cost of a row, h is
 * the overhead of a chunk. Every size is at least 1, and the last chunk holds what is left.
 */
enum StepRule implements Schedule {
    /** One row a chunk: K = 1 (Tang and Yew, Processor self-scheduling for multiple-nested parallel loops, 1986). */
    SELF,

    /** Fixed size, with about as many chunks as factoring makes: see {@link FixedSizes#modified}. */
    MFSC,

    /** Fixed size from the overhead and the spread of the costs: see {@link FixedSizes#kruskalWeiss}. */
    FSC,

    /** Guided self-scheduling, K = ⌈R/P⌉ (Polychronopoulos and Kuck, IEEE Trans. Computers, 1987). */
    GUIDED,

    /** Guided by half as much, K = ⌊R/(2P)⌋: what the OpenMP runtime of LLVM does for {@code guided,1}. */
    GUIDED2,

    /** Sizes that fall by the same number of rows: see {@link DecreasingSizes#trapezoid}. */
    TRAPEZOID,

    /** Batches of P equal chunks, each batch half of what is left: see {@link DecreasingSizes#factoring}. */
    FACTORING,

    /** Batches sized by the spread of the costs: see {@link DecreasingSizes.Fac}. */
    FAC,

    /** Guided, less a margin for the spread of the costs: see {@link DecreasingSizes#taper}. */
    TAPER;

    static Optional<StepRule> named(String label) {
        return Arrays.stream(values())
                .filter(rule -> rule.label().equals(label))
                .findFirst();
    }

    @Override
    public List<RowRange> chunks(int workers, CostEstimate costs) {
        int rows = costs.rows();
        Sizes sizes = sizes(workers, costs);
        List<RowRange> chunks = new ArrayList<>();
        int first = 0;
        while (first < rows) {
            int wanted = Math.max(1, sizes.next(chunks.size(), rows - first));
            int size = Math.min(wanted, rows - first);
            chunks.add(RowRange.band(first, first + size));
            first += size;
        }
        return chunks;
    }

    @Override
    public boolean needsEstimate() {
        return switch (this) {
            case FSC, FAC, TAPER -> true;
            case SELF, MFSC, GUIDED, GUIDED2, TRAPEZOID, FACTORING -> false;
        };
    }

    @Override
    public boolean dependsOnWorkers() {
        return this != SELF;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Sizes sizes(int workers, CostEstimate costs) {
        int rows = costs.rows();
        return switch (this) {
            case SELF -> (step, remaining) -> 1;
            case MFSC -> FixedSizes.modified(rows, workers);
            case FSC -> FixedSizes.kruskalWeiss(rows, workers, costs);
            case GUIDED -> (step, remaining) -> ceilDiv(remaining, workers);
            case GUIDED2 -> (step, remaining) -> (int) (remaining / (2L * workers));
            case TRAPEZOID -> DecreasingSizes.trapezoid(rows, workers);
            case FACTORING -> DecreasingSizes.factoring(rows, workers);
            case FAC -> new DecreasingSizes.Fac(workers, costs.variation());
            case TAPER -> DecreasingSizes.taper(workers, costs.variation());
        };
    }

    /** ⌈a/b⌉ for positive numbers. */
    static int ceilDiv(long a, long b) {
        return (int) ((a + b - 1) / b);
    }

    /** The sizes of the chunks of one cut, asked for in order. May remember what it gave, so it serves one cut only. */
    @FunctionalInterface
    interface Sizes {
        /**
         * Rows of the next chunk; the caller raises it to 1 and lowers it to what is left.
         *
         * @param step number of chunks before this one
         * @param remaining rows not yet in a chunk, at least 1
         */
        int next(int step, int remaining);
    }
}
