package org.mandelspark.study;

import org.mandelspark.engine.Engine;
import org.mandelspark.engine.ProgressListener;

/** Hears how a job goes. */
public interface JobListener extends ProgressListener {
    /**
     * The engine runs and the plan is made; the work begins now.
     *
     * @param cells to be computed
     */
    void started(Engine engine, long cells);

    /** The answer is there; files are written next. */
    void computed();

    /**
     * The reference of an exact view has reached an iteration.
     *
     * @param most iterations after which it ends, unless it escapes before
     */
    default void referenceReached(int iteration, int most) {}
}
