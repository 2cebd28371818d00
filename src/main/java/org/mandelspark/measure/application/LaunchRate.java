package org.mandelspark.measure.application;

/** Counts launches, which come in their order, by seconds of the clock. */
final class LaunchRate {
    private static final double SECOND = 1000;

    private long second = -1;
    private long inSecond;
    private long most;

    void launched(double ms) {
        long now = (long) (ms / SECOND);
        if (now > second) {
            second = now;
            inSecond = 0;
        }
        inSecond++;
        most = Math.max(most, inSecond);
    }

    long mostPerSecond() {
        return most;
    }
}
