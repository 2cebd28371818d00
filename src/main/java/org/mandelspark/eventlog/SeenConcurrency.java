package org.mandelspark.eventlog;

import java.util.Arrays;
import org.mandelspark.measure.application.Tasks;

/**
 * What tasks say of their executors. The most that ran at once counts them only for as long as the executor itself says
 * that it worked on them, because the driver notes ends late; so it is a lower bound of the slots.
 */
final class SeenConcurrency {
    private final int[] most;
    private final long[] firstLaunchMs;
    private final long[] lastEndMs;

    SeenConcurrency(Tasks tasks, int executors) {
        most = new int[executors];
        firstLaunchMs = new long[executors];
        lastEndMs = new long[executors];
        Arrays.fill(firstLaunchMs, Long.MAX_VALUE);
        int[] counts = new int[executors];
        for (int row = 0; row < tasks.count(); row++) {
            int executor = tasks.executor(row);
            counts[executor]++;
            firstLaunchMs[executor] = Math.min(firstLaunchMs[executor], tasks.launchMs(row));
            lastEndMs[executor] = Math.max(lastEndMs[executor], tasks.endMs(row));
        }
        long[][] starts = new long[executors][];
        long[][] ends = new long[executors][];
        for (int executor = 0; executor < executors; executor++) {
            starts[executor] = new long[counts[executor]];
            ends[executor] = new long[counts[executor]];
        }
        for (int row = 0; row < tasks.count(); row++) {
            int executor = tasks.executor(row);
            int next = --counts[executor];
            long worked = tasks.deserialiseMs(row) + tasks.runMs(row) + tasks.resultMs(row);
            starts[executor][next] = tasks.launchMs(row);
            ends[executor][next] = tasks.launchMs(row) + Math.min(worked, tasks.durationMs(row));
        }
        for (int executor = 0; executor < executors; executor++) {
            most[executor] = most(starts[executor], ends[executor]);
        }
    }

    private static int most(long[] starts, long[] ends) {
        Arrays.sort(starts);
        Arrays.sort(ends);
        int most = starts.length == 0 ? 0 : 1;
        int over = 0;
        for (int started = 0; started < starts.length; started++) {
            while (ends[over] <= starts[started] && over < started) {
                over++;
            }
            most = Math.max(most, started + 1 - over);
        }
        return most;
    }

    /** The most tasks at once, 0 for an executor that had none. */
    int most(int executor) {
        return most[executor];
    }

    /** The first launch, later than anything if there was none. */
    long firstLaunchMs(int executor) {
        return firstLaunchMs[executor];
    }

    /** The last end, 0 if there was none. */
    long lastEndMs(int executor) {
        return lastEndMs[executor];
    }
}
