package org.mandelspark.measure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A method and how often a sampling profiler met it.
 *
 * @param method class and method
 * @param selfSamples samples in which it was the one that ran
 * @param cumulativeSamples samples in which it ran or waited for what it had called; at most one a sample, however
 *     often recursion put it on the stack
 */
public record Hotspot(String method, long selfSamples, long cumulativeSamples) {
    /**
     * The methods met, most self samples first; then those with most cumulative samples, then by name.
     *
     * @param stacks one a sample, the running method first; none empty
     */
    public static List<Hotspot> of(List<List<String>> stacks) {
        Map<String, Long> self = new HashMap<>();
        Map<String, Long> cumulative = new HashMap<>();
        for (List<String> stack : stacks) {
            self.merge(stack.get(0), 1L, Long::sum);
            Set<String> met = new HashSet<>(stack);
            met.forEach(method -> cumulative.merge(method, 1L, Long::sum));
        }
        return cumulative.entrySet().stream()
                .map(entry -> new Hotspot(entry.getKey(), self.getOrDefault(entry.getKey(), 0L), entry.getValue()))
                .sorted(Comparator.comparingLong(Hotspot::selfSamples)
                        .thenComparingLong(Hotspot::cumulativeSamples)
                        .reversed()
                        .thenComparing(Hotspot::method))
                .toList();
    }
}
