package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;

/**
 * Numbers of pixels by what proved their counts.
 *
 * @param doubles by doubles
 * @param carefulDoubles by doubles with smaller remainders
 * @param pairs by pairs of doubles
 * @param balls by balls of integers
 * @param undecided not proved so far
 * @param unlikeDoubles pixels whose exact count is not that of doubles at the same point, where that was looked at
 */
public record Proofs(
        @JsonProperty("doubles") long doubles,
        @JsonProperty("careful_doubles") long carefulDoubles,
        @JsonProperty("pairs") long pairs,
        @JsonProperty("balls") long balls,
        @JsonProperty("undecided") long undecided,
        @JsonProperty("unlike_doubles") long unlikeDoubles)
        implements Serializable {
    /** Proofs of nothing. */
    public static final Proofs NONE = new Proofs(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Proofs plus(Proofs other) {
        return new Proofs(
                doubles + other.doubles,
                carefulDoubles + other.carefulDoubles,
                pairs + other.pairs,
                balls + other.balls,
                undecided + other.undecided,
                unlikeDoubles + other.unlikeDoubles);
    }

    /** These and those of pixels that had been undecided. */
    public Proofs completedBy(Proofs rest) {
        return plus(rest)
                .plus(new Proofs(0, 0, 0, 0, -rest.doubles - rest.carefulDoubles - rest.pairs - rest.balls, 0));
    }

    /** All pixels. */
    public long pixels() {
        return doubles + carefulDoubles + pairs + balls + undecided;
    }
}
