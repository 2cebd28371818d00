package org.mandelspark.study;

import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Counted;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.record.Run;
import org.mandelspark.workload.Problem;

/**
 * One configuration of a head-to-head.
 *
 * @param kernel what computes the counts
 * @param interior which work the kernel may leave out
 * @param engine what executes the chunks
 * @param workers chunks computed at once
 */
public record Contestant(KernelKind kernel, Interior interior, EngineKind engine, int workers) {
    /** The configuration against which everything is checked and with which it is compared. */
    static Contestant baseline(Problem<?> problem) {
        return new Contestant(problem.baseline(), Interior.NONE, EngineKind.SERIAL, 1);
    }

    /** The configuration of a run. */
    public static Contestant of(Run run) {
        return new Contestant(
                run.computation().kernel(),
                run.computation().interior(),
                EngineKind.parse(run.engine()),
                run.workers());
    }

    /** True if it runs in one thread and without Spark. */
    public boolean isSingleThread() {
        return engine != EngineKind.SPARK && workers == 1;
    }

    /** The kernel, and what it leaves out if it leaves anything out. */
    public String name() {
        return interior == Interior.NONE ? kernel.label() : kernel.label() + ", " + interior.label();
    }

    @Override
    public String toString() {
        return "%s on %s, %s".formatted(name(), engine.label(), Counted.of(workers, "worker"));
    }
}
