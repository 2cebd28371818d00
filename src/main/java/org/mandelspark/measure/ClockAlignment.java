package org.mandelspark.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mandelspark.grid.Counted;

/**
 * Brings what several processes timed, each by its own clock, onto the clock of the driver.
 *
 * <p>A chunk begins after the driver launched its task and ends before its result arrives at the driver. So what must
 * be added to the clock of an executor lies between {@code max(launched − start)} and {@code min(arrived − end)}, taken
 * over all its chunks. This is the bracketing of Cristian's algorithm (F. Cristian, Probabilistic clock synchronization,
 * Distributed Computing 3, 1989) without any message of its own. Within that interval the smallest correction is taken,
 * as clocks that do not contradict the driver's need none. Clocks that run at different speeds may leave the interval
 * empty: then its middle is the least wrong.
 */
public final class ClockAlignment {
    private ClockAlignment() {}

    /**
     * Times when the driver dealt with a chunk, in nanoseconds since the engine was called.
     *
     * @param launchedNanos when its task was launched, or any time before that
     * @param arrivedNanos when its result arrived, or any time after that
     */
    public record Bracket(long launchedNanos, long arrivedNanos) {}

    /**
     * Nanoseconds to add to the times of each executor, to bring them onto the driver's clock. The driver itself, whose
     * times stay as they are, has no entry.
     *
     * @param chunks their times since the engine was called, each on the clock of its executor
     * @param brackets one for each chunk, in the same order
     */
    public static Map<String, Long> offsets(List<? extends TimedTask> chunks, List<Bracket> brackets) {
        if (chunks.size() != brackets.size()) {
            throw new IllegalArgumentException("there must be a bracket for each chunk, not " + brackets.size()
                    + " for " + Counted.of(chunks.size(), "chunk"));
        }
        Map<String, Bounds> byExecutor = new HashMap<>();
        for (int i = 0; i < chunks.size(); i++) {
            TimedTask chunk = chunks.get(i);
            byExecutor.merge(chunk.executor(), Bounds.of(chunk, brackets.get(i)), Bounds::and);
        }
        byExecutor.remove(TimedTask.DRIVER);
        Map<String, Long> offsets = new HashMap<>();
        byExecutor.forEach((executor, bounds) -> offsets.put(executor, bounds.offsetNanos()));
        return offsets;
    }

    /** Bounds of what must be added to a clock; the least may be above the greatest. */
    private record Bounds(long leastNanos, long greatestNanos) {
        static Bounds of(TimedTask chunk, Bracket bracket) {
            return new Bounds(bracket.launchedNanos() - chunk.startNanos(), bracket.arrivedNanos() - chunk.endNanos());
        }

        Bounds and(Bounds other) {
            return new Bounds(Math.max(leastNanos, other.leastNanos), Math.min(greatestNanos, other.greatestNanos));
        }

        long offsetNanos() {
            if (leastNanos > greatestNanos) {
                return Math.floorDiv(leastNanos + greatestNanos, 2);
            }
            return Math.min(Math.max(0, leastNanos), greatestNanos);
        }
    }
}
