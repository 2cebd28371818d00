package org.mandelspark.measure;

/** A task as the measures see it: when it ran on which core slot, and how much of that time was useful. */
public interface TimedTask {
    /** The {@link #executor} whose clock is the driver's. */
    String DRIVER = "driver";

    /** Position in the list of tasks; attempts at the same task share it. */
    int index();

    /** The process that ran it. */
    String executor();

    /** The core slot within the process, from 0. */
    int slot();

    /** Time when it began, in nanoseconds since the engine was called, on the driver's clock. */
    long startNanos();

    /** Time when it ended, in nanoseconds on the same clock. */
    long endNanos();

    /** Time spent on the answer itself, in nanoseconds: that in the kernel. */
    long usefulNanos();

    /** Time to colour and encode what the task wrote where it ran, in nanoseconds; 0 where it returns its answer. */
    default long encodeNanos() {
        return 0;
    }

    /** Time to write that, in nanoseconds. */
    default long writeNanos() {
        return 0;
    }

    /** Time until what all tasks need was there, the first time in a process, in nanoseconds. */
    default long tableNanos() {
        return 0;
    }

    /** Time spent on what the task is for, in nanoseconds: the answer, and writing what it is to become. */
    default long workNanos() {
        return usefulNanos() + encodeNanos() + writeNanos();
    }

    /** Number of the attempt, 0 for a first one. */
    int attempt();

    /** Amount of work that the answer stands for; the same whatever computes it. */
    long iterations();
}
