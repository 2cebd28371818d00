package org.mandelspark.study;

import org.mandelspark.engine.Engine;

/** Hears when the engine of a job runs. */
@FunctionalInterface
public interface EngineListener {
    /** The engine runs; the work begins now. */
    void started(Engine engine);
}
