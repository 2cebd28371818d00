package org.mandelspark.engine;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Nanoseconds since the epoch, as fine and as steady as {@link System#nanoTime()}.
 *
 * <p>Each JVM reads the time of day once and counts on from there, so the clocks of processes on one host agree to
 * within microseconds and those of several hosts as well as their operating systems keep time. The operating system
 * adjusts the time of day meanwhile, so this clock and the time of day drift apart by milliseconds an hour.
 */
final class Clock {
    private static final long EPOCH_MINUS_NANO_TIME = epochNanos() - System.nanoTime();

    private Clock() {}

    static long now() {
        return EPOCH_MINUS_NANO_TIME + System.nanoTime();
    }

    /** Reading of this clock at a time of day, given in milliseconds since the epoch; for times not long ago. */
    static long atTimeOfDay(long epochMillis) {
        return TimeUnit.MILLISECONDS.toNanos(epochMillis) + now() - epochNanos();
    }

    private static long epochNanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
