package org.mandelspark.study;

import org.mandelspark.engine.Engine;

/** Hears how a head-to-head goes, always between runs. */
public interface HeadToHeadListener {
    /** An engine runs. */
    void started(Engine engine);

    /** A run is over and gave the right answer. */
    void ran(TimedRun run);
}
