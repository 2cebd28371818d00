package org.mandelspark.study;

import java.io.IOException;
import java.util.Optional;
import org.mandelspark.record.RunLog;
import org.mandelspark.record.StudyRecord;

/**
 * An experiment: configurations that are measured against each other, each with the same answer.
 *
 * @param <R> its result
 */
public interface Study<R extends StudyResult> {
    /** The request of this study, as it was made. */
    StudyRecord record();

    /**
     * Finds out, before anything is started, whether the study can succeed.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    default void check() {
        DriverMemory.require(record().problem(), 0);
    }

    /** Number of runs there will be, at most. */
    long expectedRuns();

    /**
     * Runs everything.
     *
     * @param log where each run is kept at once, if anywhere
     * @throws StudyException if a run gives another answer than the first, or too few can be used
     * @throws org.mandelspark.engine.EngineException if a run failed
     * @throws IllegalArgumentException if an engine cannot do what is asked
     * @throws IOException if a run cannot be recorded
     */
    R execute(Optional<RunLog> log, StudyListener listener) throws IOException;
}
