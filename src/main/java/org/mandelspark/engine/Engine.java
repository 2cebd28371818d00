package org.mandelspark.engine;

import java.util.Optional;
import org.mandelspark.record.Environment;
import org.mandelspark.schedule.Plan;

/** Executes plans. Whatever the engine, the cells are the same. */
public sealed interface Engine extends AutoCloseable permits SerialEngine, ThreadEngine, SparkEngine {
    /**
     * Computes every chunk of a plan, starting them in the plan's order, and stitches the answer.
     *
     * @param sink gets every unit once before this returns; how soon is up to the engine
     * @throws IllegalArgumentException if it can be foreseen that the engine's settings forbid the work
     * @throws EngineException if the work failed; the message says why in one line
     */
    <A> Execution<A> execute(Plan<A> plan, ProgressListener progress, RowSink<A> sink);

    /** Does so for those who wait for the whole answer. */
    default <A> Execution<A> execute(Plan<A> plan, ProgressListener progress) {
        return execute(plan, progress, RowSink.none());
    }

    /** Number of chunks that are computed at once, and who decided that. */
    WorkerCount workers();

    /** The Spark that this engine is, if it is one. */
    default Optional<Environment.Spark> spark() {
        return Optional.empty();
    }

    /** True if the workers are cores of this machine, which others may use too. */
    default boolean sharesThisMachine() {
        return true;
    }

    /** Address at which progress can be watched in a browser, if there is one. */
    default Optional<String> webUrl() {
        return Optional.empty();
    }

    /**
     * Heap of this process that a plan needs besides the final array, in bytes: what is being computed and what is on
     * its way. Nothing where chunks are computed in place.
     */
    default long inFlightBytes(Plan<?> plan) {
        return 0;
    }

    /**
     * Cost of a chunk to its worker besides its units, in nanoseconds, to weigh sizes of chunks: a figure from studies,
     * not of this run.
     */
    double chunkNanos();

    @Override
    void close();
}
