package org.mandelspark.engine;

/**
 * How many chunks are computed at once, and who decided that.
 *
 * @param count at least 1
 * @param source what decided, for people: {@code --workers}, {@code OMP_NUM_THREADS}, {@code CPU affinity}, …
 */
public record WorkerCount(int count, String source) {
    public WorkerCount {
        if (count < 1) {
            throw new IllegalArgumentException("the number of workers must be at least 1, not " + count);
        }
    }
}
