package org.mandelspark.study;

import org.mandelspark.engine.EngineKind;
import org.mandelspark.kernel.KernelKind;

/**
 * One configuration of a head-to-head.
 *
 * @param kernel what computes the counts
 * @param interior how the kernel treats points that never escape
 * @param engine what executes the chunks
 * @param workers chunks computed at once
 */
public record Contestant(KernelKind kernel, String interior, EngineKind engine, int workers) {
    /** What everything is checked against and compared with. */
    static final Contestant BASELINE = of(KernelKind.NAIVE, EngineKind.SERIAL, 1);

    /** The one place that says how kernels treat the interior: they compute every step of it. */
    static Contestant of(KernelKind kernel, EngineKind engine, int workers) {
        return new Contestant(kernel, "none", engine, workers);
    }

    /** Whether it runs in one thread and without Spark. */
    public boolean isSingleThread() {
        return engine != EngineKind.SPARK && workers == 1;
    }

    @Override
    public String toString() {
        return "%s on %s, %d %s"
                .formatted(kernel.label(), engine.label(), workers, workers == 1 ? "worker" : "workers");
    }
}
