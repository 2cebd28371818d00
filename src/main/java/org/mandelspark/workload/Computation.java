package org.mandelspark.workload;

import java.util.Locale;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;

/**
 * A problem and the kernel that solves it.
 *
 * @param problem what is computed
 * @param kernel what computes it
 * @param interior which work the kernel may leave out
 * @param <A> the array that holds the cells
 */
public record Computation<A>(Problem<A> problem, KernelKind kernel, Interior interior) {
    public Computation {
        problem.requireInterior(interior);
        problem.requireKernel(kernel);
    }

    /** The rows to compute. */
    public Workload<A> workload() {
        return problem.workload(kernel, interior);
    }

    /**
     * The same problem, computed by another kernel.
     *
     * @throws IllegalArgumentException if there is nothing in it that this interior could leave out
     */
    public Computation<A> computedBy(KernelKind otherKernel, Interior otherInterior) {
        return new Computation<>(problem, otherKernel, otherInterior);
    }

    /**
     * {@link Problem#times}, computed by the same kernel.
     *
     * @throws IllegalArgumentException if there are no such rows, or more than an array holds
     */
    public Computation<A> times(int factor) {
        return new Computation<>(problem.times(factor), kernel, interior);
    }

    /** Description of all of it in words. */
    public String describe() {
        return String.format(
                Locale.ROOT, "%s, by %s, interior %s", problem.describe(), kernel.label(), interior.label());
    }
}
