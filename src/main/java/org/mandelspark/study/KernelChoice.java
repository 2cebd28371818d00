package org.mandelspark.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.ColdSpeed;
import org.mandelspark.workload.Problem;

/**
 * Choice of the kernel of a job: one by its name, or the one that is done first in a JVM that has just started.
 *
 * <p>Vector loops are slower than plain ones until the JVM has compiled them, which costs about a second of each of two
 * cores; from then on they are many times faster. So {@code auto} estimates the work and takes the kernel whose start
 * and work together are least. The same work on the same number of workers always gets the same. Studies warm up and
 * take a kernel by its name.
 *
 * @param named the kernel, or nothing for {@code auto}
 */
public record KernelChoice(Optional<KernelKind> named) {
    private static final String AUTO = "auto";

    /** The name on the command line. */
    public String label() {
        return named.map(KernelKind::label).orElse(AUTO);
    }

    /**
     * The choice of a name.
     *
     * @throws IllegalArgumentException that lists the known ones
     */
    public static KernelChoice parse(String label) {
        if (label.equals(AUTO)) {
            return new KernelChoice(Optional.empty());
        }
        try {
            return new KernelChoice(Optional.of(KernelKind.parse(label)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", " + AUTO, e);
        }
    }

    /**
     * Requires that the kernel, if it is named, computes a problem.
     *
     * @throws IllegalArgumentException if it does not
     */
    void requireFor(Problem<?> problem) {
        named.ifPresent(kernel -> require(kernel, problem, "--kernel"));
    }

    /**
     * Requires that a kernel computes a problem.
     *
     * @param option that names the kernel
     * @throws IllegalArgumentException if it does not
     */
    public static void require(KernelKind kernel, Problem<?> problem, String option) {
        try {
            problem.requireKernel(kernel);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " " + kernel.label() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The kernel for a problem.
     *
     * @param workers number of workers, at least 1
     */
    KernelKind kernel(Problem<?> problem, int workers) {
        return named.orElseGet(() -> soonestDone(problem, workers));
    }

    private static KernelKind soonestDone(Problem<?> problem, int workers) {
        List<ColdSpeed> speeds = problem.coldSpeeds();
        ColdSpeed latest = speeds.get(speeds.size() - 1);
        // Beyond this the one that is warm last is best, and how far beyond does not matter.
        double most = speeds.subList(0, speeds.size() - 1).stream()
                .mapToDouble(sooner -> latest.beats(sooner, workers))
                .max()
                .orElse(0);
        double iterations = problem.iterations(most);
        KernelKind soonest = soonest(speeds, iterations, workers);
        // This is done only now, because looking for vectors takes a short job's time.
        return soonest == KernelKind.SIMD && !problem.hasSimd()
                ? soonest(speeds.subList(0, speeds.size() - 1), iterations, workers)
                : soonest;
    }

    private static KernelKind soonest(List<ColdSpeed> speeds, double iterations, int workers) {
        return speeds.stream()
                .min(Comparator.comparingDouble(speed -> speed.seconds(iterations, workers)))
                .orElseThrow()
                .kernel();
    }
}
