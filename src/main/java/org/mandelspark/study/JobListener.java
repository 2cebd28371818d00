package org.mandelspark.study;

import org.mandelspark.engine.Engine;
import org.mandelspark.engine.ProgressListener;
import org.mandelspark.schedule.Plan;

/** Hears how a job goes. */
public interface JobListener extends ProgressListener {
    /** The engine runs and the plan is made; the work begins now. */
    void started(Engine engine, Plan<?> plan);

    /** The answer is there; files are written next. */
    void computed();
}
