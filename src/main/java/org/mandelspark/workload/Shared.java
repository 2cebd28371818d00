package org.mandelspark.workload;

import java.io.Serializable;

/**
 * Something large that all units need, and that is in each process once, however many tasks run there.
 *
 * @param <T> its type
 */
@FunctionalInterface
public interface Shared<T> extends Serializable {
    /** The thing itself, the same for all callers in a process. */
    T get();

    /** Sends things to the processes that compute units, each of them once. */
    @FunctionalInterface
    interface Sharing {
        /** The thing, wherever it is asked for. */
        <T extends Serializable> Shared<T> share(T thing);
    }
}
