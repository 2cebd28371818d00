package org.mandelspark.measure;

import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * COST, the configuration that outperforms a single thread: the smallest number of workers at which a distributed run
 * is faster than the best single thread (McSherry, Isard and Murray, Scalability! But at what COST?, HotOS 2015).
 */
public final class Cost {
    private Cost() {}

    /**
     * The smallest number of workers from which the claim can be made.
     *
     * @param singleThread run times of the best single thread
     * @param distributed run times by number of workers
     * @return nothing if no number of workers is shown to be faster
     */
    public static OptionalInt workers(Spread singleThread, SortedMap<Integer, Spread> distributed) {
        return distributed.entrySet().stream()
                .filter(entry -> entry.getValue().against(singleThread) == Verdict.FASTER)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }
}
