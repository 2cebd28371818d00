package org.mandelspark.schedule;

/** Formulas that give every chunk of a cut the same size; notation as in {@link StepRule}. */
final class FixedSizes {
    /** Rounds to the nearest size, as the libraries of Banicescu and Cariño do before they cut off the fraction. */
    private static final double ROUNDING = 0.55;

    private FixedSizes() {}

    /**
     * Modified fixed-size chunking, K = ⌊0.55 + T·ln 2/ln T⌋ with T = ⌈N/P⌉ (Banicescu): as many chunks as factoring
     * with halves makes, without an estimate. K = 1 for T = 1, where ln T = 0.
     */
    static StepRule.Sizes modified(int rows, int workers) {
        int perWorker = StepRule.ceilDiv(rows, workers);
        int size = perWorker == 1 ? 1 : (int) (ROUNDING + perWorker * Math.log(2) / Math.log(perWorker));
        return (step, remaining) -> size;
    }

    /**
     * Fixed-size chunking, K = ⌈(√2·N·h/(σ·P·√ln P))^⅔⌉ (Kruskal and Weiss, Allocating independent subtasks on
     * parallel processors, IEEE Trans. Software Engineering, 1985), from 1 to ⌈N/P⌉.
     *
     * <p>⌈N/P⌉ where the divisor is 0: for P = 1 (ln P = 0) there is nothing to balance between workers, and for
     * σ = 0 nothing to balance between rows. Otherwise h = 0 gives 1, since chunks cost nothing.
     */
    static StepRule.Sizes kruskalWeiss(int rows, int workers, CostEstimate costs) {
        int largest = StepRule.ceilDiv(rows, workers);
        double divisor = costs.sigmaNanos() * workers * Math.sqrt(Math.log(workers));
        if (divisor == 0) {
            return (step, remaining) -> largest;
        }
        double wanted = Math.pow(Math.sqrt(2) * rows * costs.chunkNanos() / divisor, 2.0 / 3);
        int size = (int) Math.min(largest, Math.ceil(wanted));
        return (step, remaining) -> size;
    }
}
