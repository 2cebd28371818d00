package org.mandelspark.schedule;

/** Formulas that begin with large chunks and end with small ones; notation as in {@link StepRule}. */
final class DecreasingSizes {
    /** Lucco's α: how many standard deviations the margin is worth. */
    private static final double TAPER_ALPHA = 1.3;

    private DecreasingSizes() {}

    /**
     * Trapezoid self-scheduling, K = f − i·δ with f = ⌈N/(2P)⌉, n = ⌈2N/(f + 1)⌉ and δ = ⌊(f − 1)/(n − 1)⌋ (Tzen and
     * Ni, IEEE Trans. Parallel and Distributed Systems, 1993): n chunks or a few less, from f rows down to 1. N = 1
     * makes n = 1, and then δ = 0.
     */
    static StepRule.Sizes trapezoid(int rows, int workers) {
        int most = StepRule.ceilDiv(rows, 2L * workers);
        int chunks = StepRule.ceilDiv(2L * rows, most + 1L);
        int delta = chunks == 1 ? 0 : (most - 1) / (chunks - 1);
        return (step, remaining) -> (int) Math.max(1, most - (long) step * delta);
    }

    /**
     * Factoring with halves (FAC2), K = ⌈½^(⌊i/P⌋ + 1)·N/P⌉ (Hummel, Schonberg and Flynn, Factoring: a method for
     * scheduling parallel loops, CACM, 1992).
     */
    static StepRule.Sizes factoring(int rows, int workers) {
        // More than 31 halvings leave less than one row.
        return (step, remaining) -> StepRule.ceilDiv(rows, (long) workers << Math.min(31, step / workers + 1));
    }

    /**
     * Tapering, K = ⌈t + v²/2 − v√(2t + v²/4)⌉ with t = R/P and v = 1.3·σ/µ (Lucco, A dynamic scheduling method for
     * irregular parallel programs, PLDI 1992). v = 0 gives guided self-scheduling; so do rows that cost nothing.
     *
     * @param variation σ/µ
     */
    static StepRule.Sizes taper(int workers, double variation) {
        double v = TAPER_ALPHA * variation;
        return (step, remaining) -> {
            double share = (double) remaining / workers;
            return (int) Math.ceil(share + v * v / 2 - v * Math.sqrt(2 * share + v * v / 4));
        };
    }

    /**
     * Factoring with a ratio from the spread of the costs: batches of P chunks of K = ⌈R/(x·P)⌉ rows, R being what is
     * left when the batch begins, b = P·σ/(2µ√R), x = 1 + b² + b√(b² + 2) for the first batch and
     * 2 + b² + b√(b² + 4) for later ones (Hummel, Schonberg and Flynn, 1992).
     *
     * <p>Even costs (σ = 0), and rows that cost nothing, make b = 0: one batch takes all.
     */
    static final class Fac implements StepRule.Sizes {
        private final int workers;
        private final double variation;
        private int size;

        /** Rule with σ/µ = {@code variation}. */
        Fac(int workers, double variation) {
            this.workers = workers;
            this.variation = variation;
        }

        @Override
        public int next(int step, int remaining) {
            if (step % workers == 0) {
                double b = workers * variation / (2 * Math.sqrt(remaining));
                double x = step == 0 ? 1 + b * b + b * Math.sqrt(b * b + 2) : 2 + b * b + b * Math.sqrt(b * b + 4);
                size = (int) Math.ceil(remaining / (x * workers));
            }
            return size;
        }
    }
}
