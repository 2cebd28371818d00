package org.mandelspark.measure;

import org.mandelspark.grid.Counted;

/**
 * Attempts at chunks beyond the one that each needs. No figure contains what they computed: of every chunk one attempt
 * counts, the one whose result was used; the others are time of their slot without a chunk.
 *
 * @param retries made because an earlier one had failed or its process had died
 * @param speculative made because an earlier one was thought too slow
 */
public record ExtraAttempts(int retries, int speculative) {
    /** No extra attempts: every chunk was computed once. */
    public static final ExtraAttempts NONE = new ExtraAttempts(0, 0);

    public ExtraAttempts {
        if (retries < 0 || speculative < 0) {
            throw new IllegalArgumentException(
                    "retries and speculative attempts must be at least 0, not " + retries + " and " + speculative);
        }
    }

    /** Number of attempts of both kinds. */
    public int total() {
        return retries + speculative;
    }

    /** The same and others. */
    public ExtraAttempts plus(ExtraAttempts other) {
        return new ExtraAttempts(retries + other.retries, speculative + other.speculative);
    }

    /** Description for people: how many, and why. */
    public String describe() {
        return "%s repeated (%d after a failure, %d by speculation)"
                .formatted(Counted.of(total(), "task was", "tasks were"), retries, speculative);
    }
}
