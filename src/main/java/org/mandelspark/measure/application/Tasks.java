package org.mandelspark.measure.application;

import java.util.Arrays;
import org.mandelspark.grid.Counted;

/**
 * The tasks of an application in columns of primitives, about 60 bytes a task, so that ten million of them fit into the
 * heap of a laptop. A row is an attempt at a task, by the order in which it was added.
 */
public final class Tasks {
    /** Bits that a row needs; the rest of 64 is for its launch time. */
    private static final int ROW_BITS = 27;

    /** The most rows that there may be. */
    public static final int MOST = 1 << ROW_BITS;

    private final LongColumn launchMs = new LongColumn();
    private final LongColumn endMs = new LongColumn();
    private final LongColumn runMs = new LongColumn();
    private final IntColumn stage = new IntColumn();
    private final IntColumn executor = new IntColumn();
    private final IntColumn index = new IntColumn();
    private final IntColumn deserialiseMs = new IntColumn();
    private final IntColumn resultMs = new IntColumn();
    private final IntColumn gcMs = new IntColumn();
    private final IntColumn fetchWaitMs = new IntColumn();
    private final IntColumn shuffleWriteMs = new IntColumn();
    private final IntColumn cpuMs = new IntColumn();
    private int count;

    /** Fate of an attempt. */
    public enum Fate {
        /** Its result was used. */
        SUCCEEDED,
        /** It failed, was killed, or was never seen to end. */
        LOST
    }

    /**
     * An attempt at a task, to be added. Parts that do not fit into its time are cut where they are used, not here.
     *
     * @param stage number of its stage in the application's list
     * @param executor number of its executor in the application's list
     * @param index of its partition within the stage
     * @param launchMs when the driver launched it
     * @param endMs when its core was free again, not before the launch: results that are fetched later are the driver's
     *     affair
     * @param runMs on the executor, with the next four
     * @param gcMs part of the run
     * @param fetchWaitMs part of the run
     * @param shuffleWriteMs part of the run
     * @param cpuMs of the run
     * @param deserialiseMs before the run
     * @param resultMs serialising the result after the run
     * @param fate whether its work was of use
     */
    public record Task(
            int stage,
            int executor,
            int index,
            long launchMs,
            long endMs,
            long runMs,
            long gcMs,
            long fetchWaitMs,
            long shuffleWriteMs,
            long cpuMs,
            long deserialiseMs,
            long resultMs,
            Fate fate) {
        public Task {
            if (stage < 0 || executor < 0 || index < 0) {
                throw new IllegalArgumentException("stage, executor and index must be at least 0, not " + stage + ", "
                        + executor + " and " + index);
            }
            if (launchMs < 0 || endMs < launchMs) {
                throw new IllegalArgumentException(
                        "a task must be launched at 0 ms or later and not end before: " + launchMs + " to " + endMs);
            }
            if (runMs < 0
                    || gcMs < 0
                    || fetchWaitMs < 0
                    || shuffleWriteMs < 0
                    || cpuMs < 0
                    || deserialiseMs < 0
                    || resultMs < 0) {
                throw new IllegalArgumentException("the parts of a task must take at least 0 ms");
            }
        }
    }

    /** Adds an attempt; throws IllegalStateException if there are {@value #MOST} of them. */
    public void add(Task task) {
        if (count == MOST) {
            throw new IllegalStateException("more than " + Counted.of(MOST, "task"));
        }
        launchMs.add(task.launchMs());
        endMs.add(task.endMs());
        // The sign keeps the fate: −1 for 0 ms, and so on.
        runMs.add(task.fate() == Fate.SUCCEEDED ? task.runMs() : ~task.runMs());
        stage.add(task.stage());
        executor.add(task.executor());
        index.add(task.index());
        deserialiseMs.add(saturated(task.deserialiseMs()));
        resultMs.add(saturated(task.resultMs()));
        gcMs.add(saturated(task.gcMs()));
        fetchWaitMs.add(saturated(task.fetchWaitMs()));
        shuffleWriteMs.add(saturated(task.shuffleWriteMs()));
        cpuMs.add(saturated(task.cpuMs()));
        count++;
    }

    /** 25 days are enough for whatever is a small part of a task. */
    private static int saturated(long ms) {
        return (int) Math.min(ms, Integer.MAX_VALUE);
    }

    /** Number of attempts. */
    public int count() {
        return count;
    }

    /** Number of the stage. */
    public int stage(int row) {
        return stage.get(row);
    }

    /** Number of the executor. */
    public int executor(int row) {
        return executor.get(row);
    }

    /** Partition within the stage. */
    public int index(int row) {
        return index.get(row);
    }

    /** Time of the launch. */
    public long launchMs(int row) {
        return launchMs.get(row);
    }

    /** Time when the core was free, as the log has it. */
    public long endMs(int row) {
        return endMs.get(row);
    }

    /** Time from launch to end, as the log has it. */
    public long durationMs(int row) {
        return endMs(row) - launchMs(row);
    }

    /** Run time, as the executor has it. */
    public long runMs(int row) {
        long run = runMs.get(row);
        return run < 0 ? ~run : run;
    }

    /** Whether the work was of use. */
    public Fate fate(int row) {
        return runMs.get(row) < 0 ? Fate.LOST : Fate.SUCCEEDED;
    }

    /** Time to deserialise the task. */
    public int deserialiseMs(int row) {
        return deserialiseMs.get(row);
    }

    /** Time to serialise the result. */
    public int resultMs(int row) {
        return resultMs.get(row);
    }

    /** Garbage collection during the run. */
    public int gcMs(int row) {
        return gcMs.get(row);
    }

    /** Waiting for shuffled blocks during the run. */
    public int fetchWaitMs(int row) {
        return fetchWaitMs.get(row);
    }

    /** Writing shuffled blocks during the run. */
    public int shuffleWriteMs(int row) {
        return shuffleWriteMs.get(row);
    }

    /** CPU time of the run. */
    public int cpuMs(int row) {
        return cpuMs.get(row);
    }

    /** All rows by their launch; those of one millisecond in the order in which they were added. */
    public int[] byLaunch() {
        long first = Long.MAX_VALUE;
        for (int row = 0; row < count; row++) {
            first = Math.min(first, launchMs(row));
        }
        long[] keys = new long[count];
        for (int row = 0; row < count; row++) {
            keys[row] = (launchMs(row) - first) << ROW_BITS | row;
        }
        Arrays.sort(keys);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) (keys[i] & (MOST - 1));
        }
        return rows;
    }
}
