package org.mandelspark.measure;

/** Claims that two samples of run times allow (Hoefler and Belli, SC15, rule 7). */
public enum Verdict {
    /** All of the one's confidence interval lies below the other's. */
    FASTER,
    /** All of it lies above. */
    SLOWER,
    /** The intervals overlap, there are too few values for one, or one of the two still became faster. */
    OPEN
}
