package org.mandelspark.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mandelspark.grid.RowRange;

/**
 * The rule that an estimate speaks for: candidates are replayed by {@link ListScheduling}, with the estimate's
 * overhead of a chunk, and one of the fastest is taken.
 *
 * <p>Candidates are {@code static}, {@code cyclic} and, for each K of 1, 2, 4, … 64 with K·P ≤ N,
 * {@code over:K}, {@code balanced:K}, {@code lpt:over:K} and {@code permuted:over:K}. Those whose makespan is within 1%
 * of the least are as good as equal, because estimates err by more. Among them small chunks forgive most: of those whose
 * overheads are less than 0.3% of all work, the one whose longest chunk costs least is taken; of several the one of least
 * makespan, then the first in the order above. If overheads are more for all of them, there is nothing to spend
 * on forgiveness: the least makespan decides, then the order above.
 */
public record Auto() implements Schedule {
    static final String NAME = "auto";
    private static final int MAX_CANDIDATE_FACTOR = 64;
    private static final double NEAR = 1.01;
    private static final double SMALL_SHARE = 0.003;

    /**
     * The rule taken for an estimate; the same estimate always gives the same.
     *
     * @param workers number of workers, at least 1
     */
    public static Schedule choose(int workers, CostEstimate costs) {
        if (costs.sigmaNanos() == 0 && costs.totalNanos() < costs.chunkNanos()) {
            // Even rows that together cost less than a chunk does besides them: whatever adds chunks loses, and to find
            // that out by trying takes longer than such work.
            return new Static();
        }
        List<Trial> trials = candidates(workers, costs.rows()).stream()
                .map(rule -> Trial.of(rule, workers, costs))
                .toList();
        // If elements are equal, min takes the first.
        Trial fastest = trials.stream()
                .min(Comparator.comparingDouble(Trial::makespanNanos))
                .orElseThrow();
        return trials.stream()
                .filter(trial -> trial.makespanNanos() <= NEAR * fastest.makespanNanos())
                .filter(trial -> trial.overheadShare() < SMALL_SHARE)
                .min(Comparator.comparingDouble(Trial::longestNanos).thenComparingDouble(Trial::makespanNanos))
                .orElse(fastest)
                .rule();
    }

    @Override
    public List<RowRange> chunks(int workers, CostEstimate costs) {
        return choose(workers, costs).chunks(workers, costs);
    }

    @Override
    public boolean needsEstimate() {
        return true;
    }

    @Override
    public boolean isChoice() {
        return true;
    }

    @Override
    public String label() {
        return NAME;
    }

    /** The rules to choose from, in the order in which ties are decided. */
    static List<Schedule> candidates(int workers, int rows) {
        List<Schedule> over = new ArrayList<>();
        List<Schedule> balanced = new ArrayList<>();
        for (int factor = 1; factor <= MAX_CANDIDATE_FACTOR && (long) factor * workers <= rows; factor *= 2) {
            over.add(new OverPartitioned(factor));
            balanced.add(new Balanced(factor));
        }
        List<Schedule> candidates = new ArrayList<>(List.of(new Static(), new Cyclic()));
        candidates.addAll(over);
        candidates.addAll(balanced);
        over.forEach(rule -> candidates.add(new LargestFirst(rule)));
        over.forEach(rule -> candidates.add(new Permuted(rule)));
        return candidates;
    }

    /**
     * Prediction of the model for a candidate.
     *
     * @param overheadShare overheads of chunks over all that workers execute, from 0 to 1; 0 if that is nothing
     */
    record Trial(Schedule rule, double makespanNanos, double longestNanos, double overheadShare) {
        static Trial of(Schedule rule, int workers, CostEstimate costs) {
            double[] chunkNanos = rule.chunks(workers, costs).stream()
                    .mapToDouble(costs::costNanos)
                    .toArray();
            double longestNanos = 0;
            for (double nanos : chunkNanos) {
                longestNanos = Math.max(longestNanos, nanos);
            }
            double overheadNanos = chunkNanos.length * costs.chunkNanos();
            return new Trial(
                    rule,
                    ListScheduling.makespanNanos(chunkNanos, workers, new Overheads(0, 0, costs.chunkNanos())),
                    longestNanos,
                    overheadNanos == 0 ? 0 : overheadNanos / (overheadNanos + costs.totalNanos()));
        }
    }
}
