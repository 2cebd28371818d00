package org.mandelspark.workload;

import org.mandelspark.kernel.KernelKind;

/**
 * Time that a kernel takes in a JVM that has just started, measured on two cores of one machine; only the ratios
 * matter, and only for a choice that does not affect any answer.
 *
 * @param kernel what computes
 * @param startSeconds until the JVM has compiled its loops, as long as they are slower than others, whatever the work
 * @param iterationNanos of one core, from then on
 */
public record ColdSpeed(KernelKind kernel, double startSeconds, double iterationNanos) {
    private static final double NANOS = 1e9;

    /** Seconds that so many workers take. */
    public double seconds(double iterations, int workers) {
        return startSeconds + iterations * iterationNanos / NANOS / workers;
    }

    /** Number of iterations from which on this kernel is done before another that is warm sooner. */
    public double beats(ColdSpeed sooner, int workers) {
        return workers * NANOS * (startSeconds - sooner.startSeconds) / (sooner.iterationNanos - iterationNanos);
    }
}
