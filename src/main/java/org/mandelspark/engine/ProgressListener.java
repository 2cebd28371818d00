package org.mandelspark.engine;

/** Hears of cells as they arrive in the final array; called from any thread, often. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Cells have arrived.
     *
     * @param cells how many have just arrived
     * @param iterations what they amount to
     */
    void cellsDone(long cells, long iterations);
}
