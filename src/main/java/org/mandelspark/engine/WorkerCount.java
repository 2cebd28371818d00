package org.mandelspark.engine;

/**
 * Number of chunks that are computed at once, and the source of that number.
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
