package org.mandelspark.engine;

/** Hears of rows as they arrive in the final array; called from any thread, often. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Rows have arrived.
     *
     * @param cells cells that have just arrived
     * @param iterations what they amount to
     */
    void rowsDone(long cells, long iterations);
}
