package org.mandelspark.kernel.deep;

/** How the run of an orbit ended. */
enum Outcome {
    /** The test of its last iteration is proved to fail: |z| > 2 there, and nowhere before. */
    ESCAPED,

    /** Every test is proved to be passed. */
    CAPPED,

    /** A test could not be decided. */
    UNDECIDED,

    /** The offset from the reference left the range of the arithmetic; the run goes on in another. */
    LEFT
}
