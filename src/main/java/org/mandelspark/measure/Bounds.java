package org.mandelspark.measure;

import java.util.DoubleSummaryStatistics;

/**
 * Limits of the time of a run without overhead, whatever the order of its chunks, in the unit of their costs.
 *
 * <p>No schedule beats {@code max(total/p, longest)}. Any list schedule, which never lets a worker wait while a chunk is
 * left, stays within {@code total/p + (1 − 1/p)·longest}, because the chunk that ends last was started when all workers
 * were busy with the others. Graham, Bounds on Multiprocessing Timing Anomalies (SIAM Journal on Applied Mathematics
 * 17(2), 1969).
 *
 * @param lower what no schedule can beat, greater than 0
 * @param upper what no list schedule exceeds, from {@code lower} to twice as much
 */
public record Bounds(double lower, double upper) {
    public Bounds {
        if (!(lower > 0 && lower <= upper && Double.isFinite(upper))) {
            throw new IllegalArgumentException(
                    "bounds must be finite, greater than 0 and in order, not " + lower + " and " + upper);
        }
    }

    /**
     * The bounds for some chunks.
     *
     * @param workers p, at least 1
     * @param costs of each chunk; at least one, all finite, none below 0, not all 0
     */
    public static Bounds of(int workers, double... costs) {
        if (workers < 1) {
            throw new IllegalArgumentException("chunks need at least 1 worker, not " + workers);
        }
        DoubleSummaryStatistics summary = LoadSummary.of(costs);
        double share = summary.getSum() / workers;
        double longest = summary.getMax();
        double lower = Math.max(share, longest);
        // Where both are equal, rounding may put the sum below.
        return new Bounds(lower, Math.max(lower, share + (1 - 1.0 / workers) * longest));
    }

    /**
     * The efficiency E ≈ 1/(1 + m/k) to expect at least, between 0 and 1; it can be printed before a run.
     *
     * <p>If the longest chunk costs at most m times the mean one, total/p is the cost of k mean chunks, and the upper
     * bound is below that of k + m. It is approximate, because it takes the costs of rows for those of chunks, which
     * differ less.
     *
     * @param rowMaxOverMean m, cost of the most expensive row over that of the mean row, at least 1
     * @param chunksPerCore k, number of chunks over number of workers, greater than 0
     */
    public static double expectedEfficiency(double rowMaxOverMean, double chunksPerCore) {
        if (!(rowMaxOverMean >= 1 && Double.isFinite(rowMaxOverMean))) {
            throw new IllegalArgumentException("max/mean must be finite and at least 1, not " + rowMaxOverMean);
        }
        if (!(chunksPerCore > 0 && Double.isFinite(chunksPerCore))) {
            throw new IllegalArgumentException(
                    "chunks per core must be finite and greater than 0, not " + chunksPerCore);
        }
        return 1 / (1 + rowMaxOverMean / chunksPerCore);
    }
}
