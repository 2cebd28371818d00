package org.mandelspark.study;

import java.util.OptionalInt;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.GivenCores;
import org.mandelspark.engine.SerialEngine;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.ThreadEngine;
import org.mandelspark.engine.WorkerCount;

/**
 * Choice of the engine that is to run, before it does.
 *
 * @param kind what executes the chunks
 * @param workers number of workers, if not the one that the process was given
 * @param web whether Spark serves its web interface
 */
public record EngineChoice(EngineKind kind, OptionalInt workers, SparkEngine.WebInterface web) {
    /** Number of workers that the engine will have, as far as is known before it starts. */
    int foreseenWorkers() {
        return workers.orElseGet(() -> new GivenCores().preferred().count());
    }

    /**
     * Starts the engine.
     *
     * @param application name shown by Spark
     * @throws IllegalArgumentException if the engine cannot do what is asked
     * @throws org.mandelspark.engine.EngineException if it does not start
     */
    Engine start(String application) {
        return switch (kind) {
            case SERIAL -> new SerialEngine();
            case THREADS ->
                new ThreadEngine(
                        workers.isPresent()
                                ? new WorkerCount(workers.getAsInt(), "--workers")
                                : new GivenCores().preferred());
            case SPARK -> SparkEngine.start("mandelspark " + application, workers, web);
        };
    }
}
