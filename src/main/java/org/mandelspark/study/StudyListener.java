package org.mandelspark.study;

import org.mandelspark.engine.Engine;
import org.mandelspark.record.Run;

/** Hears how a study goes, always between runs. */
public interface StudyListener {
    /** An engine runs. */
    void started(Engine engine);

    /** A run is over and gave the right answer. */
    void ran(Run run);
}
