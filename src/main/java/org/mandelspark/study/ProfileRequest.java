package org.mandelspark.study;

import java.time.Duration;
import java.util.OptionalInt;
import org.mandelspark.workload.Computation;

/**
 * Request to profile a computation for a certain time.
 *
 * @param computation what is computed, again and again
 * @param engine what executes the chunks
 * @param partitioning how rows become chunks
 * @param duration how long at least, if the number of repeats is not given
 * @param repeats number of runs that are sampled, if the duration does not decide
 * @param warmups runs before those, not sampled, at least 0
 */
public record ProfileRequest(
        Computation<?> computation,
        EngineChoice engine,
        Partitioning partitioning,
        Duration duration,
        OptionalInt repeats,
        int warmups) {}
