package org.mandelspark.study;

import java.util.List;

/**
 * One execution in a study; every one is kept.
 *
 * @param contestant the configuration
 * @param phase whether it counts
 * @param startNanos when it began, since the study did
 * @param wallNanos from the engine's call to the stitched array
 * @param kernelNanos time inside the kernel, summed over the chunks
 * @param iterations sum of the counts
 * @param steps what was really executed
 * @param checksum of the counts
 * @param methods what computed the chunks
 */
public record TimedRun(
        Contestant contestant,
        Phase phase,
        long startNanos,
        long wallNanos,
        long kernelNanos,
        long iterations,
        long steps,
        String checksum,
        List<String> methods) {
    public TimedRun {
        methods = List.copyOf(methods);
    }

    /** What a run is for. */
    public enum Phase {
        /** The first run of all: the answer that every other must give. */
        REFERENCE,
        /** Not counted: compilers and caches have not settled. */
        WARMUP,
        /** Counted. */
        MEASURED
    }
}
